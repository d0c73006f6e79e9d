/// What is compared once every event was read: the tree beside the log, its checkpoints, and one kept outside.
struct LogEnding {
    private(set) var report: VerificationReport
    private var merkle: MerkleDefinition
    private let count: Int64

    init(_ pass: EventPass) {
        var pass = pass
        report = pass.close()
        merkle = MerkleDefinition(leaves: pass.leaves)
        count = Int64(pass.leaves.count)
        report.root = merkle.root(at: pass.leaves.count).bytes
    }

    /// - Parameter now: The tree's size after the walk: events up to there may have been appended meanwhile.
    mutating func compare(_ tree: TreeHead, now: Int64) {
        if count < tree.size {
            report.note("the newest \(tree.size - count) of \(tree.size) events are missing", at: count)
        } else if count > now {
            report.note("events stand past the end of the tree, which holds \(now)", at: now)
        } else {
            let stored = tree.frontier.map { Hash32($0) }
            let folded = stored.reversed().reduce(Hash32?.none) { right, left in
                guard let right else { return left }
                return left.map { Hash32.node($0, right) }
            }
            let isWhole = stored.count == tree.size.nonzeroBitCount && !stored.contains(nil)
            if !isWhole || (folded ?? .empty) != merkle.root(at: Int(tree.size)) {
                report.note("the tree kept beside the log is not the tree of its events")
            }
        }
    }

    mutating func compare(_ stored: StoredCheckpoint, against key: CheckpointKey) {
        report.checkpoints += 1
        let name = "the checkpoint kept at size \(stored.size)"
        do throws(ProofFault) {
            let checkpoint = try ReadCheckpoint(stored.text, against: key)
            if checkpoint.size != stored.size {
                report.note("\(name) signs \(checkpoint.size) events")
            }
            compare(checkpoint, name)
        } catch {
            report.note("\(name) is not good: \(error)")
        }
    }

    mutating func compare(older: String, against key: CheckpointKey) {
        let name = "the checkpoint from outside"
        do throws(ProofFault) {
            compare(try ReadCheckpoint(older, against: key), name)
        } catch {
            report.note("\(name) is not good: \(error)")
        }
    }

    private mutating func compare(_ checkpoint: ReadCheckpoint, _ name: String) {
        if checkpoint.size > count {
            report.note(
                "\(name) signs \(checkpoint.size) events and only \(count) are there: the newest were removed",
                at: count)
        } else if merkle.root(at: Int(checkpoint.size)) != checkpoint.root {
            report.note("\(name), of \(checkpoint.size) events, signs another history than the one that stands here")
        }
    }
}

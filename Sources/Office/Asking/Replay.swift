package import Policy

/// What came of answering a kept question again.
package enum Replay: Sendable, Equatable {
    /// Byte for byte what was kept.
    case same
    /// The engine then and the engine now: another may answer otherwise, and so is not asked.
    case otherEngine(then: Int, now: Int)
    /// SHA-256 of the text that the answer rests on, and of the text at hand.
    case otherPack(then: String, now: String)
    /// The engine and the text are those of then, and yet it is answered otherwise.
    case differs(kept: String, now: String)
    /// The question cannot be put to that edition any more, and why.
    case unanswerable(String)
}

extension Replay {
    /// Answers again and compares the bytes.
    ///
    /// - Parameters:
    ///   - kept: the answer as it was kept, in the form of ``Office/Office/text(of:)``.
    ///   - pack: the edition that it was answered under.
    /// - Throws: when the text is not an answer.
    package static func of(_ kept: [UInt8], under pack: Pack) throws -> Replay {
        let answer = try Coding.decode(GivenAnswer.self, from: kept)
        guard answer.engine == EngineVersion.current else {
            return .otherEngine(then: answer.engine, now: EngineVersion.current)
        }
        let hash = Digest.hex(of: pack.source)
        guard answer.editionHash == hash else { return .otherPack(then: answer.editionHash, now: hash) }
        let again: [UInt8]
        do {
            again = try Coding.encode(try answer.again(under: pack))
        } catch let error as EvaluationError {
            return .unanswerable("\(error)")
        }
        guard again != kept else { return .same }
        return .differs(kept: String(decoding: kept, as: UTF8.self), now: String(decoding: again, as: UTF8.self))
    }
}

extension GivenAnswer {
    /// The answer as a file: JSON with sorted keys and without spaces, always the same bytes for the same answer.
    package var file: [UInt8] {
        get throws { try Coding.encode(self) }
    }
}

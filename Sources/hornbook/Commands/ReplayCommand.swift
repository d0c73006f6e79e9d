import ArgumentParser
import Foundation
import Office
import Policy
import Records

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Give kept answers again and compare them byte for byte.",
        discussion: """
            Each is answered again by this engine, under the edition of the policy that it rests on. Works beside a \
            running server.
              hornbook replay --school oakfield 7f3ak2m9x4wq
              hornbook replay --all
              hornbook replay oakfield-answer-7f3ak2m9x4wq.json --pack oakdene.yaml

            The exit code is 1 when an answer comes out otherwise, and when it cannot be given again: another engine \
            might answer otherwise, and is not asked.
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String?
    @Flag(help: "Every kept answer, of the school that is named or of them all.") var all = false
    @Option(
        help: ArgumentHelp(
            "The edition as a file, or a built-in pack: the answer is then a file too.", valueName: "pack"))
    var pack: String?
    @Argument(help: ArgumentHelp("The key in the answer's address, or a file with --pack.", valueName: "answer"))
    var answer: String?

    func validate() throws {
        switch (answer, all, pack, school) {
        case (_?, false, _?, nil), (_?, false, nil, _?), (nil, true, nil, _): return
        case (nil, false, _, _), (_?, true, _, _):
            throw ValidationError("Say which answer: its key or its file, or --all for every one.")
        case (nil, true, _?, _), (_?, false, _?, _?):
            throw ValidationError("--pack goes with the file of one answer and with nothing else.")
        case (_?, false, nil, nil):
            throw ValidationError("A key is of one school: name it with --school. A file needs --pack.")
        }
    }

    func run() async throws {
        if let answer, let pack { return try replayFile(answer, under: pack) }
        try await installation.with(.reading) { installation in
            if let answer {
                try await replay(answer, at: try await installation.school(school ?? ""), installation)
            } else {
                try await replayAll(installation)
            }
        }
    }

    private func replayFile(_ file: String, under choice: String) throws {
        let pack = try PackChoice.load(choice)
        let result: Replay
        do {
            result = try Replay.of(try TextFile.bytes(file), under: pack)
        } catch is DecodingError {
            throw Failure("The file `\(file)` is not an answer. Download it from the page of a kept answer.")
        }
        try conclude([("\(file)", result)])
    }

    private func replay(_ key: String, at setting: SchoolSetting, _ installation: Installation) async throws {
        guard let record = RecordID("answer/\(key)"),
            let answer = try await installation.office.keptAnswer(record, at: setting.id)
        else { throw Failure("There is no answer `\(key)` at \(setting.name). The key is the end of its address.") }
        try conclude([(key, try await installation.office.replay(answer, at: setting.id))])
    }

    private func replayAll(_ installation: Installation) async throws {
        var results: [(name: String, replay: Replay)] = []
        for log in try await installation.logs(school) {
            for (record, answer) in try await installation.office.keptAnswers(at: log) {
                results.append(("\(log) \(record.key)", try await installation.office.replay(answer, at: log)))
            }
        }
        guard !results.isEmpty else { return Terminal.say("No answers are kept.") }
        try conclude(results)
    }

    private func conclude(_ results: [(name: String, replay: Replay)]) throws {
        for (name, replay) in results { Terminal.say("\(name): \(Self.text(replay))") }
        let wrong = results.filter { $0.replay != .same }.count
        guard wrong > 0 else { return }
        throw Failure(
            results.count == 1
                ? "The answer was not given again as it was kept."
                : "\(wrong) of \(results.count) answers were not given again as they were kept.")
    }

    private static func text(_ replay: Replay) -> String {
        switch replay {
        case .same: "the same, byte for byte"
        case .otherEngine(let then, let now):
            "not tried. It was given by engine \(then) and this is engine \(now): replay it with a Hornbook of that engine"
        case .otherPack(let then, let now):
            "not tried. It rests on another text of the policy: SHA-256 \(then), and this one has \(now)"
        case .unanswerable(let why): "not possible. \(why)"
        case .differs(let kept, let now): "NOT the same\n  kept: \(kept)\n  now:  \(now)"
        }
    }
}

import ArgumentParser
import Ledger
import Office
import Policy
import Records
import Web

struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask what a policy says.",
        discussion: """
            Give what you know as fact=value, and fact=? for what you do not know. At a terminal you are asked for the rest, as few questions as can be; \
            otherwise the next question is printed with its answers. Nothing is recorded.
              hornbook ask --pack oakdene who=teacher action=open-account application=not-approved
              hornbook ask --school oakfield who=teacher action=message with=former-pupil
              hornbook ask --pack ./draft.yaml --json who=governor action=follow with=pupil

            Or say it in plain words, and choose from what was understood:
              hornbook ask --pack oakdene --words "accept a friend request from an ex-pupil" who=teacher

            The first question to know is the action: hornbook ask --pack oakdene who=teacher
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: ArgumentHelp("Ask under the policy of this school.", valueName: "short-name"))
    var school: String?

    @Option(help: ArgumentHelp("Ask under this pack, built in or a file; needs no installation.", valueName: "pack"))
    var pack: String?

    @Option(help: ArgumentHelp("List the questions that these plain words may mean.", valueName: "text"))
    var words: String?

    @Flag(help: "Print JSON and ask nothing.") var json = false

    @Argument(
        help: ArgumentHelp("What is known, such as who=teacher, or with=? for what is not.", valueName: "fact=value"))
    var known: [String] = []

    func validate() throws {
        guard (school == nil) != (pack == nil) else {
            throw ValidationError("Say whose policy: either --school or --pack.")
        }
    }

    func run() async throws {
        if let pack {
            let pack = try PackChoice.load(pack)
            return try await answer(pack) { asked in try Inquiry(asked.facts, notKnown: asked.notKnown, of: pack) }
        }
        try await installation.with(.reading) { installation in
            let setting = try await installation.school(school ?? "")
            try await answer(setting.pack) { asked in
                try await installation.office.ask(asked.facts, notKnown: asked.notKnown, at: setting.id)
            }
        }
    }

    private func answer(_ pack: Pack, _ ask: (Asked) async throws -> Inquiry) async throws {
        let known = try Asked(parsing: known.joined(separator: " "), in: pack.vocabulary)
        if let words {
            let understanding = pack.vocabulary.match(words).adding(known.facts)
            guard !json else { return try Terminal.say(json: UnderstandingJSON(understanding, in: pack.vocabulary)) }
            return Terminal.say(UnderstandingText.text(understanding, pack.vocabulary))
        }
        var inquiry = try await ask(known)
        if json { return try Terminal.say(json: InquiryJSON(inquiry, in: pack.vocabulary)) }
        while Terminal.canAnswer, let next = inquiry.next, let answer = Self.choose(next) {
            var asked = Asked(facts: inquiry.facts, notKnown: inquiry.notKnown)
            switch answer {
            case .value(let value): asked.facts[next.id] = value.id
            case .notKnown: asked.notKnown.insert(next.id)
            }
            inquiry = try await ask(asked)
        }
        Terminal.say(InquiryText.text(inquiry, pack))
    }

    private enum Choice {
        case value(FactValue)
        case notKnown
    }

    /// Asks at the terminal until one of the answers is given; nil when the person has had enough.
    private static func choose(_ fact: Fact) -> Choice? {
        Terminal.say(fact.question)
        if let hint = fact.hint { Terminal.say("  \(hint)") }
        for (index, value) in fact.values.enumerated() { Terminal.say("  \(index + 1)  \(value.label)") }
        Terminal.say("  \(Asked.notKnownMark)  I do not know")
        while true {
            Terminal.put("A number, or nothing to stop: ")
            guard let line = readLine(), !line.allSatisfy(\.isWhitespace) else { return nil }
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
            if words == Asked.notKnownMark { return .notKnown }
            if let number = Int(words), fact.values.indices.contains(number - 1) {
                return .value(fact.values[number - 1])
            }
            if let value = fact.value(words) ?? fact.values.first(where: { $0.label.lowercased() == words }) {
                return .value(value)
            }
            Terminal.say("That is not one of them.")
        }
    }
}

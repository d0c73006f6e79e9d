import ArgumentParser
import Ledger
import Office
import Policy
import Web

struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask what a policy says.",
        discussion: """
            Give what you know as fact=value. At a terminal you are asked for the rest, as few questions as can be; \
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

    @Argument(help: ArgumentHelp("What is known, such as who=teacher.", valueName: "fact=value"))
    var known: [String] = []

    func validate() throws {
        guard (school == nil) != (pack == nil) else {
            throw ValidationError("Say whose policy: either --school or --pack.")
        }
    }

    func run() async throws {
        if let pack {
            let pack = try PackChoice.load(pack)
            return try await answer(pack) { facts in try Inquiry(facts, of: pack) }
        }
        try await installation.with(.reading) { installation in
            let setting = try await installation.school(school ?? "")
            try await answer(setting.pack) { facts in try await installation.office.ask(facts, at: setting.id) }
        }
    }

    private func answer(_ pack: Pack, _ ask: (Facts) async throws -> Inquiry) async throws {
        let known = try Facts(parsing: known.joined(separator: " "), in: pack.vocabulary)
        if let words {
            let understanding = pack.vocabulary.match(words).adding(known)
            guard !json else { return try Terminal.say(json: UnderstandingJSON(understanding, in: pack.vocabulary)) }
            return Terminal.say(UnderstandingText.text(understanding, pack.vocabulary))
        }
        var inquiry = try await ask(known)
        if json { return try Terminal.say(json: InquiryJSON(inquiry, in: pack.vocabulary)) }
        while Terminal.canAnswer, let next = inquiry.consideration.next, let value = Self.choose(next) {
            inquiry = try await ask(inquiry.facts.adding(next.id, value.id))
        }
        Terminal.say(InquiryText.text(inquiry, pack))
    }

    /// Asks at the terminal until one of the answers is given; nil when the person has had enough.
    private static func choose(_ fact: Fact) -> FactValue? {
        Terminal.say(fact.question)
        if let hint = fact.hint { Terminal.say("  \(hint)") }
        for (index, value) in fact.values.enumerated() { Terminal.say("  \(index + 1)  \(value.label)") }
        while true {
            Terminal.put("A number, or nothing to stop: ")
            guard let line = readLine(), !line.allSatisfy(\.isWhitespace) else { return nil }
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
            if let number = Int(words), fact.values.indices.contains(number - 1) { return fact.values[number - 1] }
            if let value = fact.value(words) ?? fact.values.first(where: { $0.label.lowercased() == words }) {
                return value
            }
            Terminal.say("That is not one of them.")
        }
    }
}

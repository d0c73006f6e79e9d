import ArgumentParser
import Policy

struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Show what honours each clause of a policy.",
        discussion: """
            Prints every clause with what honours it, then the totals, and fails if a clause is honoured by nothing. \
            Without a pack it prints the totals of those that are built in. Needs no installation.
              hornbook coverage
              hornbook coverage oakdene --defects
              hornbook coverage --file ./draft.yaml --json
            """)

    @Argument(help: ArgumentHelp("A pack that is built in.", valueName: "school")) var school: String?
    @Option(help: ArgumentHelp("A pack's file.", valueName: "pack.yaml")) var file: String?
    @Flag(help: "Add what is wrong with the document.") var defects = false
    @Option(help: ArgumentHelp("The day for which dates are weighed; today if left out.", valueName: "2026-11-21"))
    var on: String?
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        if school != nil, file != nil { throw ValidationError("Name a built-in pack or a file, not both.") }
        if let on, Day(iso: on) == nil { throw ValidationError("Write the day as in 2026-11-21.") }
    }

    func run() throws {
        let platforms = try PlatformCatalogue.load()
        let day = on.flatMap { Day(iso: $0) } ?? Installation.now().londonDay
        let packs: [Pack] =
            if let choice = file ?? school {
                [try PackChoice.load(choice)]
            } else {
                try Pack.embeddedIDs.compactMap { try Pack.embedded($0) }
            }
        let isOne = file != nil || school != nil
        let reports = packs.map { pack in
            CoverageReport(pack, defects: defects ? pack.defects(on: day, platforms: platforms) : nil)
        }
        if json {
            if isOne, let report = reports.first {
                try Terminal.say(json: report)
            } else {
                try Terminal.say(json: reports)
            }
        } else {
            for report in reports { Terminal.say(CoverageText.text(report, isWhole: isOne)) }
        }
        let gaps = reports.flatMap(\.unclaimed)
        guard gaps.isEmpty else { throw Failure(CoverageText.sentence(gaps)) }
    }
}

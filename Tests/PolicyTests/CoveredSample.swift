import Testing

@testable import Policy

/// A pack whose clauses say what they are and what honours them, to be spoilt line by line.
enum CoveredSample {
    /// Line 1 is `format`; the clauses begin on line 21, the links on line 32 and the defects on line 36.
    static let pack = """
        format: 1
        pack: small
        edition: "2026.1"
        school: {name: Small School, phase: primary, authority: Nowhere, ages: [4, 11]}
        policy:
          title: Policy
          version: "2"
          last_reviewed: "2020-05"
        process:
          policy-review-every: {value: 24 months, clause: [s-2]}
          replies-within: {value: {within: 24 hours, on-day-off: next-working-day-after-weekend}, clause: [s-2]}
        rules:
          - id: first
            says: No contact with pupils.
            clause: [s-1]
            who: anyone
            action: connect
            when: {with: pupil}
            verdict: prohibited
        otherwise: {says: Ask., clause: [s-10]}
        clauses:
          - {id: s-1, where: Part 1 / 1, says: One., modality: must-not}
          - {id: s-2, where: Part 1 / 2, says: Two., modality: must}
          - {id: s-3, where: Part 1 / 3, says: Three., modality: must, honoured_by: {workflow: [access-review]}}
          - {id: s-4, where: Part 2, says: Four., modality: should, honoured_by: {text: policy-page}}
          - {id: s-5, where: Part 2, says: Five., modality: definition, honoured_by: {fact: [with, account]}}
          - {id: s-6, where: Part 2, says: Six., modality: fact, honoured_by: {platform: [Twitter, facebook]}}
          - {id: s-7, where: Part 3, says: Seven., modality: fact, honoured_by: {printed: [version, last-reviewed]}}
          - {id: s-8, where: Part 3, says: Eight., modality: may, honoured_by: {screen: [ask, today]}}
          - {id: s-9, where: Part 3, says: Nine., modality: fact}
          - {id: s-10, where: Part 3, says: Ten., modality: may}
        links:
          - {kind: law, name: Old Act, clause: [s-9], replaced_by: New Act, since: "2018-05-25"}
          - {kind: agency, name: Helpline, clause: [s-9], for: advice, phone: 000 000, address: "https://help.example"}
          - {kind: document, name: Code of conduct, clause: [s-9]}
        defects:
          - {id: two-dates, kind: contradiction, clause: [s-7, s-9], says: Two dates., means: Which?, mend: Print one.}
          - {id: no-word, kind: gap, says: Nothing of phones., means: Nobody knows., mend: Write it.}
        """

    static func load(_ yaml: String = pack) throws -> Pack {
        try Pack.load(yaml: yaml, file: "p.yaml", vocabulary: Sample.vocabulary())
    }

    /// The pack with some of its lines changed.
    static func load(_ changes: [(old: String, new: String)]) throws -> Pack {
        var yaml = pack
        for (old, new) in changes {
            try #require(yaml.contains(old))
            yaml = Sample.swapped(yaml, old, new)
        }
        return try load(yaml)
    }
}

import Policy
import Proofing

/// A school of a few people, chosen because their names are hard.
enum School {
    static let names: [ProofName] = [
        ProofName(id: "grace", first: "Grace", last: "Hill", nicknames: ["Gracie"], year: 4, className: "Willow"),
        ProofName(
            id: "alex", first: "Alexander", last: "Thistlewood", nicknames: ["Alex", "Sandy"], year: 4, className: "Oak"
        ),
        ProofName(id: "zoe", first: "Zoë", last: "O’Connor", year: 2, className: "Oak"),
        ProofName(id: "mo", first: "Mohammed", last: "Al-Hassan", nicknames: ["Mo"], year: 6, className: "Beech"),
        ProofName(id: "hope", first: "Hope", last: "Young", year: 1, className: "Ash"),
        ProofName(id: "joy", first: "Joy", last: "Adeyemi", year: 1, className: "Ash"),
        ProofName(id: "kit", first: "Kit", last: "Fox", year: 1, className: "Ash"),
        ProofName(id: "mark", first: "Mark", last: "Price", year: 5, className: "Elm"),
        ProofName(id: "will", first: "Will", last: "May", nicknames: ["Bill"], year: 3, className: "Fir"),
        ProofName(id: "rose", first: "Rose", last: "Hill", year: 3, className: "Fir"),
        ProofName(id: "april", first: "April", last: "Summers", year: 3, className: "Fir"),
        ProofName(id: "isis", first: "Isis", last: "Fenwick", year: 5, className: "Elm"),
        ProofName(id: "marie", first: "Anne-Marie", last: "Smith-Jones", year: 6, className: "Beech"),
        ProofName(id: "lukasz", first: "Łukasz", last: "Wiśniewski", year: 6, className: "Beech"),
        ProofName(id: "jing", first: "Jing", last: "Li", year: 2, className: "Oak"),
        ProofName(id: "ana", first: "Ana", last: "de Souza", year: 2, className: "Oak"),
        ProofName(id: "tomasz", first: "Tomasz", last: "Kowalczyk", year: 3, className: "Fir", mayBeNamed: false),
        ProofName(id: "s-helen", first: "Helen", last: "Brackenbury", standing: .staff),
        ProofName(id: "s-ravi", first: "Ravi", last: "Hill", standing: .staff),
        ProofName(id: "q-dorota", first: "Dorota", last: "Kowalczyk", standing: .parent),
    ]

    static let everything = Dictionary(
        uniqueKeysWithValues: CheckKind.allCases.map { ($0, CheckSetting(severity: .warning, clauses: ["c-\($0)"])) })
    static let reader = Proofreader(names: names, settings: everything)
}

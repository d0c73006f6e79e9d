import Policy
import Testing

/// The least F1 of each kind on each labelled text: a little under what was measured, so that a change which makes a check
/// worse is seen. Raise a figure when a check has become better; lower one only with the reason in the change.
enum LabelledFloors {
    struct Text: Sendable, CustomTestStringConvertible {
        let name: String
        let least: [CheckKind: Double]
        let mostInOrdinary: Int
        var testDescription: String { name }
    }

    static let texts = columns.indices.map { place in
        Text(
            name: columns[place].name,
            least: Dictionary(uniqueKeysWithValues: rows.compactMap { row in row.1[place].map { (row.0, $0) } }),
            mostInOrdinary: columns[place].mostInOrdinary)
    }

    /// The texts, and how many wrong findings there may be in all their ordinary posts together.
    private static let columns = [
        (name: "development-1", mostInOrdinary: 0),
        (name: "development-2", mostInOrdinary: 0),
        (name: "development-3", mostInOrdinary: 0),
        (name: "development-4", mostInOrdinary: 3),
        (name: "development-5", mostInOrdinary: 0),
        (name: "development-6", mostInOrdinary: 0),
        (name: "unseen", mostInOrdinary: 4),
        (name: "unseen-2", mostInOrdinary: 6),
    ]

    // swift-format-ignore
    private static let rows: [(CheckKind, [Double?])] = [
        (.pupilFullName,      [0.99,  nil,  nil, 0.99,  nil,  nil, 0.96,  nil]),
        (.pupilPartialName,   [0.98,  nil,  nil, 0.97,  nil,  nil, 0.94,  nil]),
        (.pupilFirstName,     [0.99,  nil,  nil, 0.93,  nil,  nil, 0.97,  nil]),
        (.staffName,          [0.96,  nil,  nil, 0.97,  nil,  nil, 0.88,  nil]),
        (.parentName,         [0.99,  nil,  nil, 0.99,  nil,  nil, 0.99,  nil]),
        (.phone,              [0.99,  nil,  nil, 0.98,  nil,  nil, 0.95,  nil]),
        (.email,              [0.99,  nil,  nil, 0.98,  nil,  nil, 0.99,  nil]),
        (.postcode,           [0.99,  nil,  nil, 0.98,  nil,  nil, 0.99,  nil]),
        (.address,            [0.93,  nil,  nil, 0.95,  nil,  nil, 0.93,  nil]),
        (.dateOfBirth,        [0.99,  nil,  nil, 0.99, 0.94, 0.97, 0.93, 0.80]),
        (.upn,                [0.99,  nil,  nil, 0.99,  nil,  nil, 0.99,  nil]),
        (.nhsNumber,          [0.99,  nil,  nil, 0.99,  nil,  nil, 0.91,  nil]),
        (.handle,             [0.89, 0.97, 0.94, 0.92, 0.96, 0.95, 0.91, 0.89]),
        (.insult,             [0.95, 0.96, 0.92,  nil, 0.96, 0.94, 0.85, 0.90]),
        (.threat,             [0.95, 0.94, 0.96,  nil, 0.94, 0.94, 0.77, 0.79]),
        (.discrimination,     [0.98, 0.95, 0.98,  nil, 0.97, 0.97, 0.83, 0.79]),
        (.confidential,       [0.99, 0.98, 0.97,  nil, 0.98, 0.97, 0.88, 0.94]),
        (.partyPolitical,     [0.96, 0.98, 0.98,  nil, 0.97, 0.98, 0.82, 0.92]),
        (.commercial,         [0.99, 0.98, 0.98,  nil, 0.99, 0.98, 0.92, 0.86]),
        (.claim,              [0.99, 0.96, 0.96,  nil,  nil,  nil, 0.90, 0.89]),
        (.controversial,      [0.97, 0.97, 0.96,  nil,  nil,  nil, 0.91, 0.82]),
        (.tone,               [0.99, 0.98, 0.95,  nil, 0.97, 0.97, 0.79, 0.75]),
        (.missingDisclaimer,  [0.97, 0.99, 0.99,  nil,  nil,  nil, 0.96,  nil]),
        (.missingSpeaker,     [0.95, 0.96, 0.98,  nil,  nil,  nil, 0.89,  nil]),
        (.link,               [0.99,  nil,  nil, 0.98, 0.98, 0.98, 0.95, 0.92]),
        (.copyright,          [0.97, 0.95, 0.96,  nil,  nil,  nil, 0.92, 0.82]),
        (.tagging,            [0.90,  nil,  nil,  nil,  nil,  nil, 0.99,  nil]),
    ]
}

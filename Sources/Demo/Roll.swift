import Office
import Policy
import Records

/// Two classes of invented children at each school, the same first names everywhere and no whole name twice.
struct Roll: Sendable {
    let cast: Cast
    let pack: Pack

    /// The child of this place on the roll; those who are named after what their parents said stand in ``Part``.
    struct Child: Sendable {
        var first: String
        var last: String
        var className: String
        var year: Int
        var name: String { "\(first) \(last)" }
        /// A parent of theirs.
        var parent: String
    }

    /// Places on the roll at which something is out of the ordinary.
    enum Place {
        static let withdrawnByLink = 0
        static let withoutSocialMedia = 10
        static let refused = 11
        static let ended = 12
        static let endsSoon = 13
        static let neverAsked = 14
        static let askedByLink = 15
        static let protected = 16
        static let onlyFacebook = 17
        static let answeredByLink = 18
        static let withdrawnInPart = 19
        static let leavesSoon = 20
        static let left = 21
        static let newcomer = 22
        static let withoutPress = 23
    }

    static let firstNames = [
        "Anouk", "Bilal", "Cerys", "Dariusz", "Elspeth", "Farid", "Greta", "Hamza", "Ines", "Jago", "Kezia", "Ruaridh",
        "Mabli", "Nikhil", "Oonagh", "Piotr", "Roisin", "Stellan", "Tegan", "Usman", "Viveka", "Xanthe", "Yannick",
        "Zofia",
    ]
    static let lastNames = [
        "Abbermoor", "Brackenlow", "Cattermere", "Dunnockby", "Ellerslade", "Fennimarsh", "Garthwyke", "Hobblebeck",
        "Inglethorn", "Jessamarsh", "Kettlewyn", "Lowdermill", "Mossgarth", "Nettlewyke", "Oxterby", "Pikestow",
        "Quarnslade", "Ravelsby", "Scaleholt", "Thistlegarth", "Ulverslow", "Vennacott", "Wragmoor", "Yarslade",
    ]
    private static let parents = ["Morwenna", "Gideon", "Salma", "Tomasz", "Blodwen"]

    var children: [Child] {
        let count = Self.firstNames.count
        let school = Cast.all.firstIndex { $0.pack == cast.pack } ?? 0
        // A step that has no divisor in common with the count goes through all of them.
        return (0..<count).map { place in
            let last = Self.lastNames[(place * 5 + school * 7) % count]
            let isYounger = place % 2 == 0
            return Child(
                first: Self.firstNames[place], last: last, className: isYounger ? "Otters" : "Herons",
                year: isYounger ? pack.school.ages.lowerBound - 3 : pack.school.ages.upperBound - 5,
                parent: "\(Self.parents[place % Self.parents.count]) \(last)")
        }
    }

    /// As a school's own system would write the list.
    var sheet: String {
        (["first name,last name,class,year"]
            + children.map { "\($0.first),\($0.last),\($0.className),\($0.year == 0 ? "R" : "\($0.year)")" })
            .joined(separator: "\n")
    }

    static func cause(_ stage: Stage) -> String { "demo \(stage.log) roll" }

    /// A child's record: the import numbers lines from 1, the heading's.
    static func record(_ place: Int, _ stage: Stage) -> RecordID {
        stage.office.namedRecord(.pupil, by: "\(cause(stage)) \(place + 2)")
    }
}

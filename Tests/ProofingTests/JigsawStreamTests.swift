import Policy
import Testing

@testable import Proofing

/// Three hundred everyday posts, one after another, with a few among them that give a child away.
@Suite("The jigsaw over a school's year")
struct JigsawStreamTests {
    private static let sentences = [
        "Year 4 planted beans in the school garden.", "Thank you to everybody who brought a spade.",
        "The winter concert begins at six.", "The library has forty new books.", "Clubs begin again next week.",
        "Our visit to the museum: what we asked, and what we were told.", "Otters went to the beach and found a crab.",
        "Herons built bridges out of spaghetti and marshmallows.", "The chess club beat St Anne’s on Thursday.",
        "Please remember PE kits on Monday and Wednesday.", "A pupil from Herons spotted a kingfisher by the pond.",
        "One of our pupils has written to the mayor about the crossing.", "Swimming for Year 4 starts on Tuesday.",
        "Year 6 took part in bikeability training this week.", "Harvest festival is on Friday in St Mary’s church.",
        "Our football team drew two all with Holmfield.", "Well done to our cross country runners at Ripley.",
        "Reception had a visit from a fire engine.", "The choir sang at the care home on Elm Road.",
        "A child in Otters lost a blue glove with a penguin on it.", "The book fair is in the hall all week.",
        "Year 3 are learning about the Romans.", "Herons made volcanoes erupt with vinegar and bicarbonate.",
        "Science week begins with a visit from an astronomer.", "Otters released their butterflies this morning.",
        "The summer fair raised four hundred pounds for the playground.", "Nursery made pancakes with lemon.",
        "Our eco council counted birds for the RSPB.", "Years 5 and 6 go to the outdoor centre in June.",
        "A poppy wreath was laid by one of our children.", "Sports day is moved to Friday because of the rain.",
        "The girl who found the fossil at the beach gave a talk.", "Guitar lessons with Mr Hale begin in January.",
        "The boy who won the poetry prize read it in assembly.", "Otters wrote to the astronaut Tim Peake.",
        "Herons visited the cathedral and drew gargoyles.", "P.E. is outdoors this week, R.E. as usual.",
        "The recorder group played at Holmfield.", "Our allotment has its first marrow.",
        "We welcome a new pupil to Otters.", "Two chicks hatched in the incubator in Otters.",
        "The kingfisher was back at the pond today.", "The fossil from the beach is now in the museum.",
        "Our gargoyles hang in the hall.", "Year 6 performed Macbeth in thirty minutes.",
        "A reader in Year 1 finished a hundred books.", "Herons cooked soup with leeks from the allotment.",
        "The penguin glove has found its owner, a pupil in Year 1!", "Greta read at the cathedral.",
        "The mayor answered the letter about the crossing.", "Thank you to the PTA for the marquee.",
        "Hamza and Ines were our ball crew.", "E. in Year 6 scored the winning goal.",
    ]

    private static let firsts = [
        "Anouk", "Bilal", "Cerys", "Dariusz", "Elspeth", "Farid", "Greta", "Hamza", "Ines", "Jago", "Kezia", "Ruaridh",
        "Mabli", "Nikhil", "Oonagh", "Piotr", "Roisin", "Stellan", "Tegan", "Usman", "Viveka", "Xanthe", "Yannick",
        "Zofia",
    ]
    private static let lasts = [
        "Abbermoor", "Brackenlow", "Cattermere", "Dunnockby", "Ellerslade", "Fennimarsh", "Garthwyke", "Hobblebeck",
        "Inglethorn", "Jessamarsh", "Kettlewyn", "Lowdermill", "Mossgarth", "Nettlewyke", "Oxterby", "Pikestow",
        "Quarnslade", "Ravelsby", "Scaleholt", "Thistlegarth", "Ulverslow", "Vennacott", "Wragmoor", "Yarslade",
    ]

    /// Two classes of twelve, as at the schools of the demonstration: no first name twice.
    private static let small = (0..<24).map { place in
        ProofName(
            id: firsts[place], first: firsts[place], last: lasts[place * 5 % 24], year: place % 2 == 0 ? 1 : 6,
            className: place % 2 == 0 ? "Otters" : "Herons", mayBeNamed: ![0, 11, 14, 16, 22].contains(place))
    }

    /// Seven classes of thirty, one for each year: each first name eight times or nine.
    private static let large = (0..<210).map { place in
        ProofName(
            id: "\(firsts[place % 24]) \(place)", first: firsts[place % 24], last: lasts[(place * 5 + place / 24) % 24],
            year: place % 7, className: ["Otters", "Herons", "Owls", "Foxes", "Hares", "Wrens", "Moles"][place % 7],
            mayBeNamed: place % 10 != 3)
    }

    /// Of whom something is told at which post. What is told of is not published; thirty posts are looked back.
    private func told(_ names: [ProofName], _ planted: [Int: String], seed: UInt64) -> [Int: [String]] {
        let reader = Proofreader(names: names, settings: [.jigsaw: CheckSetting(severity: .leader)])
        var dice = Dice(seed: seed)
        var posts: [String] = []
        var told: [Int: [String]] = [:]
        for number in 0..<300 {
            let chance = (0..<Int.random(in: 1...3, using: &dice)).map { _ in dice.pick(Self.sentences) }
            let words = planted[number] ?? chance.joined(separator: " ")
            let found = reader.pointedAt(words, after: posts.suffix(30))
            if found.isEmpty { posts.append(words) } else { told[number] = found }
        }
        return told
    }

    @Test("everyday posts give nobody away", arguments: [5, 6, 7])
    func everyday(_ seed: Int) {
        #expect(told(Self.small, [:], seed: UInt64(seed)) == [:])
        #expect(told(Self.large, [:], seed: UInt64(seed)) == [:])
    }

    @Test("in a small school what gives a child away is told where it does, and nowhere else")
    func smallSchool() {
        let planted = [
            100: "Y. O. of Otters won a rosette.",
            // A name is told of by the checks of names; it was published while it could be.
            150: "Yannick brought a pony, Merlin, to the gymkhana.",
            160: "A child rode Merlin at the gymkhana again.",
            // Too long ago.
            250: "A child rode Merlin at the gymkhana again.",
        ]
        #expect(told(Self.small, planted, seed: 5) == [100: ["Yannick"], 160: ["Yannick"]])
    }

    @Test("in a larger school a first name and a year are enough where one child has both")
    func largeSchool() {
        let planted = [
            100: "Hamza of Year 5 caught a trout.", 150: "Hamza of Year 2 caught a trout.",
            200: "Bilal caught a trout.", 210: "Our trout was caught by Bilal of Year 2.",
        ]
        let found = told(Self.large, planted, seed: 5)
        #expect(found[100] == ["Hamza 103"] && found[150] == nil)
        #expect(Set(found.keys).isSubset(of: Set(planted.keys)), "\(found)")
    }
}

/// What is to be said of a link, by the categories under which a policy bars some.
enum LinkTopic {
    static let all: [(id: String, says: String)] = [
        ("unencrypted", "is not encrypted, so that anybody on the way can read and change what it leads to"),
        ("shortened", "hides where it leads"),
        ("lookalike", "is written with letters that look like those of another address"),
        ("adult", "leads to matter for adults"),
        ("gambling", "leads to gambling"),
        ("alcohol", "leads to alcohol"),
        ("tobacco", "leads to tobacco or vaping"),
        ("weapons", "leads to weapons"),
        ("file-sharing", "leads to a place where files are shared"),
        ("crowdfunding", "asks for money for somebody’s cause"),
        ("petition", "leads to a petition"),
        ("party-political", "leads to a political party or campaign"),
        ("shop", "leads to a shop"),
    ]

    /// From 1; 0 for a category that is not there.
    static func number(_ id: String) -> Int { (all.firstIndex { $0.id == id } ?? -1) + 1 }
}

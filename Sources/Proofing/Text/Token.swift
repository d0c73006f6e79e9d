/// A run of letters or a run of digits.
struct Token {
    /// First byte and the byte after the last, in the folded text.
    var start: Int32
    var end: Int32
    var hash: UInt64
    /// The word of the phrase book that it is, or 0.
    var word: UInt16 = 0
    var traits: Traits = []
    var form: Form
    var gap: Gap
    /// What phrases may take it for.
    var set: TokenSet

    var length: Int { Int(end - start) }

    struct Form: OptionSet {
        let rawValue: UInt8
        static let number = Form(rawValue: 1)
        static let capital = Form(rawValue: 2)
        static let capitals = Form(rawValue: 4)
        /// A capital after a small letter.
        static let camel = Form(rawValue: 8)
        /// Written with letters of another alphabet, or with something unseen inside.
        static let disguised = Form(rawValue: 16)
        /// A letter three times or more in a row.
        static let stretched = Form(rawValue: 32)
    }

    /// What stands between this and the token before.
    struct Gap: OptionSet {
        let rawValue: UInt8
        static let space = Gap(rawValue: 1)
        static let hyphen = Gap(rawValue: 2)
        static let apostrophe = Gap(rawValue: 4)
        static let dot = Gap(rawValue: 8)
        /// `!`, `?`, `:` or `;`.
        static let stop = Gap(rawValue: 16)
        static let comma = Gap(rawValue: 32)
        static let other = Gap(rawValue: 64)
        /// An empty line, or the beginning of the text.
        static let paragraph = Gap(rawValue: 128)
    }

    /// What the phrase book and the register know of a word.
    struct Traits: OptionSet {
        let rawValue: UInt16
        static let first = Traits(rawValue: 1)
        static let nick = Traits(rawValue: 2)
        static let last = Traits(rawValue: 4)
        /// Begins a first name, or a surname, of several words.
        static let firstPart = Traits(rawValue: 8)
        static let lastPart = Traits(rawValue: 16)
        /// An ordinary word as well as a name.
        static let plain = Traits(rawValue: 32)
        static let title = Traits(rawValue: 64)
        /// Makes a place, a prize or a thing of the name before it: `road`, `cup`.
        static let place = Traits(rawValue: 128)
        static let determiner = Traits(rawValue: 256)
        /// Somebody who is no pupil: `author`, `mayor`.
        static let role = Traits(rawValue: 512)
        static let insult = Traits(rawValue: 1024)
        /// Stands before a place: `at`, `in`.
        static let whereabouts = Traits(rawValue: 2048)
        static let month = Traits(rawValue: 4096)
        static let street = Traits(rawValue: 8192)
        /// A word that is common enough to be no part of a name when it is written small.
        static let common = Traits(rawValue: 16384)

        /// Ends the name of a computer on the net: `com`.
        static let domainEnd = Traits(rawValue: 32768)

        static let names: Traits = [.first, .nick, .last, .firstPart, .lastPart]
    }
}

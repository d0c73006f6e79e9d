import Policy

/// A sequence of words to look for: what a line of the phrase book says.
struct Phrase: Sendable {
    struct Element: Sendable {
        enum Test: Sendable {
            /// One of these, each of one word or more.
            case words([[UInt16]])
            /// So many words of any kind, or fewer.
            case gap(Int)
            case number, money, percent
            /// A child: a word for one, a pronoun, or a first name of the register.
            case child
            /// A word that begins with a capital and is no common one.
            case capital
            /// Something written as names of accounts are: `mo_iq.live`, `barry#4821`.
            case account
            /// A word of five letters or more that no book knows.
            case unknown
            /// Any of these.
            indirect case either([Test])
        }

        var test: Test
        var isOptional = false
        var needsCapital = false
        /// Among words that stand together: it must not be there.
        var isBarred = false
    }

    var kind: CheckKind
    /// Takes away what was found, where it stands within.
    var isInnocent: Bool
    /// What it is about, in words that follow “about”; 0 for none.
    var topic: Int
    var elements: [Element]
    /// The element whose words lead to it.
    var anchor: Int
    /// For words that say something only beside each other, in any order: within how many words of the anchor.
    var reach: Int?
}

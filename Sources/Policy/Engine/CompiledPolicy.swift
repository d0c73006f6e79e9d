/// A pack's rules as bits, ready to decide.
///
/// Every `when` and every `unless` of a rule is a list of conditions on different facts. For each value of each fact
/// there is a column with a bit for each such list, set when the value rules the list out; a list holds when no column
/// of the request has its bit. A decision is then the OR of one column a fact. The lists lie in planes: plane 0 has
/// every rule's `when`, plane 1 the first `unless` of the rules that have one, and so on; rules with more of them come
/// first, so that each plane is a prefix of the one before and bit `n` of every plane belongs to the same rule.
package struct CompiledPolicy: Sendable {
    package let shape: RequestShape
    package let ruleCount: Int
    /// Rules by the place of their bit.
    let order: [Int]
    /// Bit places by rule.
    let places: [Int]
    /// First word and number of words of each plane.
    let planes: [Range<Int>]
    /// Blocks of eight words that a column has.
    let blocks: Int
    /// Planes of exceptions: all but the first.
    let exceptions: [Range<Int>]
    /// The words of those planes: each lies in the place `exception` and lifts the rules of the word `word`.
    let lifts: [(word: Int, exception: Int)]
    /// Facts that some rule depends on, and where in ``columns`` the columns of each begin.
    var lookups: [Lookup]
    /// The last of those facts; -1 when there is none.
    let lastFact: Int
    /// By block, then by active fact, then by value: place 0 is what every value rules out, 1… the values.
    var columns: [SIMD8<UInt64>]
    let columnsInBlock: Int
    /// By block, then by active fact: what some value rules out.
    let open: [SIMD8<UInt64>]
    /// By block: bits that stand for no list at all, and so count as ruled out.
    let unused: [SIMD8<UInt64>]
    /// Rules that prohibit, need leave, require and permit, in that order, by words of plane 0.
    let effects: [SIMD4<UInt64>]
    /// For each verdict as the least that is certain, by rank: the undecided rules that could still change the answer.
    let decisive: [[UInt64]]
    /// For each verdict by rank: the rules that the answer is made of.
    let carried: [[UInt64]]

    /// ``tablesHash`` as it was when they were compiled.
    var seal: UInt64 = 0

    /// Words of plane 0, which has every rule.
    let words: Int
    /// Words of all planes.
    var width: Int { planes.last?.upperBound ?? 0 }

    /// Where the columns of a fact are.
    struct Lookup: Sendable {
        /// Place in the vocabulary.
        var fact: Int
        /// First of the fact's columns.
        var base: Int
    }
}

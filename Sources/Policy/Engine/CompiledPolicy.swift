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
    /// Facts that some rule depends on, and where in ``columns`` the columns of each begin.
    let activeFacts: [Int]
    let bases: [Int]
    /// By block, then by active fact, then by value: place 0 is what every value rules out, 1… the values.
    let columns: [SIMD8<UInt64>]
    let columnsInBlock: Int
    /// By block, then by active fact: what some value rules out.
    let open: [SIMD8<UInt64>]
    /// By block: bits that stand for no list at all, and so count as ruled out.
    let unused: [SIMD8<UInt64>]
    /// Rules of each effect, in words of plane 0.
    let prohibited: [UInt64]
    let needsApproval: [UInt64]
    let required: [UInt64]
    let permitted: [UInt64]
    /// For each verdict as the least that is certain, by rank: the undecided rules that could still change the answer.
    let decisive: [[UInt64]]
    /// For each verdict by rank: the rules that the answer is made of.
    let carried: [[UInt64]]

    var words: Int { planes[0].count }
    /// Words of all planes.
    var width: Int { planes.last?.upperBound ?? 0 }
}

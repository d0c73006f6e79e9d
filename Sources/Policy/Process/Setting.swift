/// One process setting of a pack: its value, and the clauses of the policy that say so.
package struct Setting<Value: Sendable>: Sendable {
    package var value: Value
    /// Identifiers of clauses; empty when the policy is silent.
    package var clauses: [String]
    /// True when the pack says nothing and the value is Hornbook's own.
    package var isDefault: Bool

    package init(_ value: Value, clauses: [String] = [], isDefault: Bool = false) {
        self.value = value
        self.clauses = clauses
        self.isDefault = isDefault
    }

    package static func assumed(_ value: Value) -> Setting { Setting(value, isDefault: true) }
}

extension Setting: Equatable where Value: Equatable {}

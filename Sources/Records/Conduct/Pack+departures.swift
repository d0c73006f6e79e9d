package import Policy

/// How a school hears of a judgement outside the policy, or against it.
package struct DepartureTerms: Sendable, Equatable {
    /// Whether the policy itself provides for one, and asks that it be told.
    package var areForeseen: Bool
    /// Any one of these answers.
    package var toldTo: [Role]
    package var answeredWithin: Span
}

extension Pack {
    package var departures: DepartureTerms {
        let speaking = rules.filter { rule in
            rule.effect != .prohibited
                && rule.when.contains { $0.fact == "action" && $0.values == ["depart-from-policy"] }
        }
        let told = (speaking.flatMap(\.obligations) + (otherwise?.obligations ?? [])).filter { $0.kind == .tell }
        return DepartureTerms(
            areForeseen: !told.isEmpty || !process.departuresToldTo.isDefault, toldTo: process.departuresToldTo.value,
            answeredWithin: process.departuresAnsweredWithin.value)
    }
}

/// What a school uses pictures of children for, and on what it relies for each. Where it relies on consent, parents are
/// asked; where the policy does not list a purpose, the school has no such pictures.
package struct ImageUses: Sendable, Equatable {
    package var bases: [ImagePurpose: LawfulBasis]

    package init(_ bases: [ImagePurpose: LawfulBasis]) { self.bases = bases }

    package subscript(_ purpose: ImagePurpose) -> LawfulBasis? { bases[purpose] }

    /// Every purpose that the school has, in their usual order.
    package var purposes: [ImagePurpose] { bases.keys.sorted() }

    /// Those for which a parent is asked.
    package var askedFor: [ImagePurpose] { purposes.filter { bases[$0] == .consent } }

    /// `Consent: the school’s website, video. Public task: displays in school`
    package var text: String {
        let parts = LawfulBasis.allCases.compactMap { basis -> String? in
            let labels = purposes.filter { bases[$0] == basis }.map(\.inSentence)
            return labels.isEmpty ? nil : "\(basis.label): \(labels.joined(separator: "; "))"
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ". ")
    }
}

extension ImagePurpose {
    /// The label within a sentence.
    fileprivate var inSentence: String { label.prefix(1).lowercased() + label.dropFirst() }
}

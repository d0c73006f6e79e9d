package import Policy

extension ConsentAnswer {
    /// Whether a yes still counts on a day.
    package func counts(on day: Day) -> Bool { decision == .given && (until.map { day <= $0 } ?? true) }
}

extension Pupil {
    /// The latest answer for a purpose.
    package func answer(for purpose: ImagePurpose) -> ConsentAnswer? { answers.last { $0.purpose == purpose } }

    /// How things stand for a purpose, the list of those who are never shown left aside.
    package func standing(_ purpose: ImagePurpose, under terms: ConsentTerms, on day: Day) -> ConsentStanding {
        if let leaving, leaving < day, terms.endsWithLeaving { return .ended(leaving) }
        let basis = terms.basis(of: purpose)
        guard let answer = answer(for: purpose) else { return basis == .consent ? .missing : .otherBasis(basis) }
        switch answer.decision {
        case .refused: return .refused
        case .withdrawn: return .withdrawn
        case .given:
            let until = [answer.until, terms.endsWithLeaving ? leaving : nil].compactMap(\.self).min()
            if let until, until < day { return basis == .consent ? .ended(until) : .otherBasis(basis) }
            return .given(until: until)
        }
    }

    /// The child as other records' decisions see them.
    package func card(under terms: ConsentTerms, on day: Day) -> PupilCard {
        PupilCard(
            id: id, first: particulars.first, last: particulars.last, nicknames: particulars.nicknames,
            className: particulars.className, year: particulars.year, isHere: isHere(on: day),
            leaves: isProtected ? [] : leaves(under: terms))
    }

    /// The purposes for which leave was refused or has been taken back; all of them for a child who may never be shown
    /// or has left.
    package func endedPurposes(under terms: ConsentTerms) -> [ImagePurpose] {
        if isProtected || (hasLeft && terms.endsWithLeaving) { return ImagePurpose.allCases }
        return ImagePurpose.allCases.filter { answer(for: $0).map { $0.decision != .given } ?? false }
    }

    package func isHere(on day: Day) -> Bool { !hasLeft && (leaving.map { day <= $0 } ?? true) }

    /// Leaves that have ended stand among them with their last day: whoever asks for a day is told that it is over.
    private func leaves(under terms: ConsentTerms) -> [ImageLeave] {
        let end = terms.endsWithLeaving ? leaving : nil
        return ImagePurpose.allCases.compactMap { purpose in
            let basis = terms.basis(of: purpose)
            guard let answer = answer(for: purpose) else {
                return basis == .consent ? nil : ImageLeave(purpose: purpose, basis: basis, until: end)
            }
            guard answer.decision == .given else { return nil }
            return ImageLeave(
                purpose: purpose, platforms: answer.platforms, basis: answer.basis,
                until: [answer.until, end].compactMap(\.self).min())
        }
    }
}

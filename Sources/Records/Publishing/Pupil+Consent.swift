package import Policy

extension ConsentAnswer {
    /// Whether a yes still counts on a day.
    package func counts(on day: Day) -> Bool { decision == .given && (until.map { day <= $0 } ?? true) }
}

extension Pupil {
    /// The latest answer for a purpose.
    package func answer(for purpose: ImagePurpose) -> ConsentAnswer? { answers.last { $0.purpose == purpose } }

    /// How things stand for a purpose, the list of those who are never shown left aside. Leave ends with the last day
    /// at the school, or on that day when they are recorded as having left.
    package func standing(_ purpose: ImagePurpose, under terms: ConsentTerms, on day: Day) -> ConsentStanding {
        guard let basis = terms.bases[purpose] else { return .notUsed }
        if let leaving, !isHere(on: day) { return .ended(leaving) }
        guard let answer = answer(for: purpose) else { return basis == .consent ? .missing : .otherBasis(basis) }
        switch answer.decision {
        case .refused: return .refused
        case .withdrawn: return .withdrawn
        case .given:
            if basis != .consent { return .otherBasis(basis) }
            let until = [answer.until, leaving].compactMap(\.self).min()
            if let until, until < day { return .ended(until) }
            return .given(until: until)
        }
    }

    /// The child as other records' decisions see them.
    package func card(under terms: ConsentTerms, on day: Day) -> PupilCard {
        PupilCard(
            id: id, first: particulars.first, last: particulars.last, nicknames: particulars.nicknames,
            className: particulars.className, year: particulars.year, isHere: isHere(on: day),
            leaves: isProtected ? [] : terms.used.compactMap { leave(for: $0, under: terms) })
    }

    /// A leave that has ended stands with its last day: whoever asks for a later day is told that it is over.
    private func leave(for purpose: ImagePurpose, under terms: ConsentTerms) -> ImageLeave? {
        guard let basis = terms.bases[purpose] else { return nil }
        guard let answer = answer(for: purpose) else {
            return basis == .consent ? nil : ImageLeave(purpose: purpose, basis: basis, until: leaving)
        }
        guard answer.decision == .given else { return nil }
        if basis != .consent { return ImageLeave(purpose: purpose, basis: basis, until: leaving) }
        return ImageLeave(
            purpose: purpose, platforms: answer.platforms, basis: .consent,
            until: [answer.until, leaving].compactMap(\.self).min())
    }

    /// The purposes for which leave was refused or has been taken back; all of them for a child who may never be shown
    /// or has left.
    package var endedPurposes: [ImagePurpose] {
        if isProtected || hasLeft { return ImagePurpose.allCases }
        return ImagePurpose.allCases.filter { answer(for: $0).map { $0.decision != .given } ?? false }
    }

    package func isHere(on day: Day) -> Bool { !hasLeft && (leaving.map { day <= $0 } ?? true) }
}

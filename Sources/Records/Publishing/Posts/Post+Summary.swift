package import Policy

extension Post {
    /// The stages as lists and filters know them. The raw values stand in views; the labels are for people.
    package enum Status: String, Sendable, CaseIterable, Codable {
        case draft, submitted, returned, refused, approved, scheduled, held, publishing, published, corrected
        case withdrawing, withdrawn, discarded

        package var label: String {
            switch self {
            case .draft: "a draft"
            case .submitted: "waiting for approval"
            case .returned: "sent back"
            case .refused: "refused"
            case .approved: "approved"
            case .scheduled: "scheduled"
            case .held: "held"
            case .publishing: "being published"
            case .published: "published"
            case .corrected: "published, corrected"
            case .withdrawing: "being taken down"
            case .withdrawn: "withdrawn"
            case .discarded: "thrown away"
            }
        }
    }

    package var status: Status {
        switch phase {
        case .draft: .draft
        case .submitted: .submitted
        case .returned: .returned
        case .refused: .refused
        case .approved: .approved
        case .scheduled: .scheduled
        case .held: .held
        case .publishing: .publishing
        case .published: corrections.contains { $0.publishedAt != nil } ? .corrected : .published
        case .withdrawing: .withdrawing
        case .withdrawn: .withdrawn
        case .discarded: .discarded
        }
    }

    /// By how its words begin.
    package var title: String {
        let words = content.texts.first { !$0.words.trimmed.isEmpty }?.words.trimmed ?? ""
        return words.isEmpty ? "A post without words" : words.firstLine(atMost: 60)
    }

    /// Children who are shown or named in it, in what is published and in what is submitted.
    package var children: [PupilID] { Set((submission?.children ?? []) + (live?.children ?? [])).sorted() }

    /// People may be able to see it somewhere.
    package var isOut: Bool { copies.contains(where: \.isOut) }

    package var summary: Summary {
        var facets = Set(content.accounts + copies.map(\.account)).sorted().map { SummaryFacet("account", $0) }
        facets += children.map { SummaryFacet("pupil", $0.rawValue) }
        facets += Set(content.pictures + (live?.content.pictures ?? [])).sorted().map {
            SummaryFacet("picture", $0.rawValue)
        }
        facets.append(SummaryFacet("author", author.rawValue))
        facets += people.sorted().map { SummaryFacet("person", $0.rawValue) }
        if isOut { facets.append(SummaryFacet("out", "yes")) }
        if copies.contains(where: \.isForTheOffice) { facets.append(SummaryFacet("outbox", "due")) }
        if let day = calendarAt?.londonDay { facets.append(SummaryFacet("month", day.monthKey)) }
        if let due = dueAt { facets.append(SummaryFacet("due", due.londonDay.iso)) }
        return Summary(
            title: title, subtitle: isBeingCorrected ? "correction" : "", status: status.rawValue, duties: duties,
            facets: facets, audience: audience)
    }

    /// What is published is for the staff; before that, only for those who write it and those who approve.
    private var audience: [Audience] {
        let own = people.sorted().map(Audience.person)
        let roles = Set(readers + (submission?.approvers ?? []) + Post.withdrawers)
        let all = live == nil ? roles : roles.union(Role.allCases.filter(\.isEmployee))
        return own + all.sorted().map(Audience.role)
    }

    package var people: Set<PersonID> {
        var people = Set(circle + (authorLeft ? [] : [author]))
        if let submission { people.formUnion(submission.hands) }
        if let approved { people.insert(approved.1.by) }
        if let live { people.insert(live.approval.by) }
        return people.subtracting([.office])
    }

    package var pictures: Set<PictureID> { Set(content.pictures + (live?.content.pictures ?? [])) }
    package var pupils: Set<PupilID> { Set(children) }
    package var accounts: Set<String> { Set(content.accounts + copies.map(\.account)) }

    package static func pictures(in command: Command) -> Set<PictureID> {
        content(in: command).map { Set($0.pictures) } ?? []
    }

    package static func accounts(in command: Command) -> Set<String> {
        content(in: command).map { Set($0.accounts) } ?? []
    }

    /// What a takedown must see to. One copy for each account: what a correction replaced is being taken down anyway.
    package var published: PublishedPost? {
        guard let live, copies.contains(where: \.mayBeSeen) else { return nil }
        let out = copies.filter(\.mayBeSeen).reversed()
        let accounts = Set(out.map(\.account)).sorted()
        return PublishedPost(
            title: title,
            copies: accounts.compactMap { account in
                out.first { $0.account == account }.map { copy in
                    PublishedCopy(
                        account: account, accountName: copy.title, platform: copy.platform,
                        address: copy.sent?.address ?? "", purpose: copy.purpose,
                        people: Set(circle + (authorLeft ? [] : [author])).sorted())
                }
            },
            pictures: live.content.pictures)
    }

    private static func content(in command: Command) -> PostContent? {
        switch command {
        case .start(let content, _), .save(let content, _): content
        case .submit, .approve, .sendBack, .refuse, .schedule, .unschedule, .publish, .beginDelivery, .delivered,
            .deliveryFailed, .removed, .notThere, .removalFailed, .looked, .recordAddress, .tryAgain, .putUpByHand,
            .abandon, .recordRemoved, .takeDown, .withdraw, .correct, .discard, .noteLeaver, .stopUnsent, .noteGone:
            nil
        }
    }

    package static func people(in command: Command) -> Set<PersonID> {
        if case .noteLeaver(let person) = command { [person] } else { [] }
    }
}

extension PostCopy {
    /// The office has something to do: send it, or take it down.
    var isForTheOffice: Bool {
        switch state {
        case .waiting, .sending, .recalled: true
        case .removing(_, _, let byHand, _): !byHand
        case .byHand, .failed, .sent, .abandoned, .removed: false
        }
    }
}

extension Pack {
    /// What is wrong with the document on a day: first what follows from its dates and names, then what a reader found.
    package func defects(on day: Day, platforms: PlatformCatalogue) -> [Defect] {
        reviewDefects(on: day) + signatureDefects + platformDefects(on: day, platforms) + lawDefects(on: day)
            + foundDefects
    }

    private func reviewDefects(on day: Day) -> [Defect] {
        guard let next = policy.nextReview else {
            return [
                computed(
                    "no-next-review", .date, printing(.lastReviewed), "No date of the next review is printed.",
                    means: "Nobody can tell when the policy is out of date.", mend: "Print when it is reviewed next.")
            ]
        }
        var found: [Defect] = []
        if next.lastDay < day {
            found.append(
                computed(
                    "review-overdue", .date, printing(.nextReview),
                    "The next review was due \(next.isDay ? "on" : "in") \(next.text), and that has passed.",
                    means: "The school follows a policy that it meant to have looked at again.",
                    mend: "Review the policy, and print the new dates."))
        }
        guard let last = policy.lastReviewed else { return found }
        let dates = merged(printing(.lastReviewed), printing(.nextReview))
        if next.lastDay < last.firstDay {
            found.append(
                computed(
                    "review-order", .date, dates,
                    "The next review, \(next.text), is printed before the last, \(last.text).",
                    means: "One of the two dates is wrong.", mend: "Print the right dates."))
        }
        let every = process.policyReviewEvery
        // Where only a month is printed, the one that follows is near enough.
        let allowed = every.value.count + (next.isDay ? 0 : 1)
        if last.lastDay.adding(months: allowed) < next.firstDay {
            let months = Span.months(every.value.count).text
            found.append(
                computed(
                    "review-interval", .date, merged(every.clauses, dates),
                    "The next review, \(next.text), is printed for more than \(months) after the last, \(last.text). "
                        + (every.isDefault
                            ? "The policy sets no interval; Hornbook’s is \(months)." : "The policy allows \(months)."),
                    means: "The policy goes unlooked at for longer than it should.",
                    mend: "Print an earlier review, or agree a longer interval."))
        }
        return found
    }

    private var signatureDefects: [Defect] {
        var found: [Defect] = []
        if policy.ratified == nil {
            found.append(
                computed(
                    "not-ratified", .unsigned, [], "No day of ratification is printed.",
                    means: "Nobody can tell from the document that governors approved it.",
                    mend: "Have it ratified, and print the day."))
        }
        if policy.version == nil {
            found.append(
                computed(
                    "no-version", .numbering, [], "No version is printed.",
                    means: "Two copies cannot be told apart.", mend: "Print a version when it is next issued."))
        }
        return found
    }

    /// A platform that the document calls by a former name, or that was renamed or closed after the document's last
    /// date. An undated document is taken to know the names of its platforms unless it is quoted with an old one.
    private func platformDefects(on day: Day, _ catalogue: PlatformCatalogue) -> [Defect] {
        let written = [policy.issued, policy.lastReviewed, policy.ratified].compactMap { $0?.lastDay }.max()
        var found: [Defect] = []
        for platform in catalogue.platforms {
            let naming = clauses.filter { $0.claims.platforms.contains { catalogue.find($0)?.id == platform.id } }
            guard !naming.isEmpty else { continue }
            let asPrinted = Set(naming.flatMap(\.claims.platforms).map { $0.lowercased() })
            let former = platform.formerly.filter { $0.until <= day }
            let old =
                former.first { asPrinted.contains($0.name.lowercased()) }
                ?? former.first { name in written.map { $0 < name.until } ?? false }
            if let old {
                found.append(
                    computed(
                        "\(platform.id)-renamed", .oldName, naming.map(\.id),
                        "The policy names \(old.name), which has been called \(platform.name) since "
                            + "\(old.until.longText).",
                        means: "A reader may think that the rule is not about \(platform.name).",
                        mend: "Write \(platform.name)."))
            }
            if let closed = platform.closed, closed <= day {
                found.append(
                    computed(
                        "\(platform.id)-closed", .leftOver, naming.map(\.id),
                        "The policy names \(old?.name ?? platform.name), which closed on \(closed.longText).",
                        means: "The example says nothing to anybody today.", mend: "Leave it out."))
            }
        }
        return found
    }

    private func lawDefects(on day: Day) -> [Defect] {
        links.compactMap { link in
            guard let replacement = link.replacement, replacement.since.firstDay <= day else { return nil }
            let name = String(link.name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
            return computed(
                "law-\(name)", .oldLaw, link.clauses,
                "The policy names \(link.name), in whose place \(replacement.name) has stood since "
                    + "\(replacement.since.text).",
                means: "The policy rests on a law that no longer holds.", mend: "Name \(replacement.name).")
        }
    }

    private func computed(
        _ id: String, _ kind: Defect.Kind, _ clauses: [String], _ says: String, means: String, mend: String
    ) -> Defect {
        Defect(id: id, kind: kind, clauses: clauses, says: says, means: means, mend: mend, isComputed: true)
    }

    /// The clauses that say that a particular of the pack is theirs.
    private func printing(_ field: PrintedField) -> [String] {
        clauses.filter { $0.claims.printed.contains(field) }.map(\.id)
    }

    private func merged(_ first: [String], _ second: [String]) -> [String] {
        first + second.filter { !first.contains($0) }
    }
}

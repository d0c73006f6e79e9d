package import HTML

/// What the policy answers, and where it says so.
package struct VerdictPanel: Component {
    package enum Answer: String, Sendable, CaseIterable {
        case permitted, approval, required, prohibited, uncovered
    }

    /// A sentence of the policy and the clause that it stands in.
    package struct Citation: Sendable, Equatable {
        package var says: String
        package var clause: Link
        /// The other clauses that it stands in.
        package var more: [Link]

        package init(says: String, clause: Link, more: [Link] = []) {
            self.says = says
            self.clause = clause
            self.more = more
        }
    }

    package var answer: Answer
    /// The answer in a sentence: "Yes, once the headteacher has agreed".
    package var headline: String
    package var citations: [Citation]
    package var more: Markup

    package init(
        _ answer: Answer, headline: String, citations: [Citation], @MarkupBuilder more: () -> Markup = empty
    ) {
        self.answer = answer
        self.headline = headline
        self.citations = citations
        self.more = more()
    }

    package var body: Markup {
        section(.class("verdict verdict-\(answer.rawValue)"), .aria(.labelledBy, "verdict-title")) {
            h2(.id("verdict-title")) {
                icon
                span { headline }
            }
            if !citations.isEmpty {
                ul(.class("citations")) {
                    for citation in citations {
                        li {
                            span { "\(citation.says) " }
                            for (index, clause) in ([citation.clause] + citation.more).enumerated() {
                                if index > 0 { "; " }
                                span(.class("clause")) { clause }
                            }
                        }
                    }
                }
            }
            more
        }
    }

    private var icon: Icon {
        switch answer {
        case .permitted: .tick
        case .approval, .required: .info
        case .prohibited: .stop
        case .uncovered: .ask
        }
    }
}

/// All that a rule may speak of: a closed list of actions, and of facts with finitely many values each.
package struct Vocabulary: Sendable, Equatable {
    package struct Topic: Sendable, Equatable {
        package var id: String
        package var label: String

        package init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    package struct Action: Sendable, Equatable {
        package var id: String
        package var label: String
        package var topic: String
        /// Other words that people use for it.
        package var words: [String]
        /// Identifiers of the facts that a rule on this action may depend on.
        package var facts: [String]

        package init(id: String, label: String, topic: String, words: [String] = [], facts: [String]) {
            self.id = id
            self.label = label
            self.topic = topic
            self.words = words
            self.facts = facts
        }
    }

    package let topics: [Topic]
    package let actions: [Action]
    /// `who` and `action` first, then those of the file in its order: the order that breaks ties.
    package let facts: [Fact]
    /// How requests in this vocabulary are laid out.
    package let shape: RequestShape
    private let places: [String: Int]

    package init(topics: [Topic], actions: [Action], facts: [Fact]) {
        self.topics = topics
        self.actions = actions
        let all = [Vocabulary.who, Vocabulary.action(actions)] + facts
        self.facts = all
        places = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        shape = RequestShape(facts: all)
    }

    package func fact(_ id: String) -> Fact? { places[id].map { facts[$0] } }
    package func action(_ id: String) -> Action? { actions.first { $0.id == id } }
    package func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

    /// The fact's place in a request.
    package func place(of fact: String) -> Int? { places[fact] }

    /// Who asks: the roles, by their raw values, and those who never sign in.
    private static let who = Fact(
        id: "who", label: "Who", question: "What is your part in the school?",
        values: Role.allCases.map { FactValue(id: $0.rawValue, label: $0 == .parent ? "Parent or carer" : $0.label) }
            + [
                FactValue(id: "pupil", label: "Pupil"), FactValue(id: "visitor", label: "Visitor"),
            ])

    private static func action(_ actions: [Action]) -> Fact {
        Fact(
            id: "action", label: "What", question: "What do you want to do?",
            values: actions.map { FactValue(id: $0.id, label: $0.label, words: $0.words) })
    }
}

/// Something that a rule may depend on, with every value that it can have.
package struct Fact: Sendable, Equatable {
    package var id: String
    package var label: String
    /// What a person is asked.
    package var question: String
    package var hint: String?
    /// 1 to 254 of them.
    package var values: [FactValue]

    package init(id: String, label: String, question: String, hint: String? = nil, values: [FactValue]) {
        self.id = id
        self.label = label
        self.question = question
        self.hint = hint
        self.values = values
    }

    package func value(_ id: String) -> FactValue? { values.first { $0.id == id } }
}

package struct FactValue: Sendable, Equatable {
    package var id: String
    package var label: String
    /// Other words that people use for it.
    package var words: [String]

    package init(id: String, label: String, words: [String] = []) {
        self.id = id
        self.label = label
        self.words = words
    }
}

import HTML
import Policy
import Records

/// One topic of the policy, or one kind of what was found: what a query narrows a page about the policy to.
struct TopicFilter {
    var topic: Vocabulary.Topic?
    /// A name in the query that stands for no topic.
    var unknown: String?

    init(_ visit: Visit, _ vocabulary: Vocabulary) {
        let asked = visit.query["topic"]
        topic = vocabulary.topic(asked)
        unknown = topic == nil && !asked.isEmpty ? asked : nil
    }

    static func control(_ topics: [Vocabulary.Topic], chosen: Vocabulary.Topic?) -> Filters.Control {
        .select(
            name: "topic", label: "Topic",
            options: [Choice("", "Every topic")] + topics.map { Choice($0.id, $0.label) }, chosen: chosen?.id ?? "")
    }
}

extension Vocabulary {
    /// The fact whose name is spelled most like this; nil when none is near.
    package func nearest(to fact: String) -> String? { Spelling.nearest(to: fact, among: facts.map(\.id)) }
}

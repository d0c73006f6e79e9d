/// Questions of which every fact is known, laid out one after the other: the quickest way to decide many.
package struct RequestBatch: Sendable {
    package let shape: RequestShape
    package private(set) var count = 0
    /// The values of the first question, then those of the next: each as in ``Request/values``.
    private(set) var values: [UInt8] = []

    package init(shape: RequestShape) { self.shape = shape }

    /// - Throws: ``EvaluationError/incomplete(_:)`` or ``EvaluationError/foreignRequest``; nothing is added then.
    package mutating func append(_ request: Request) throws(EvaluationError) {
        guard request.shape == shape else { throw .foreignRequest }
        guard request.isComplete else { throw .incomplete([]) }
        values += request.values
        count += 1
    }
}

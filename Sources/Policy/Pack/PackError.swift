/// One thing wrong in a file of data, and where.
package struct PackError: Error, Sendable, Equatable, Hashable {
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1.
    package var column: Int
    /// A plain sentence that names what is wrong and what was expected.
    package var message: String
    /// The known name closest to the unknown one, when one is close.
    package var nearest: String?

    package init(file: String, line: Int, column: Int, message: String, nearest: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.nearest = nearest
    }
}

extension PackError {
    /// What is wrong, and what was meant: `Unknown fact `wiht`. Did you mean `with`?`
    package var advice: String { Spelling.asking(message, nearest: nearest) }
}

extension PackError: CustomStringConvertible {
    /// `oakdene.yaml:12:5: Unknown fact `wiht`. Did you mean `with`?`
    package var description: String { "\(file):\(line):\(column): \(advice)" }
}

/// Every thing wrong in a file, in the order of its lines. A file with any error is refused whole.
package struct PackErrors: Error, Sendable, Equatable {
    package var errors: [PackError]

    package init(_ errors: [PackError]) {
        self.errors = errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}

extension PackErrors: CustomStringConvertible {
    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A flat model that knows how it looks. Keep bodies short: long ones are slow to type-check and hard to read.
package protocol Component: Sendable {
    @MarkupBuilder var body: Markup { get }
}

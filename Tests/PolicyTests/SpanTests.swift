import Testing

@testable import Policy

@Suite("Spans")
struct SpanTests {
    @Test(
        "a span is read and written alike",
        arguments: [
            ("24 hours", Span.hours(24)), ("1 hour", .hours(1)), ("10 working days", .working(10)),
            ("1 working day", .working(1)), ("5 school days", .school(5)), ("30 days", .days(30)),
            ("12 months", .months(12)), ("1 month", .months(1)),
        ])
    func readsAndWrites(_ text: String, _ span: Span) {
        #expect(Span(text) == span)
        #expect(span.text == text)
    }

    @Test(
        "the plural is read for one, and the singular for many",
        arguments: [("1 working days", "1 working day"), ("3 day", "3 days")])
    func forgivesNumber(_ text: String, _ written: String) {
        #expect(Span(text)?.text == written)
    }

    @Test(
        "what is not a span is refused",
        arguments: ["", "days", "0 days", "-1 days", "1001 days", "ten days", "5 weeks", "5", "1.5 hours", "5 working"])
    func refuses(_ text: String) {
        #expect(Span(text) == nil)
    }

    @Test("equal counts by different clocks are never equal")
    func clocksDiffer() {
        #expect(Set([Span.hours(5), .working(5), .school(5), .days(5), .months(5)]).count == 5)
    }
}

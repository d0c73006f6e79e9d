import Testing

@testable import HTML

@Suite("Escaping")
struct EscapingTests {
    static let hostile: [(typed: String, text: String, value: String)] = [
        ("plain", "plain", "plain"),
        ("", "", ""),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Tom & Jerry", "Tom &amp; Jerry", "Tom &amp; Jerry"),
        ("&lt;", "&amp;lt;", "&amp;lt;"),
        ("\" onclick=\"x", "\" onclick=\"x", "&quot; onclick=&quot;x"),
        ("it's", "it's", "it&#39;s"),
        ("]]><!--", "]]&gt;&lt;!--", "]]&gt;&lt;!--"),
        ("Siân Prŷs 👩‍🏫", "Siân Prŷs 👩‍🏫", "Siân Prŷs 👩‍🏫"),
        ("a\u{0}b", "a\u{FFFD}b", "a\u{FFFD}b"),
        ("<<>>", "&lt;&lt;&gt;&gt;", "&lt;&lt;&gt;&gt;"),
    ]

    @Test("text is shown as it was typed, whatever it holds", arguments: hostile)
    func text(_ sample: (typed: String, text: String, value: String)) {
        #expect(p { sample.typed }.string == "<p>\(sample.text)</p>")
        #expect(Markup(sample.typed).string == sample.text)
    }

    @Test("an attribute's value cannot end the attribute", arguments: hostile)
    func value(_ sample: (typed: String, text: String, value: String)) {
        #expect(input(.value(sample.typed)).string == "<input value=\"\(sample.value)\">")
    }

    @Test("text put into a literal is escaped with it")
    func interpolation() {
        let name = "<b>"
        let cell: Markup = "Name: \(name)"
        #expect(cell.string == "Name: &lt;b&gt;")
    }

    @Test("a textarea cannot be closed from within")
    func textArea() {
        #expect(
            textarea(.name("t")) { "</textarea><script>" }.string
                == "<textarea name=\"t\">&lt;/textarea&gt;&lt;script&gt;</textarea>")
    }

    @Test("a literal of the source passes through the one door unescaped")
    func trusted() {
        #expect(div { UnescapedHTML(trusted: "<svg></svg>") }.string == "<div><svg></svg></div>")
    }

    @Test("markup is escaped once, however deep it stands")
    func once() {
        let inner = span { "a & b" }
        #expect(div { section { inner } }.string == "<div><section><span>a &amp; b</span></section></div>")
    }
}

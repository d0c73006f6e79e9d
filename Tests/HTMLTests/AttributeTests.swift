import Testing

@testable import HTML

@Suite("Attributes")
struct AttributeTests {
    @Test(
        "an address that only opens a page is kept",
        arguments: [
            "/oakdene/accounts", "accounts/1", "?page=2", "#f-name", "", "https://oakdene.example/a?b=c:d",
            "HTTP://x.example",
            "a/b:c", "?next=a:b", "#a:b", "./javascript:x",
        ])
    func safeAddress(_ address: String) {
        #expect(a(.href(address)).string == "<a href=\"\(address)\"></a>")
    }

    @Test(
        "an address that could do more is left out, and the link stays as text",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "\u{1}javascript:x",
            "data:text/html,<script>", "vbscript:x", "blob:x", "file:///etc/passwd", "//evil.example",
            "/\\evil.example",
            "\\\\evil.example", "https://a.example/ b", "javascript&colon;:x", ":x", "view-source:x",
            "mailto:a@b.example",
        ])
    func unsafeAddress(_ address: String) {
        #expect(a(.href(address)) { "here" }.string == "<a>here</a>")
    }

    @Test("sources and form targets are held to the same rule")
    func otherAddresses() {
        #expect(img(.src("javascript:x"), .alt("")).string == "<img alt=\"\">")
        #expect(HTML.form(.action("javascript:x")).string == "<form></form>")
        #expect(button(.formaction("data:x")).string == "<button></button>")
    }

    @Test("an e-mail link holds one address and no headers")
    func mail() {
        #expect(a(.mailto("office@oakdene.example")).string == "<a href=\"mailto:office@oakdene.example\"></a>")
        #expect(a(.mailto("a@b.example?bcc=c@d.example")).string == "<a></a>")
        #expect(a(.mailto("a@b.example,c@d.example")).string == "<a></a>")
    }

    @Test("attributes stand in the order given, with their prefixes")
    func order() {
        let markup = div(.id("x"), .class("a b"), .data("label", "Name"), .aria(.describedBy, "y"), .role(.alert))
        #expect(
            markup.string
                == "<div id=\"x\" class=\"a b\" data-label=\"Name\" aria-describedby=\"y\" role=\"alert\"></div>")
    }

    @Test("a value of nil and a flag that is off are left out")
    func omitted() {
        #expect(input(.id(nil), .class(nil), .data("a", nil), .aria(.label, nil), .checked(false)).string == "<input>")
    }

    @Test("a flag that is on stands without a value")
    func flag() {
        #expect(
            input(.type(.checkbox), .checked(), .disabled(true)).string == "<input type=\"checkbox\" checked disabled>")
    }
}

import Testing

@testable import HTML

@Suite("Elements")
struct ElementTests {
    @Test("an element without content has both its tags")
    func empty() {
        #expect(div().string == "<div></div>")
        #expect(script(.src("/a.js"), .defer()).string == "<script src=\"/a.js\" defer></script>")
    }

    @Test(
        "a void element has no end tag",
        arguments: [
            (br(), "<br>"), (hr(), "<hr>"), (meta(.charset("utf-8")), "<meta charset=\"utf-8\">"), (img(), "<img>"),
        ])
    func void(_ markup: Markup, _ expected: String) {
        #expect(markup.string == expected)
    }

    @Test("elements stand inside and after one another")
    func nesting() {
        let markup = table {
            tbody {
                tr {
                    td { "1" }
                    td { strong { "2" } }
                }
            }
        }
        #expect(markup.string == "<table><tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>")
    }

    @Test("a document begins with its type and names its language")
    func wholeDocument() {
        let page = document(lang: "en-GB") { element("body") { "Hello" } }
        #expect(page.string == "<!DOCTYPE html><html lang=\"en-GB\"><body>Hello</body></html>")
    }
}

@Suite("Builder")
struct BuilderTests {
    struct Greeting: Component {
        var name: String
        var body: Markup { p { "Hello, \(name)" } }
    }

    @Test("nothing given is nothing written")
    func nothing() {
        let none: Markup? = nil
        let nobody: Greeting? = nil
        #expect(Markup {}.isEmpty)
        #expect(
            div {
                none
                nobody
            }.string == "<div></div>")
    }

    @Test("a condition writes its branch only", arguments: [(true, "<p>yes</p>!"), (false, "<p>no</p>")])
    func condition(_ isOn: Bool, _ expected: String) {
        let markup = Markup {
            if isOn { p { "yes" } } else { p { "no" } }
            if isOn { "!" }
        }
        #expect(markup.string == expected)
    }

    @Test("a switch writes the case that holds", arguments: [(1, "one"), (2, "two"), (3, "many")])
    func choice(_ number: Int, _ expected: String) {
        let markup = Markup {
            switch number {
            case 1: "one"
            case 2: "two"
            default: "many"
            }
        }
        #expect(markup.string == expected)
    }

    @Test("a loop writes every item in order, escaped")
    func loop() {
        let markup = ul { for item in ["a", "<b>", "c"] { li { item } } }
        #expect(markup.string == "<ul><li>a</li><li>&lt;b&gt;</li><li>c</li></ul>")
    }

    @Test("components, arrays and text mix in one block")
    func mixed() {
        let markup = Markup {
            "a<"
            Greeting(name: "Tom & Co")
            [br(), hr()]
            "z"
        }
        #expect(markup.string == "a&lt;<p>Hello, Tom &amp; Co</p><br><hr>z")
    }

    @Test("a piece that is used twice is not changed by what follows it")
    func values() {
        let first = p { "1" }
        let both = Markup {
            first
            "2"
        }
        #expect(both.string == "<p>1</p>2")
        #expect(first.string == "<p>1</p>")
    }
}

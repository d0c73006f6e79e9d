import Records
import Testing

@testable import Office

@Suite("Comma-separated values")
struct CSVTests {
    @Test(
        "a text is read as RFC 4180 has it",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b", [["a", "b"]]), ("\"a\",\"b\"", [["a", "b"]]), ("\"a,b\",c", [["a,b", "c"]]),
            ("\"a\"\"b\"", [["a\"b"]]),
            ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]), ("a,\r\n,b", [["a", ""], ["", "b"]]),
            ("a,\"\",c", [["a", "", "c"]]), ("", []), ("\r\n\r\n", []),
            ("a\r\n\r\nb", [["a"], ["b"]]), (" a , b ", [[" a ", " b "]]), ("é,日本", [["é", "日本"]]),
            ("\"\"\"\"", [["\""]]), (",", [["", ""]]),
        ])
    func read(text: String, rows: [[String]]) throws { #expect(try CSV.read(text).map(\.cells) == rows) }

    @Test("each record knows the line on which it begins")
    func lines() throws { #expect(try CSV.read("a\r\n\"b\nb\"\r\n\r\nc").map(\.line) == [1, 2, 5]) }

    @Test(
        "what is no such text is refused with its line",
        arguments: [
            ("a\n\"b", 2, "a quotation mark is opened and never closed"),
            (
                "a\nb\"c", 2,
                "a quotation mark stands inside a cell; double it, or put the whole cell in quotation marks"
            ),
            (
                "\"a\"b", 1,
                "text stands after the quotation mark that ends a cell; put the whole cell in quotation marks"
            ),
            (
                "\"a\" \"b\"", 1,
                "text stands after the quotation mark that ends a cell; put the whole cell in quotation marks"
            ),
        ])
    func malformed(text: String, line: Int, reason: String) {
        #expect(throws: CSV.Malformed(line: line, reason: reason)) { try CSV.read(text) }
    }

    @Test(
        "what is written is read again as it was",
        arguments: [
            ["a", "b"], ["a,b", "c\"d"], ["a\nb", ""], ["\r\n", "x"], ["\u{301},\u{301}", "y"], ["\"\u{301}", "z"],
            ["a\u{0}b"], ["", ""],
        ])
    func roundTrip(cells: [String]) throws {
        let read = try CSV.read(CSV.line(cells)).first?.cells ?? []
        #expect(read.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } == cells)
    }

    @Test(
        "a cell that a spreadsheet would run as a formula is made text",
        arguments: [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n=1", "=\u{301}1",
            "=HYPERLINK(\"https://x.example\",\"y\")",
        ])
    func formula(cell: String) throws {
        let read = try #require(try CSV.read(CSV.line([cell, "x"])).first?.cells.first)
        #expect(Array(read.unicodeScalars) == Array("'".unicodeScalars) + Array(cell.unicodeScalars))
    }
}

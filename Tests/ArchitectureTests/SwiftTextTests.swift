import Testing

@Suite("Reading Swift source")
struct SwiftTextTests {
    @Test(
        "comments and literals are blanked, code and interpolations stay",
        arguments: [
            ("let a = 1 // try! b", "let a = 1          "),
            ("a /* try! /* b */ c */ d", "a                      d"),
            (#"say("try! it")"#, #"say("       ")"#),
            (#"say("a \(b!) c")"#, #"say("    b!   ")"#),
            (#"say("\(f("x!", y)) z")"#, #"say("  f("  ", y)   ")"#),
            (##"say(#"a "try!" \(b)"#)"##, ##"say(#"             "#)"##),
            (#"say("a \" try!")"#, #"say("         ")"#),
            ("a\n// b\nc", "a\n    \nc"),
            ("say(\"\"\"\n  try! \"x\"\n  \"\"\")", "say(\"\"\"\n          \n  \"\"\")"),
        ])
    func blanks(_ source: String, _ code: String) {
        #expect(SwiftText.code(of: source) == code)
    }
}

import Testing

@Suite("How the repository is laid out")
struct LayoutTests {
    /// Files that may be longer, with why. There are none, and a new one needs a good reason.
    static let longFiles: [String: String] = [:]

    @Test("a source file has 400 lines at most, a test file 500", arguments: [("Sources", 400), ("Tests", 500)])
    func filesAreShort(_ place: String, _ most: Int) throws {
        for file in try Repository.swift(in: place) where Self.longFiles[file.path] == nil {
            let count = file.lines.count
            if count > most { Issue.record("\(file.path) has \(count) lines, more than \(most): split it") }
        }
    }

    @Test("a file that is excused for its length is there")
    func excusesAreInUse() {
        for path in Self.longFiles.keys where !Repository.exists(path) { Issue.record("\(path) is not there") }
    }

    static let pageParts = [
        ("what it is for", "^## (What it is for|Overview)$"), ("what it imports", "\\bimports?\\b"),
        ("where to begin", "^## Where to begin( reading)?$"),
    ]

    @Test("every module has a page that says what it is for, what it may import and where to begin")
    func modulesHavePages() throws {
        for module in try Repository.modules() {
            let path = "Sources/\(module)/\(module).docc/\(module).md"
            guard Repository.exists(path) else {
                Issue.record("\(path) is missing")
                continue
            }
            let page = try Repository.text(path)
            for (what, pattern) in Self.pageParts where !page.contains(try Regex(pattern).anchorsMatchLineEndings()) {
                Issue.record("\(path) does not say \(what)")
            }
        }
    }

    @Test("every module is on the map in the README")
    func modulesAreOnTheMap() throws {
        let readme = try Repository.text("README.md")
        for module in try Repository.modules() where !readme.contains("`Sources/\(module)`") {
            Issue.record("README.md does not say what Sources/\(module) is")
        }
    }

    @Test("a page that is linked to is there")
    func linksLeadSomewhere() throws {
        let pages = try ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs"]
            .flatMap { try Repository.files($0, endings: [".md"]) }.filter { !$0.path.hasPrefix("docs/api/") }
        for page in pages {
            for link in page.text.matches(of: #/\]\(([^)\s]+)\)/#).map({ String($0.1) })
            where !link.contains("://") && !link.hasPrefix("#") && !link.hasPrefix("mailto:") {
                let target = link.split(separator: "#").first.map(String.init) ?? ""
                let folder = page.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
                if !Repository.exists(folder + target) {
                    Issue.record("\(page.path) links to \(link), which is not there")
                }
            }
        }
    }
}

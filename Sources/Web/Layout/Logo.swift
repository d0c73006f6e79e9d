import HTML

/// The mark: a hornbook, a board with a handle that a child's first page was pasted on.
enum Logo {
    /// In colour, for the page's head.
    static var mark: UnescapedHTML {
        UnescapedHTML(
            trusted: """
                <svg class="mark" viewBox="0 0 32 40" width="32" height="40" aria-hidden="true" focusable="false">\
                <path fill="#b9793a" d="M5 1h22a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3\
                h-6.5l-1 6.8a3.54 3.54 0 0 1-7 0l-1-6.8H5a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z"/>\
                <path fill="#fff6e3" d="M6 5h20v20H6z"/>\
                <path fill="none" stroke="#2b2118" stroke-width="1.8" stroke-linecap="round" \
                d="M9.5 9.5h3M11 8v3M16 9.5h6.5M9.5 14.5h13M9.5 18h13M9.5 21.5h8"/>\
                <circle cx="16" cy="35.3" r="1.3" fill="#2b2118"/></svg>
                """)
    }

    /// In one colour, for a place where nothing stands yet.
    static var board: UnescapedHTML {
        UnescapedHTML(
            trusted: """
                <svg class="board" viewBox="0 0 32 40" aria-hidden="true" focusable="false">\
                <path d="M5 1h22a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3\
                h-6.5l-1 6.8a3.54 3.54 0 0 1-7 0l-1-6.8H5a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z"/>\
                <path d="M6 5h20v20H6z"/></svg>
                """)
    }
}

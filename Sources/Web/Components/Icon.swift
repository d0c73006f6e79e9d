package import HTML

/// Small line drawings. They only accompany words, so assistive technology passes over them.
package enum Icon: String, Component, CaseIterable {
    // Areas of the site.
    case today, ask, accounts, people, pictures, policy, ledger, post, inbox, concern, report, more
    // States and notices.
    case clock, warning, tick, info, stop

    package var body: Markup { drawing.markup }

    private var drawing: Drawing {
        switch self {
        case .today: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8.5 15l2.2 2.2 4.3-4.4"
        case .ask: "M4 5h16v11H12l-5 4v-4H4zM9.8 8.8a2.2 2.2 0 1 1 3 2c-.6.3-.8.6-.8 1.3M12 14.2v.1"
        case .accounts: "M5 4h14v16H5zM9 4v16M12 9h4M12 13h4"
        case .people:
            """
            M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 20c0-4 2.5-6 6-6s6 2 6 6\
            M15.5 5a3 3 0 0 1 0 6M17.5 14.4c2.2.8 3.5 2.7 3.5 5.6
            """
        case .pictures: "M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 9.5v.1"
        case .policy: "M6 3h12v11.5a6 6 0 0 1-4 5.5l-2 1-2-1a6 6 0 0 1-4-5.5zM9 8h6M9 12h6"
        case .ledger: "M12 3v5M12 8H6v4M12 8h6v4M3.5 12h5v5h-5zM15.5 12h5v5h-5zM6 17v4M18 17v4"
        case .post: "M4 20l1.2-4.5L16 4.7l3.3 3.3L8.5 18.8zM13.5 7.2l3.3 3.3"
        case .inbox: "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4l1-2.5h5"
        case .concern: "M5 21V4h10l-1.5 3.5L15 11H5"
        case .report: "M5 20V10M10 20V4M15 20v-7M20 20V8"
        case .more: "M4 7h16M4 12h16M4 17h16"
        case .clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2"
        case .warning: "M12 3.5l9.5 16.5h-19zM12 10v4.5M12 17.2v.1"
        case .tick: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.3l2.8 2.8L16 9.5"
        case .info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.7v.1"
        case .stop: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.7 5.7l12.6 12.6"
        }
    }
}

/// The strokes of one icon on a board of 24 by 24.
private struct Drawing: ExpressibleByStringLiteral {
    var path: String

    init(stringLiteral path: String) { self.path = path }

    var markup: Markup {
        element(
            "svg",
            [.class("icon"), .custom("viewBox", "0 0 24 24"), .aria(.hidden, "true"), .custom("focusable", "false")]
        ) {
            element("path", [.custom("d", path)]) {}
        }
    }
}

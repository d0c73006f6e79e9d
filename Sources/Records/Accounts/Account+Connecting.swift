package import Policy

extension OpenAccount {
    func connected(_ connection: Connection, _ secret: String, at desk: Desk) throws(Refusal) -> Account.Event {
        try desk.requireCustodian(of: self, to: "connect this account")
        guard connection != .byHand else { throw .wrongState("Disconnect the account to publish by hand.") }
        if let place = connection.server, !place.isConnectable {
            throw .incomplete([FieldProblem("server", "Enter a web address that begins with https://")])
        }
        guard !connection.needsSecret || !secret.isEmpty else {
            throw .incomplete([FieldProblem("secret", "Enter the access token or the application password")])
        }
        return .connected(
            connection: connection, sealedSecret: connection.needsSecret ? secret : "", by: desk.person, at: desk.now)
    }

    func disconnected(because reason: String, at desk: Desk) throws(Refusal) -> Account.Event {
        try desk.requireCustodian(of: self, to: "disconnect this account")
        guard link != nil else { throw .wrongState("This account is not connected: its posts are put up by hand.") }
        return .disconnected(reason: reason, by: desk.person, at: desk.now)
    }

    /// By hand until somebody connects it.
    package var connection: Connection { link?.connection ?? .byHand }
}

extension Connection {
    /// The server's web address; nil where there is none.
    package var server: String? {
        switch self {
        case .byHand, .feed: nil
        case .mastodon(let server): server
        case .wordPress(let site, _): site
        case .atProtocol(let service, _): service
        }
    }

    /// Where it leads, for people: the server, and as whom.
    package var place: String {
        switch self {
        case .byHand, .feed: way.label
        case .mastodon(let server): "\(way.label), \(server)"
        case .wordPress(let site, let user): "\(way.label), \(site), as \(user)"
        case .atProtocol(let service, let identifier): "\(way.label), \(service), as \(identifier)"
        }
    }

    var prefill: Input {
        var values = ["way": [way.rawValue]]
        if let server { values["server"] = [server] }
        switch self {
        case .wordPress(_, let user): values["user"] = [user]
        case .atProtocol(_, let identifier): values["user"] = [identifier]
        case .byHand, .mastodon, .feed: break
        }
        return Input(values)
    }
}

extension String {
    /// A place without a secret in it, over https; plain http only to this machine, which trying out needs.
    fileprivate var isConnectable: Bool {
        let lower = lowercased()
        let isHere = lower.hasPrefix("http://127.0.0.1:") || lower.hasPrefix("http://127.0.0.1/")
        return isWebAddress && (lower.hasPrefix("https://") || isHere)
            && !lower.contains { $0 == "@" || $0 == "?" || $0 == "#" || $0 == "\\" }
    }
}

extension Account {
    static var connectionForms: [CommandForm<Account>] {
        let ways = [
            Choice(
                Connection.Way.mastodon.rawValue, Connection.Way.mastodon.label,
                hint: "Make an application under Preferences, Development, and give its access token here."),
            Choice(
                Connection.Way.wordPress.rawValue, Connection.Way.wordPress.label,
                hint: "Make an application password in the user’s profile, and give it here with the user’s name."),
            Choice(
                Connection.Way.atProtocol.rawValue, Connection.Way.atProtocol.label,
                hint: "Make an app password under Settings, Privacy and security, and give it here with the handle."),
            Choice(
                Connection.Way.feed.rawValue, Connection.Way.feed.label,
                hint: "Posts stand in the feed on this school’s public site. Nothing else is needed."),
        ]
        return [
            CommandForm(
                Form(
                    "connect", title: "Connect for publishing",
                    intro:
                        "Approved posts then go up by themselves: on Mastodon, WordPress and Bluesky, or in the school’s own feed. On every other platform, such as Facebook, nothing is to be connected: a person puts them up by hand.",
                    button: "Save the connection",
                    fields: [
                        Field("way", "How it is connected", .choice(ways), missing: "Choose how it is connected"),
                        Field(
                            "server", "Web address of the server or the site", .webAddress,
                            hint: "Such as https://mastodon.example. Leave it empty for Bluesky.", required: false,
                            missing: "Enter the web address of the server"),
                        Field(
                            "user", "User name or handle", .line(max: 200),
                            hint: "For WordPress and Bluesky. Mastodon’s token says it.", required: false,
                            missing: "Enter the user name or handle"),
                        Field(
                            "secret", "Access token or application password", .secret,
                            hint:
                                "Not the password that people sign in with. Sealed when you save, and shown to nobody.",
                            required: false, missing: "Enter the access token or application password"),
                    ])
            ) { answers throws(Refusal) in
                .connect(try connection(answers), sealedSecret: answers.text("secret"))
            },
            CommandForm(
                Form(
                    "disconnect", title: "Disconnect",
                    intro:
                        "From now on a person puts its posts up by hand. Take the token or the application password away on the platform too.",
                    button: "Disconnect it", warning: "The token or the application password is forgotten.",
                    fields: [
                        Field("reason", "Reason", .line(max: 300), missing: "Enter why it is disconnected")
                    ])
            ) { answers in .disconnect(reason: answers.text("reason")) },
        ]
    }

    private static func connection(_ answers: Answers) throws(Refusal) -> Connection {
        let way = try answers.choice("way", Connection.Way.self)
        var server = answers.text("server")
        while server.hasSuffix("/") { server.removeLast() }
        let user = answers.text("user")
        var problems: [FieldProblem] = []
        if server.isEmpty, [.mastodon, .wordPress].contains(way) {
            problems.append(FieldProblem("server", "Enter the web address of the server"))
        }
        if user.isEmpty, [.wordPress, .atProtocol].contains(way) {
            problems.append(FieldProblem("user", "Enter the user name or handle"))
        }
        if way == .wordPress, user.contains(":") {
            problems.append(FieldProblem("user", "A user name has no colon in it"))
        }
        guard problems.isEmpty else { throw .incomplete(problems) }
        return switch way {
        case .byHand: .byHand
        case .feed: .feed
        case .mastodon: .mastodon(server: server)
        case .wordPress: .wordPress(site: server, user: user)
        case .atProtocol:
            .atProtocol(
                service: server.isEmpty ? "https://bsky.social" : server,
                identifier: user.hasPrefix("@") ? String(user.dropFirst()) : user)
        }
    }
}

import HTML
import Office
import Policy
import Records

extension Visit {
    /// A page of this school with everything around it.
    func page(_ title: String, crumbs: [Link] = [], hasProblems: Bool = false, @MarkupBuilder main: () -> Markup)
        -> PageShell
    {
        var page = PageShell(title: title, main: main)
        page.hasProblems = hasProblems
        page.school = SchoolPlate(
            name: school.name, basePath: caller == nil ? (base.isEmpty ? "/" : base) : url("/today"))
        page.breadcrumbs = crumbs
        if let caller {
            page.person = SignedInPerson(
                name: caller.name, roles: caller.givenRoles.map(\.label), href: url("/me"),
                signOut: SignOut(action: url("/sign-out"), hidden: [HiddenField("csrf", token)]))
            page.navigation = navigation
        }
        if let notice = Notice(rawValue: query["done"]) { page.notices = [NotificationBanner(.success, notice.text)] }
        if site.isDemo {
            page.demo = DemoBanner(
                "Everybody here is invented.",
                switchPerson: caller == nil ? nil : Link("Be somebody else", url("/sign-in?again=1")))
        }
        page.footerLinks = [Link("About this school’s policy", base.isEmpty ? "/" : base)]
        // Tokens are made by those who are signed in: a parent at a link has no use for it.
        if caller != nil { page.footerLinks.append(Link("Programming interface", "/openapi.json")) }
        return page
    }

    /// What every form of this page carries.
    var hidden: [HiddenField] { [HiddenField("csrf", token)] }

    /// On a phone the first four stand at the bottom: what most people come for most often.
    private var navigation: [NavigationItem] {
        var items = [
            item("Today", "/today", .today), item("Ask", "/ask", .ask, also: ["/answers", "/judgements"]),
            item("Posts", "/posts", .post),
        ]
        if admits(.pictures) { items.append(item("Pictures", "/pictures", .pictures)) }
        items += [item("Accounts", "/accounts", .accounts), item("People", "/people", .people)]
        if admits(.pupils) { items.append(item("Pupils", "/pupils", .people, also: ["/takedowns"])) }
        items.append(item("Policy", "/policy", .policy))
        if admits(.ledger) { items.append(item("Ledger", "/ledger", .ledger)) }
        return items
    }

    /// - Parameter also: places that belong to the area without standing under its address.
    private func item(_ text: String, _ path: String, _ icon: Icon, also: [String] = []) -> NavigationItem {
        NavigationItem(
            text, href: url(path), icon: icon,
            isCurrent: ([path] + also).contains { self.path == $0 || self.path.hasPrefix($0 + "/") })
    }
}

/// What has just been done, told on the page that follows: named in the address, so that nothing personal stands there.
enum Notice: String, CaseIterable {
    case recorded, before, unchanged, imported, importedBefore, rollImported, signedOut, sessionsEnded, tokenEnded,
        checkpointed,
        passwordSet, savedInDraft, picturesAdded

    var text: String {
        switch self {
        case .recorded: "Recorded"
        case .before: "That was recorded already. Nothing was done twice"
        case .unchanged: "Nothing had to change, so nothing was recorded"
        case .imported: "The people on your list were added"
        case .rollImported: "The roll was changed as you confirmed"
        case .importedBefore: "That list was added already. Nothing was done twice"
        case .signedOut: "You are signed out"
        case .sessionsEnded: "Every session of yours was ended"
        case .tokenEnded: "The token no longer works"
        case .checkpointed: "A checkpoint was signed"
        case .savedInDraft: "Saved in the draft. The policy in force is as it was"
        case .picturesAdded: "The pictures were added. Say for each who is in it and what it shows"
        case .passwordSet: "Your password is set. Sign in with it"
        }
    }
}

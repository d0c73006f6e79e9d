import HTML
import Office
import Policy
import Records

/// A post on one account: how far it is, and what a person can do about it.
struct CopyPanel: Component {
    var visit: Visit
    var record: RecordID
    var revision: Int64
    var post: Post
    var copy: PostCopy
    var account: AccountCard?
    var names: Names
    /// Names of the commands that this person could give.
    var may: Set<String>

    var body: Markup {
        Panel(copy.number > 1 ? "\(copy.title), correction \(copy.number - 1)" : copy.title) {
            p { tag }
            state
        }.body
    }

    private var tag: Tag {
        switch copy.state {
        case .waiting, .sending: Tag("Being sent", .info)
        case .byHand: Tag("To be put up by hand", .waiting)
        case .failed: Tag("Did not get there", .bad)
        case .sent: Tag("Published", .good)
        case .abandoned: Tag("Left out", .quiet)
        case .recalled, .removing: Tag("Being taken down", .waiting)
        case .removed: Tag("Taken down", .quiet)
        }
    }

    @MarkupBuilder private var state: Markup {
        switch copy.state {
        case .waiting(let attempts):
            if attempts.tries > 0 {
                p { "Tried \(attempts.tries) times. \(attempts.last) Next try: \(attempts.next.longText)." }
                p(.class("hint")) { Self.mayBeUp }
            }
            if may.contains("putUpByHand") { action("putUpByHand", "Put it up by hand instead") }
        case .sending(_, let since): p { "Since \(since.longText)." }
        case .recalled(let attempts, _):
            p { "A try to put it up may have got through. Hornbook looks for it there, and takes it down." }
            if attempts.tries > 0 { p { "\(attempts.last) Next look: \(attempts.next.longText)." } }
        case .byHand: byHand
        case .failed(let reason, let tries, let at):
            p { "\(reason) Tried \(tries) times, last on \(at.longText)." }
            p(.class("hint")) { Self.mayBeUp }
            if may.contains("tryAgain") { action("tryAgain", "Try again") }
            if may.contains("putUpByHand") { action("putUpByHand", "Put it up by hand instead") }
            if may.contains("abandon") { leaveOut }
            if may.contains("recordAddress") {
                details {
                    summary { "It is up there" }
                    recordAddress
                }
            }
        case .sent(let sent):
            stands(sent)
            if let look = copy.look { p(.class("hint")) { "\(look.found.sentence) Read back on \(look.at.longText)." } }
            if may.contains("takeDown") {
                details {
                    summary { "Take it down from this account alone" }
                    form("takeDown", "Take it down") { line("reason", "Why it is taken down there", type: .text) }
                }
            }
        case .abandoned(let reason, let by, _): p { "\(names.name(by)): \(reason)" }
        case .removing(let sent, let attempts, let isByHand, _):
            stands(sent)
            if !attempts.last.isEmpty { p { attempts.last } }
            if isByHand, may.contains("recordRemoved") {
                form("recordRemoved", "It is gone") {
                    div(.class("option option-confirm")) {
                        input(.id(fieldID("gone")), .name("gone"), .type(.checkbox), .value("yes"))
                        label(.for(fieldID("gone"))) { "I have taken it down, and looked: it is gone" }
                    }
                }
            }
        case .removed(let sent, let by, let at):
            p { "It stood at \(sent.address.isEmpty ? "an address that is not known" : sent.address)." }
            p { "Taken down on \(at.longText), recorded by \(names.name(by))." }
        }
    }

    @MarkupBuilder private func stands(_ sent: SentPost) -> Markup {
        if sent.address.isWebAddress { p { Link(sent.address, sent.address) } }
        p(.class("hint")) { "Put up by \(names.name(sent.by)) on \(sent.at.longText)." }
    }

    /// What to do, one thing after another. The words stand ready to be copied.
    @MarkupBuilder private var byHand: Markup {
        ol(.class("checklist")) {
            li {
                "Open the account"
                if let address = account?.address, address.isWebAddress {
                    ": "
                    Link(address, address)
                }
                "."
            }
            li {
                "Copy these words, all of them and nothing else:"
                pre(.class("copy-text"), .tabindex(0), .id("words-\(copy.id)")) { copy.words }
                CopyButton("Copy the words", of: "words-\(copy.id)")
            }
            for (index, picture) in (post.live?.pictures ?? []).enumerated() {
                li {
                    if let link = visit.pictureLink {
                        Link("Download picture \(index + 1)", "\(link(picture.id))/picture.jpg")
                        ", add it, and give it this description:"
                    } else {
                        "Add picture \(index + 1), with this description:"
                    }
                    pre(.class("copy-text"), .tabindex(0), .id("alt-\(copy.id)-\(index)")) { picture.altText }
                    CopyButton("Copy the description", of: "alt-\(copy.id)-\(index)")
                }
            }
            li { "Publish it there, and look at it as everybody sees it." }
            li { "Record its address here." }
        }
        if may.contains("recordAddress") { recordAddress }
        if may.contains("abandon") { leaveOut }
    }

    private var recordAddress: Markup {
        form("recordAddress", "Record it") {
            line("address", "Its address on the platform, such as https://…", type: .url)
        }
    }

    /// An answer can be lost after the work was done.
    private static let mayBeUp = "Look at the account before you put it up there yourself: a try may have got through."

    @MarkupBuilder private var leaveOut: Markup {
        details {
            summary { "Leave this account out" }
            form("abandon", "Leave it out") {
                line("reason", "Why it is not published there", type: .text)
            }
        }
    }

    private func action(_ command: String, _ text: String) -> PostButton {
        PostButton(text, action: visit.url(record.commandPath(command)), hidden: hidden, tone: .quiet)
    }

    private func form(_ command: String, _ text: String, @MarkupBuilder fields: () -> Markup) -> Markup {
        HTML.form(.class("form"), .action(visit.url(record.commandPath(command))), .method(.post), .novalidate()) {
            for field in hidden { field }
            fields()
            div(.class("buttons")) { button(.class("button"), .type(.submit)) { text } }
        }
    }

    /// A page may show several copies, so each has identifiers of its own.
    private func fieldID(_ name: String) -> String { "\(name)-\(copy.id)" }

    private func line(_ name: String, _ text: String, type: Attribute.InputType) -> Markup {
        div(.class("field")) {
            label(.class("label"), .for(fieldID(name))) { text }
            input(.class("input"), .id(fieldID(name)), .name(name), .type(type))
        }
    }

    private var hidden: [HiddenField] {
        [
            HiddenField("csrf", visit.token), HiddenField("record", record.key),
            HiddenField("revision", "\(revision)"), HiddenField("once", visit.office.newID()),
            HiddenField("copy", copy.id),
        ]
    }
}

extension PostCopy.Look.Found {
    fileprivate var sentence: String {
        switch self {
        case .present: "It stands there as it was sent."
        case .changed: "It stands there, but not as it was sent."
        case .gone: "It is not there any more."
        case .unknown: "Whether it stands there cannot be told."
        }
    }
}

import Testing

@testable import Policy

@Suite("Plain words")
struct MatchTests {
    /// What somebody might type, with the action and the facts that it names.
    static let phrases: [(words: String, meant: String)] = [
        ("accept a friend request from an ex-pupil", "accept-friend-request with=former-pupil"),
        ("Can I accept friend requests from former pupils?", "accept-friend-request with=former-pupil"),
        ("accepting a follower who is a parent", "accept-friend-request with=parent"),
        ("send a friend request to a colleague", "send-friend-request with=colleague"),
        ("May I add a mum on Facebook?", "send-friend-request with=parent"),
        ("befriend a pupil's parents", "send-friend-request with=parent"),
        ("invite a past pupil over 18 to connect", "send-friend-request with=former-pupil age=18-or-over"),
        ("follow a pupil", "follow with=pupil"),
        ("follow back a parent from my own account", "follow with=parent account=personal"),
        ("following another teacher", "follow with=colleague"),
        ("follow my niece who is a former pupil", "follow with=former-pupil relation=family"),
        ("like a pupil's photo", "interact-with-posts with=pupil"),
        ("comment on what a parent wrote, from the school account", "interact-with-posts with=parent account=school"),
        ("repost a colleague", "interact-with-posts with=colleague"),
        ("look at a pupil's page", "look-at-page with=pupil"),
        ("browse the page of a former student", "look-at-page with=former-pupil"),
        ("view a parent's profile", "look-at-page with=parent"),
        (
            "message a parent about homework on WhatsApp",
            "message with=parent channel=personal-social-media subject=school-business"
        ),
        ("reply to a pupil on Class Dojo", "message with=pupil channel=class-dojo"),
        ("text a mum from my mobile", "message with=parent channel=own-phone"),
        ("e-mail a parent from my private e-mail", "message with=parent channel=personal-email"),
        ("chat with a colleague on LinkedIn", "message with=colleague channel=professional-network"),
        ("write to a pupil on the learning platform", "message with=pupil channel=learning-platform"),
        ("give a parent my mobile number", "give-personal-contact with=parent contact-detail=own-phone-number"),
        ("give out my personal e-mail to pupils", "give-personal-contact with=pupil contact-detail=own-email-address"),
        ("meet a parent at a party", "keep-social-contact with=parent"),
        ("same church as a pupil", "keep-social-contact with=pupil"),
        ("declare that a pupil is a family friend", "disclose-social-contact with=pupil"),
        ("a pupil sent me a strange message", "report-contact"),
        ("report a grooming concern", "report-contact safeguarding-concern=concern"),
        ("become a friend of a pupil's page", "join-friends with=pupil"),
        ("act on my own judgement in an emergency", "depart-from-policy"),
        ("set up a Facebook page for the school", "open-account platform-kind=any-other-platform"),
        ("create a school Instagram account", "open-account platform-kind=any-other-platform"),
        ("start a YouTube channel", "open-account platform-kind=any-other-platform"),
        ("apply for an account", "apply-for-account"),
        ("propose a new account to the head", "apply-for-account"),
        ("approve an application", "decide-application"),
        ("turn down an account", "decide-application"),
        ("post for the school", "run-account"),
        ("look after the school's account", "run-account"),
        ("use it with a class", "use-with-pupils"),
        ("use my personal account for school business", "use-private-account-for-school"),
        ("is this an unofficial fan page", "treat-as-official"),
        ("put the school badge on my own account", "use-logo account=personal"),
        ("use the school logo", "use-logo"),
        ("use the school's name", "use-school-name"),
        ("sign up with my work e-mail", "use-work-email"),
        ("store a password", "keep-account-details"),
        ("share my password", "share-password"),
        ("lend a log-in to a colleague", "share-password"),
        ("write in the account log", "record-account"),
        ("name a platform in the privacy notice", "list-platform"),
        ("check who has access", "review-access"),
        ("hand over an account when somebody has left", "settle-leaver-account"),
        ("delete an account", "close-account"),
        ("shut down a page", "close-account"),
        ("ACCEPT a FRIEND-REQUEST, from an Ex Pupil!", "accept-friend-request with=former-pupil"),
    ]

    @Test("a phrase finds first the action and the facts that are meant", arguments: phrases)
    func findsWhatIsMeant(words: String, meant: String) throws {
        let vocabulary = try Vocabulary.embedded()
        let facts = try Facts(parsing: "action=\(meant)", in: vocabulary)
        let found = vocabulary.match(words).candidates
        #expect(
            found.first?.facts == facts, "\(found.map { $0.facts.text(in: vocabulary) }.joined(separator: "; "))")
    }

    @Test("every candidate can be asked in any school, and says nothing of who asks", arguments: phrases)
    func candidatesCanBeAsked(words: String, _: String) throws {
        let vocabulary = try Vocabulary.embedded()
        let found = vocabulary.match(words).candidates
        #expect((1...5).contains(found.count))
        for candidate in found {
            _ = try vocabulary.request(candidate.facts)
            let asked = try #require(vocabulary.action(candidate.action)).facts
            #expect(Set(candidate.facts.values.keys).isSubset(of: asked + ["action"]))
            #expect(!candidate.used.isEmpty)
            let all = (candidate.used + candidate.unused).sorted()
            #expect(all == PlainWords(words).words.map(\.typed).sorted())
        }
    }

    @Test("words are shown as they were typed, used and not used apart")
    func wordsAreShown() throws {
        let found = try Vocabulary.embedded().match("Accept a friend request from an Ex-Pupil on Tuesday").candidates
        #expect(found.first?.used == ["Accept", "friend", "request", "Ex", "Pupil"])
        #expect(found.first?.unused == ["Tuesday"])
    }

    @Test("where nothing is understood, nothing is offered", arguments: ["", "  ", "the", "zeppelin", "?!", "\u{301}"])
    func nothing(_ words: String) throws {
        #expect(try Vocabulary.embedded().match(words).candidates.isEmpty)
    }

    @Test("of a fact that is named with two values nothing is taken as known")
    func twoValues() throws {
        let found = try Vocabulary.embedded().match("follow a parent and a pupil").candidates.first
        #expect(found?.facts == Facts(["action": "follow"]))
        #expect(found?.unused == ["parent", "pupil"])
    }

    @Test("known facts stand, and an action that is known leaves no other")
    func knownFacts() throws {
        let understanding = try Vocabulary.embedded().match("accept a friend request from a pupil")
        let known = Facts(["action": "accept-friend-request", "with": "parent", "who": "teacher"])
        #expect(understanding.adding(known).candidates.map(\.facts) == [known])
    }

    @Test(
        "case, accents, hyphens, plurals and verb endings do not matter",
        arguments: [
            ("É-mails", "email"), ("e mail", "E-Mail"), ("classes", "class"), ("messaging", "messages"),
            ("replied", "reply"), ("pupil’s", "pupils"), ("tagged", "tag"), ("Zoë", "zoe"), ("ex-pupils", "Ex pupil"),
        ])
    func folding(one: String, other: String) {
        #expect(PlainWords(one).folded == PlainWords(other).folded)
        #expect(!PlainWords(one).folded.isEmpty)
    }

    @Test("a page of text is read no further than its first words")
    func longText() throws {
        let text = String(repeating: "zeppelin ", count: 100_000) + "follow"
        #expect(try Vocabulary.embedded().match(text).candidates.isEmpty)
    }
}

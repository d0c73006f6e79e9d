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

    /// What staff ask most, over every topic, with the action that is meant and a fact that must be understood.
    static let everyday: [(words: String, action: String, facts: String)] = [
        ("post photos of pupils on my own Facebook", "publish-picture", "pictured=a-pupil"),
        ("put a picture of pupils on the school website", "publish-picture", "pictured=a-pupil outlet=school-account"),
        ("take photos with my phone on a school trip", "take-picture", "device-owner=own-device"),
        ("film a lesson on my own phone", "record-lesson", "device-owner=own-device"),
        ("keep photos on my laptop", "store-picture", "storage=kept-elsewhere"),
        ("send a photo to a child's own parents", "give-picture", "recipient=own-parents"),
        ("delete photos of a child who has left", "remove-picture", "removal-reason=child-left"),
        ("take down a picture because consent was withdrawn", "remove-picture", "removal-reason=consent-withdrawn"),
        ("a selfie on a night out", "put-own-picture-online", "embarrassing=could-embarrass"),
        ("tweet for the school about sports day", "post-for-school", "content=school-news"),
        ("rant about my headteacher on Facebook", "post-as-myself", "content=workplace-dispute"),
        ("post something political on my own account", "post-as-myself", "content=party-political"),
        ("share good practice in a teachers' forum", "take-part-in-forum", ""),
        ("post anonymously about the school", "post-unnamed", ""),
        ("use a picture from the internet, copyright", "share-others-material", ""),
        ("link to a video", "add-link", ""),
        ("tag a colleague", "tag-people", ""),
        ("correct a mistake in a post", "mend-mistake", ""),
        ("put my school on my profile", "name-job-or-school", "profile-detail=the-school"),
        ("check my privacy settings", "set-privacy", ""),
        ("clean up my profile as a new starter", "review-own-profiles", "joining=new-starter"),
        ("put a disclaimer on my account", "show-disclaimer", ""),
        ("discuss a pupil's behaviour with a friend online", "disclose-information", "information=pupils-matter"),
        ("keep pupil records in Dropbox", "store-in-cloud", "sensitivity=sensitive-data"),
        ("pass on a colleague's phone number", "give-others-details", ""),
        ("send pupil data by e-mail", "send-personal-data", ""),
        ("how quickly must we answer a comment at the weekend", "answer-comment", "arrival=at-weekend"),
        ("answer a complaint on Facebook", "answer-complaint", ""),
        ("deal with an offensive comment by a parent", "moderate-comment", "author=by-parent"),
        ("block somebody who is abusive", "block-or-delete", "tone=unacceptable-tone"),
        ("ask Facebook to remove a page", "ask-platform-to-remove", ""),
        ("check my phone in class", "use-own-phone", "place=with-pupils"),
        ("use my phone in the staff room", "use-own-phone", "place=away-from-children"),
        ("keep my phone in my pocket", "keep-phone-on", ""),
        ("a pupil brings a phone to school", "bring-phone", ""),
        ("confiscate a phone", "hold-pupil-phone", ""),
        ("check Facebook at lunch", "go-online-privately", "online-use=social-media-use moment=own-break"),
        ("watch football on the school's connection", "stream", "stream-length=continuous"),
        ("download music", "download-media", ""),
        ("install an app", "download-software", ""),
        ("visit a gambling site by accident", "visit-site", "site-category=gambling by-accident=mistake"),
        ("use a VPN to get round the filter", "bypass-filter", ""),
        ("forward a chain letter", "send-mass-mail", ""),
        ("read a colleague's private e-mail", "monitor-staff-use", "monitoring-kind=private-content"),
        ("report that a pupil is bullied online", "report-incident", "incident-kind=pupil-bullied"),
        ("investigate a reported site myself", "look-into-incident", ""),
        ("screenshot of abusive messages", "keep-evidence", ""),
        ("forward an indecent image of a child", "handle-indecent-image", ""),
        ("call the police about a threat", "tell-police", "incident-kind=threat-or-crime"),
        ("discipline an employee for a breach", "deal-with-breach", "breacher=an-employee"),
        ("a journalist rang about a post", "answer-journalist", ""),
        ("google a shortlisted candidate", "check-candidate-online", "candidate-stage=shortlisted"),
        ("sign the policy", "know-policy", ""),
        ("online safety lesson", "teach-pupils", ""),
        ("annual review of the policy", "review-policy", "review-occasion=review-due"),
        ("governors ratify the policy", "ratify-policy", ""),
    ]

    @Test("an everyday phrase finds first the action that is meant", arguments: everyday)
    func findsEveryday(words: String, action: String, facts: String) throws {
        let vocabulary = try Vocabulary.embedded()
        let found = vocabulary.match(words).candidates
        let told = Comment(rawValue: found.map { $0.facts.text(in: vocabulary) }.joined(separator: "; "))
        #expect(found.first?.action == action, told)
        let meant = try Facts(parsing: facts, in: vocabulary)
        for (fact, value) in meant.values { #expect(found.first?.facts[fact] == value, told) }
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

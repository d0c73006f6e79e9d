import Policy
import Proofing

/// What a text is as a post: who speaks, what it links to, whom it tags, whose work it shows.
enum FormTables {
    static let all = [disclaimers, speakers, links, copyright, tagging]

    static func voice(_ kind: CheckKind) -> ProofDraft.Voice { kind == .missingDisclaimer ? .personal : .school }

    /// Found at no place of its own, so an empty mark says that it is found.
    static let disclaimers = KindTable(
        kind: .missingDisclaimer,
        found: [
            "⟨⟩Lovely walk along the canal today.", "⟨⟩My view of the harbour", "⟨⟩Our school’s views on reading",
            "⟨⟩I have my own classroom now.", "⟨⟩I was speaking to the school about it",
        ],
        innocent: [
            "Lovely walk. Views are my own.", "All opinions mine, not my employer’s.", "Tweets in a personal capacity",
            "What I post here does not represent my school.", "Personal account.", "I speak only for myself.",
            "These are my thoughts alone", "Nothing here reflects the views of the trust", "RTs not endorsements",
            "Posting as a private individual", "The school has nothing to do with this account",
            "Not speaking on behalf of my employer", "opinions = mine",
            "Any views expressed are solely those of the author",
            "None of this is the school’s opinion", "Views expressed here are personal",
        ])

    static let speakers = KindTable(
        kind: .missingSpeaker,
        found: [
            "⟨I think⟩ homework is pointless", "⟨In my opinion⟩ we should", "⟨I’m so proud⟩ of you",
            "⟨my favourite⟩ bit",
        ],
        innocent: [
            "We think everyone did well", "“I think it was fun,” said Zoë",
            "I’m so proud of you. Mr Brown, headteacher",
            "The school believes in reading",
        ])

    static let links = KindTable(
        kind: .link, isExact: true,
        found: [
            "see ⟨http://example.com/news⟩", "⟨https://bit.ly/3xYz⟩.", "(⟨bit.ly/abc⟩)", "⟨https://www.bet365.com/⟩",
            "⟨https://www.gofundme.com/f/roof⟩", "⟨https://www.change.org/p/x⟩", "⟨https://xn--pple-43d.com⟩",
            "⟨https://аpple.com⟩", "⟨https://www.pornhub.com⟩", "go to ⟨www.ebay.co.uk/itm/1⟩",
            "cheap vapes: ⟨https://cloudking.com/all⟩", "sign the petition ⟨https://saveit.com/x⟩",
            "win on the slots ⟨www.reelz.com⟩", "refunds at ⟨https://g0v.uk/claim⟩",
        ],
        innocent: [
            "knife crime workshop, free: https://safer.com/book", "buy art by us https://www.oakdene.sch.uk/vapes",
            "get help with gambling https://www.talk.org.uk", "cheap vapes\nsee https://example.org",
            "https://www.bbc.co.uk/news", "www.gov.uk", "https://example.org", "e.g. this", "10.30 start",
        ])

    static let copyright = KindTable(
        kind: .copyright,
        found: [
            "⟨Photo credit: Getty Images⟩", "lyrics by ⟨Adele⟩", "picture ⟨from Google⟩", "image ⟨© Disney⟩",
            "a video ⟨set to music by Coldplay⟩", "⟨screenshot from⟩ Netflix", "clip ⟨courtesy of⟩ the BBC",
        ],
        innocent: [
            "Photos by our Year 6 reporters", "A poem by Reception", "music lessons", "The picture shows a tree",
        ])

    static let tagging = KindTable(
        kind: .tagging,
        found: ["⟨Tag a friend⟩ who", "thanks ⟨@starling.poet⟩", "⟨tag your child’s teacher⟩", "⟨tag someone⟩ below"],
        innocent: ["tag rugby club", "price tags", "a luggage tag", "meet @ 3pm", "gift tags for friends"])
}

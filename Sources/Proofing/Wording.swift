import Policy

/// What a remark says, and what would mend it, for somebody who has no time.
struct Wording {
    var says: String
    var mend: String

    init(_ finding: Finding, _ quoted: String, topic topics: [String], _ person: ProofName?) {
        let topic = finding.kind == .link ? "" : topics[finding.topic]
        (says, mend) =
            switch finding.kind {
            case .pupilFullName:
                ("“\(quoted)” is the full name of a pupil.", "Use the first name alone, or leave the name out.")
            case .pupilPartialName:
                ("“\(quoted)” tells which pupil is meant.", "Use the first name alone, or leave the name out.")
            case .pupilFirstName:
                ("“\(quoted)” is the first name of a pupil.", "Make sure that nothing else here tells which one.")
            case .staffName:
                ("“\(quoted)” is the name of a member of staff.", "Ask them first, or use a title and surname.")
            case .parentName: ("“\(quoted)” is the name of a parent.", "Leave the name out, or ask them first.")
            case .phone:
                ("“\(quoted)” is a telephone number.", "Leave it out, or give the number of the school’s office.")
            case .email:
                ("“\(quoted)” is an e-mail address.", "Leave it out, or give the address of the school’s office.")
            case .postcode: ("“\(quoted)” is a postcode.", "Leave it out, or send it to those who need it.")
            case .address: ("“\(quoted)” is a street address.", "Leave it out, or send it to those who need it.")
            case .dateOfBirth: ("“\(quoted)” is somebody’s date of birth.", "Leave it out.")
            case .upn: ("“\(quoted)” is a pupil’s unique number.", "Leave it out.")
            case .nhsNumber: ("“\(quoted)” is an NHS number.", "Leave it out.")
            case .handle:
                ("“\(quoted)” is somebody’s name on a platform.", "Leave it out, unless it is another organisation’s.")
            case .tagging:
                ("“\(quoted)” tags somebody, or asks for it.", "Leave the tag out: it links a person to the post.")
            case .insult: ("“\(quoted)” is offensive.", "Say it without the word.")
            case .threat:
                ("“\(quoted)” may be read as a threat.", "Take it out. If it is about a person, tell the DSL.")
            case .discrimination:
                (
                    "“\(quoted)” may demean people for who they are.",
                    "Take it out. If somebody said it, record it as an incident and do not repeat it here."
                )
            case .confidential:
                (
                    "“\(quoted)” may tell \(topic.isEmpty ? "what is confidential" : "about \(topic)").",
                    "Leave it out, or say it to those concerned alone."
                )
            case .partyPolitical:
                ("“\(quoted)” takes a side in party politics.", "Leave it out: the school must be impartial.")
            case .commercial:
                ("“\(quoted)” sells or promotes something.", "Leave it out, or ask who may allow an advertisement.")
            case .claim: ("“\(quoted)” is a claim.", "Say where it comes from, with its date, or leave it out.")
            case .controversial:
                (
                    "“\(quoted)” touches \(topic.isEmpty ? "a matter on which people differ" : topic).",
                    "Have a senior leader look at it, and keep it balanced."
                )
            case .tone: ("“\(quoted)” \(topic.isEmpty ? "may sound unkind" : topic).", "Say it plainly.")
            case .link: ("The link “\(quoted)” \(Self.link(finding.topic)).", Self.linkMend(finding.topic))
            case .copyright:
                (
                    "“\(quoted)” speaks of work that is somebody else’s, and no source is given.",
                    "Say whose it is and under which licence, in the field for the source."
                )
            case .missingSpeaker:
                (
                    "“\(quoted)” is one person’s view, on an account that speaks for the school.",
                    "Say who is speaking, with their role, or put it as the school’s."
                )
            case .nameWithImage, .jigsaw, .readingAge, .missingDisclaimer, .missingAltText, .untaggedFace, .consent:
                (finding.kind.label + ".", "Look at it again.")
            }
    }

    private static func link(_ topic: Int) -> String {
        topic > 0 && topic <= LinkTopic.all.count ? LinkTopic.all[topic - 1].says : "is one to look at"
    }

    private static func linkMend(_ topic: Int) -> String {
        switch topic {
        case 1: "Begin it with https://, if it still opens then."
        case 2: "Give the address that it leads to."
        case 3: "Write the address yourself, letter by letter."
        default: "Leave it out, or ask who may allow it."
        }
    }
}

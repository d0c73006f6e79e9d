import Policy

/// Sentences for each kind that stand in no table and lent the phrases nothing.
enum HeldOutWords {
    static let all = [threats, politics, commerce, confidential, discrimination]

    static let threats = KindTable(
        kind: .threat,
        found: [
            "Touch my bike and ⟨I will punch you⟩.", "He said ⟨we'll stab him⟩ on the bus.",
            "You are ⟨dead⟩ on Monday.",
            "⟨I'm going to burn down your house⟩.", "⟨We know where she lives⟩.", "That referee ⟨should be shot⟩.",
            "⟨I hope he dies⟩ soon.", "You will ⟨regret this⟩.", "⟨I'd love to smash his face in⟩.", "⟨Drop dead⟩.",
        ],
        innocent: [
            "We will break for lunch at one.", "I'll meet you by the gate.", "They hit every note.",
            "You will love this book.",
            "The dodo died out in 1681.", "We shot a short film.", "She knows where the shells live.",
            "He will run the hundred.",
        ])

    static let politics = KindTable(
        kind: .partyPolitical,
        found: [
            "Make it count: ⟨vote Lib Dem⟩ this May.", "⟨The Conservatives have failed⟩ our town.",
            "⟨Labour will save⟩ the NHS.",
            "I am ⟨standing for the Green Party⟩ here.", "⟨Join Reform UK⟩ and change things.",
            "Time to ⟨kick the Tories out⟩.",
        ],
        innocent: [
            "We vote on the hamster’s name.", "The party starts at two.", "Green vegetables for lunch.",
            "A reform school in a story by Dickens.", "Support your team.", "Our MP opened the library.",
        ])

    static let commerce = KindTable(
        kind: .commercial,
        found: [
            "⟨15% off⟩ all haircuts this month.", "Pram, ⟨nearly new, £40 ono⟩.", "⟨Order now⟩ while it is hot.",
            "My sister is ⟨selling her sofa⟩.", "⟨Discount code⟩ BEE5.", "Garden furniture ⟨for sale⟩.",
        ],
        innocent: [
            "We counted £62 for the lifeboats.", "The museum costs £3 per child.", "A stall of old maps.",
            "Order of events: races, then lunch.", "The shop in Reception sells paper fruit.",
        ])

    static let confidential = KindTable(
        kind: .confidential,
        found: [
            "The girl in Year 2 ⟨has diabetes⟩.", "Her ⟨brother was expelled⟩.", "A boy ⟨has an EHCP⟩ now.",
            "He ⟨failed his spelling test⟩.", "She ⟨takes medication⟩ at noon.", "His ⟨mum was arrested⟩.",
            "The pupil ⟨is in foster care⟩.", "Our caretaker ⟨was dismissed⟩ on Monday.",
        ],
        innocent: [
            "The nurse talked about healthy teeth.", "He caught the ball.", "She passed the baton.",
            "The boy in the story was brave.", "We learned how the heart works.", "The pupils planted beans.",
        ])

    static let discrimination = KindTable(
        kind: .discrimination,
        found: [
            "⟨Immigrants are thieves⟩.", "That haircut is ⟨so gay⟩.", "⟨Go back to your own country⟩.",
            "⟨Girls can't play football⟩.", "⟨Disabled kids are a burden⟩.", "⟨Those people are vermin⟩.",
        ],
        innocent: [
            "Girls and boys ran together.", "We cooked Polish soup.", "Travellers’ tales from long ago.",
            "Women who changed science.", "A mosque and a church visit.", "Everyone is welcome here.",
        ])
}

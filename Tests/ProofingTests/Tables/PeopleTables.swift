import Policy

/// Names of pupils, staff and parents. The people are those of `School`.
enum PeopleTables {
    static let all = [fullNames, partialNames, firstNames, staff, parents]

    static let fullNames = KindTable(
        kind: .pupilFullName, isExact: true,
        found: [
            "Well done ⟨Grace Hill⟩!", "⟨GRACE HILL⟩ won the cup", "our winner is ⟨alexander thistlewood⟩ again",
            "⟨Hill, Grace⟩ – 1st place", "⟨Thistlewood, Alexander⟩ read aloud", "⟨THISTLEWOOD Alexander⟩ scored twice",
            "⟨Grace  Hill⟩ (two spaces)", "⟨Grace\nHill⟩ over a line", "⟨Grace\u{00A0}Hill⟩ kept together",
            "⟨Zoe O'Connor⟩ sang", "⟨Zoë O’Connor⟩ sang", "⟨Zoe OConnor⟩ sang", "⟨Zoe\u{0308} O'Connor⟩ sang",
            "⟨Mohammed Al-Hassan⟩ ran", "⟨Mohammed Al Hassan⟩ ran", "⟨Mohammed AlHassan⟩ ran",
            "⟨Alexander Thistlewod⟩ drew this", "⟨Alexander Thsitlewood⟩ drew this",
            "⟨Alexander James Thistlewood⟩ drew this", "⟨Alexander J. Thistlewood⟩ drew this",
            "⟨Alexander J Thistlewood⟩ drew this", "⟨Grace Elizabeth Hill⟩ drew this",
            "Three cheers for #⟨AlexanderThistlewood⟩", "#⟨gracehill⟩ is our star", "Photo: ⟨Alexander_Thistlewood⟩",
            "⟨Mark Price⟩’s poem is on the wall", "⟨Will May⟩ of Year 3", "⟨April Summers⟩ sang a solo",
            "⟨Hope Young⟩, aged 5, planted it", "Thanks to ⟨Rose Hill⟩ and Year 3", "⟨Isis Fenwick⟩ in goal",
            "⟨Anne-Marie Smith-Jones⟩ won", "⟨Anne Marie Smith Jones⟩ won", "⟨Annemarie Smith-Jones⟩ won",
            "⟨Łukasz Wiśniewski⟩ and ⟨Lukasz Wisniewski⟩", "⟨Jing Li⟩ built a tower", "⟨Ana de Souza⟩ built a tower",
            "⟨Ana De Souza⟩ built a tower", "⟨Gr\u{200B}ace Hill⟩ hidden", "⟨Grаce Hill⟩ with a Cyrillic letter",
            "⟨𝐆𝐫𝐚𝐜𝐞 𝐇𝐢𝐥𝐥⟩ in bold", "⟨Tomasz Kowalczyk⟩ helped", "⟨Grace Hill⟩/⟨Hope Young⟩ tied",
            "⟨de Souza, Ana⟩ – reader of the week", "⟨de-Souza, Ana⟩ – reader of the week", "⟨Zoe O’Cnonor⟩ sang",
            "⟨Mohammed Al-Hasssan⟩ ran", "⟨Kit Fxo⟩ drew this", "⟨Alexnader Thistlewood⟩ drew this",
            "1st: ⟨Thistlewood Alexander⟩, 2nd: us", "Look what ⟨Rose Hill⟩ made",
            "⟨Alexander May Thistlewood⟩ drew this",
            "(⟨Grace Hill⟩)", "“⟨Grace Hill⟩” it said", "Congratulations ⟨Grace HILL⟩",
        ],
        innocent: [
            "Park on Grace Hill Road, please", "Meet in Grace Road at noon", "the Grace Hill Recreation Ground",
            "We will young people to vote", "mark price labels on each item", "will may be a good month",
            "Rose Hill Primary School played us", "the view from Rose Hill station", "She rose, hill after hill",
            "april summers are wet", "hope young readers enjoy it", "We hope. Young readers enjoy it.",
            "Mrs R. Hill retires", "Mrs Rose Hill retires", "Author Hope Young visits us", "Isis is a goddess of Egypt",
            "In history week we met Isis, Osiris and Ra", "Will you? May we?", "Will May half term be wet?",
            "Grace before meals, hill after hill", "The price mark was wrong", "At Rose Hill we picked berries",
            "A summers day in April", "Jing Lion the panda", "the grace of hills", "Graceful Hillside",
        ])

    static let partialNames = KindTable(
        kind: .pupilPartialName, isExact: true,
        found: [
            "⟨Grace H⟩ was superb", "⟨Grace H.⟩ was superb", "⟨A. Thistlewood⟩ was superb",
            "⟨A Thistlewood⟩ was superb",
            "⟨Alex Thistlewood⟩ was superb", "⟨Alex T⟩ was superb", "⟨Gracie Hill⟩ was superb", "⟨Mo A⟩ ran far",
            "⟨Mo Al-Hassan⟩ ran far", "⟨Z O’Connor⟩ sang", "⟨Bill May⟩ bowled", "with ⟨Tomasz K⟩ at the front",
            "⟨Gracie H⟩’s model", "first ⟨Łukasz W⟩, then others", "⟨L. Wiśniewski⟩ came second",
            "#⟨AlexThistlewood⟩ rules", "Look what ⟨Joy A⟩ in Year 1 drew", "well done ⟨A. de Souza⟩",
            "well done ⟨A. de-Souza⟩", "⟨Anne-Marie S-J⟩ won", "⟨Zoe O’C⟩ sang", "⟨alexander t⟩ came",
            "⟨R Hill⟩ caught three",
        ],
        innocent: [
            "Joy A level results", "Joy I tell you", "JOY A DAY", "Mark A on the map", "A foxglove", "Kit For the trip",
            "Will I see you?", "Grace A-level results", "Mr A. Thistlewood spoke",
            "Class A hill climb", "Hope a young reader enjoys it", "Vitamin A. Thistle tea", "Plan B: Hill walk",
            "Sandy H2O experiments", "April 4 and May 5", "Will a may tree grow?", "a hill",
        ])

    static let firstNames = KindTable(
        kind: .pupilFirstName, isExact: true,
        found: [
            "⟨Alexander⟩ baked bread", "⟨Grace⟩ wrote the funniest line", "⟨Hope⟩’s painting is up",
            "We met ⟨Will⟩ there",
            "⟨Rose⟩ and ⟨Mohammed⟩ ran", "one sheep (⟨Mark⟩) waved", "Thank you ⟨Gracie⟩", "⟨Joy⟩ lost her first tooth",
            "⟨April⟩ says it rained",
            "Thank you ⟨Zoë⟩ for singing", "We cheered for ⟨Mohammed⟩ all day",
        ],
        innocent: [
            "Grace was said before lunch", "We hope it stays dry in April", "Alexander Fleming found penicillin",
            "Mr Mohammed teaches Year 4", "Alexander Road is closed", "They will, may and might", "St Alexander",
            "April was wet", "Will she sing?", "Hope House won",
            "Rose petals fell", "Alexander’s Bakery", "Amazing Grace", "Hope everyone has her ticket",
            "JOY TO THE WORLD",
        ])

    static let staff = KindTable(
        kind: .staffName, isExact: true,
        found: [
            "⟨Helen Brackenbury⟩ leads the choir", "⟨Mrs Brackenbury⟩ leads the choir", "ask ⟨mrs brackenbury⟩",
            "⟨Mr Hill⟩ is on duty",
            "⟨Ravi Hill⟩ is on duty", "⟨H. Brackenbury⟩ leads",
        ],
        innocent: ["Mrs Bracken leads", "Mr Hillman is on duty", "the hill", "Ravi drums at dusk"])

    static let parents = KindTable(
        kind: .parentName, isExact: true,
        found: ["Thank you ⟨Dorota Kowalczyk⟩ for the cakes", "⟨Mrs Kowalczyk⟩ baked"],
        innocent: ["Thank you Dorothy for the cakes", "Dorota’s cakes"])
}

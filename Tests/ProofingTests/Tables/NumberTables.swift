import Policy

/// What reaches or identifies somebody.
enum NumberTables {
    static let all = [phones, emails, postcodes, addresses, births, upns, nhs, handles, accounts]

    static let phones = KindTable(
        kind: .phone, isExact: true,
        found: [
            "Ring ⟨0161 496 0123⟩", "Ring ⟨(0161) 496 0123⟩", "Ring ⟨0161-496-0123⟩", "text ⟨07700900123⟩ now",
            "text ⟨07700 900 123⟩ now", "text ⟨07700 900123⟩.", "⟨+44 7700 900123⟩", "⟨+447700900123⟩",
            "⟨0044 7700 900123⟩", "⟨+44 (0)161 496 0123⟩", "⟨020 7946 0958⟩", "⟨02079460958⟩", "⟨01632 960001⟩",
            "tel:⟨01632 960 001⟩", "Office:⟨0191.498.0123⟩", "⟨0800 123 4567⟩", "⟨0300 123 1234⟩",
            "call ⟨07700 900123⟩ now", "⟨0 7 7 0 0 9 0 0 1 2 3⟩", "⟨o7700 9oo123⟩", "⟨07700900 123⟩",
            "⟨oh double seven double oh nine double oh one two three⟩ any time", "Mobile⟨07700 900123⟩",
        ],
        innocent: [
            "Order 4821 9930 17", "reference 1234567890", "raised £07,700 in all", "score 21-15, 18-21, 21-19",
            "between 2019 and 2024", "1 000 000 steps", "room 0161", "ISBN 978 0 14 103614 4", "07/07/2026",
            "12:30 to 15:45", "0.16149 metres", "code 0000 1111 2222",
        ])

    static let emails = KindTable(
        kind: .email, isExact: true,
        found: [
            "Write to ⟨j.bloggs@example.org⟩.", "⟨J_Bloggs+trip@mail.example.co.uk⟩", "(⟨a@b.io⟩)",
            "<⟨office@school.sch.uk⟩>", "mailto:⟨x@example.com⟩", "⟨sam at example dot org⟩ is quicker",
            "⟨sam(at)example.com⟩", "⟨sam @ example.co.uk⟩",
            "⟨sam[at]example[dot]org⟩",
        ],
        innocent: [
            "see you @ 6pm", "10 apples @ 20p.", "@example.com", "a@b", "me at lunch dot ball",
            "join the dot club at home",
        ])

    static let postcodes = KindTable(
        kind: .postcode, isExact: true,
        found: [
            "at ⟨M1 1AE⟩", "at ⟨B33 8TH⟩.", "⟨CR2 6XH⟩", "⟨DN55 1PT⟩", "⟨W1A 0AX⟩", "⟨EC1A 1BB⟩", "⟨sw1a 1aa⟩ please",
            "⟨SW1A1AA⟩", "⟨ls28 7ab⟩", "(⟨BT7 1NN⟩)", "⟨SL0 9AA⟩", "⟨m1-1ae⟩", "#⟨M11AE⟩", "⟨sw1a 1AA⟩",
        ],
        innocent: [
            "room B12 3rd floor", "Year 6 2nd team", "QZ1 1AA", "l05er", "M25 junction", "A4 3cm", "E1 4th place",
            "H2O 2go",
            "S1 2CI", "KS2 1st", "CO2 1kg", "W3 5km",
        ])

    static let addresses = KindTable(
        kind: .address, isExact: true,
        found: [
            "She lives at ⟨14 Grace Road⟩", "⟨22b Station Lane⟩, please", "⟨Flat 3 Mill Court⟩", "⟨7 St John’s Avenue⟩",
            "party at ⟨9 orchard road⟩", "⟨101 The Old Station Road⟩", "we meet at ⟨3 Pear Tree Rise⟩",
            "⟨8 Heol y Bont⟩ has a blue door",
            "⟨12 St. Anne’s Terrace⟩", "behind ⟨twenty-six Quarry Lane⟩", "⟨Ivy Cottage, Mill Lane⟩ is sold",
            "⟨40 Ash-tree Grove⟩",
        ],
        innocent: [
            "30 children walked down the lane", "Year 5 Drive safely", "2 Park benches", "6 close friends",
            "We walked 3 miles along the road", "5 Gold Star awards", "10 Downing Street on film", "two lanes closed",
            "Four Green Field days",
            "the Village Hall, Mill Lane",
        ])

    static let births = KindTable(
        kind: .dateOfBirth, isExact: true,
        found: [
            "born ⟨12/05/2016⟩", "He was born on ⟨12 May 2016⟩.", "DOB: ⟨12-05-16⟩", "D.O.B. ⟨2016-05-12⟩",
            "date of birth is ⟨12th May 2016⟩", "her birthday is ⟨3rd of June⟩", "Her birthday: ⟨June 3rd⟩",
            "turned 9 on ⟨3 March⟩", "birth date ⟨1.2.2017⟩", "d.o.b ⟨1 Feb 2017⟩", "birthday on ⟨14 November 2015⟩",
            "⟨14 November 2015⟩ is her birthday", "Born: ⟨May 12th, 2016⟩", "d.o.b. ⟨12.5.16⟩",
            "Twins, b. ⟨12/05/2016⟩", "dob ⟨120516⟩",
            "I gave birth to him on ⟨12 May 2016⟩", "she turns seven on ⟨12 May⟩", "⟨12 May 2016⟩ is when he was born",
            "Baby Ida arrived on ⟨12 May 2026⟩, 7 lb",
            "Ruvi was a leap day baby, ⟨29/02/2016⟩", "Tovi is nine today! ⟨12/6/16⟩", "Mr Quill is 50 on ⟨3 May⟩",
            "New starter: Tovi Quill, F, ⟨23 Oct 2020⟩", "My son Tovi, ⟨14/02/2016⟩, has lost his coat",
            "Tovi - ⟨31/8/17⟩ - Willow class", "Her birth certificate says ⟨3/4/15⟩", "Born ⟨March the 3rd 2015⟩",
            "Tovi is the youngest in the year, ⟨31 Aug 2017⟩", "Tovi (b ⟨4/6/17⟩) needs a place",
        ],
        innocent: [
            "Photo by Tovi, 14/02/2025", "Policy agreed: Tovi Quill, 12/05/2025",
            "The garden was born again on 3 May 2019",
            "Youngest reader award: 12 May 2025", "Tovi is 50 m from the end on 3 May",
            "Baby clinic, 14/02/2025, in the hall",
            "The fair is on 12 May 2026", "Shakespeare was born on 23 April 1564", "birthday party on 3 June",
            "The King’s birthday is on 14 June", "Our school’s birthday is 3 May", "turned to page 9 on 3 March",
            "a new term, 3 May", "photographs by 12/05/2026",
            "children born between 1 September 2021 and 31 August 2022",
            "our new books arrived on 12 May 2026", "the painter was born on 9 July 1937",
        ])

    static let upns = KindTable(
        kind: .upn, isExact: true,
        found: ["UPN ⟨C820200120001⟩", "(⟨c820200120001⟩)", "⟨C 820 200 120 001⟩", "⟨C-820200-120001⟩"],
        innocent: ["UPN A820200120001", "C82020012000", "order C8202001200012"])

    static let nhs = KindTable(
        kind: .nhsNumber, isExact: true,
        found: [
            "NHS no. ⟨943 476 5919⟩", "NHS number ⟨9434765919⟩", "her NHS: ⟨943-476-5919⟩", "red book ⟨9434765919⟩",
        ],
        innocent: ["NHS 943 476 5918", "reference 9434765919", "order 123 456 7890"])

    static let handles = KindTable(
        kind: .handle, isExact: true,
        found: [
            "follow ⟨@starling.poet⟩!", "by ⟨@green_wren_22⟩", "(⟨@oakleaf⟩)", "⟨@poet@mastodon.example⟩",
            "instagram.com/⟨green.wren⟩", "https://www.facebook.com/⟨wren.family⟩",
        ],
        innocent: [
            "doors open @ 6pm", "@6pm", "j@example.org", "lunch @noon", "2 @ £3", "@ the hall", "@NASA",
            "@BBCBreakfast", "@RiverTrust",
            "facebook.com/groups", "the Facebook page", "YouTube is blocked here", "TikTok at 6pm", "Instagram 2024",
        ])

    /// Told in words: the finding begins at the platform.
    static let accounts = KindTable(
        kind: .handle,
        found: [
            "Snap: ⟨otter.hill⟩", "his PSN is ⟨otterking2015⟩", "add ⟨otter#4821⟩ on Discord",
            "my insta is ⟨otterandfern⟩",
            "find me on Facebook as ⟨Fern Otterley⟩", "roblox name ⟨xX_otter_Xx⟩", "on TikTok as ⟨otterdances⟩",
            "gamertag ⟨OtterFern⟩", "Switch code ⟨SW-1234-5678-9012⟩",
        ],
        innocent: [
            "Minecraft club on Monday", "a Roblox talk by Year 6", "our YouTube film of the play", "Twitch is a word",
        ])
}

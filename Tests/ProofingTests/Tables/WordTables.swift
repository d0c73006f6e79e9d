import Policy

/// Words and phrases. What offends stands here because a check must know it.
enum WordTables {
    static let all = [
        insults, threats, discrimination, confidential, politics, commerce, claims, controversies, tone,
    ]

    static let insults = KindTable(
        kind: .insult,
        found: [
            "What a ⟨wanker⟩ he is", "absolute ⟨SHIT⟩ service", "that ⟨b1tch⟩ again", "you ⟨f*ck⟩", "⟨f u c k⟩ off",
            "⟨s.h.i.t⟩ happens", "⟨shiiiiit⟩ weather", "⟨sh\u{200B}it⟩", "⟨ѕhit⟩", "⟨@rsehole⟩s", "total ⟨bell-end⟩",
            "⟨Tw@t⟩", "such an ⟨idiot⟩", "the ⟨morons⟩ in charge", "⟨ｆｕｃｋ⟩", "those ⟨bastards⟩ again",
            "he is a ⟨dick⟩", "⟨b***ocks⟩ to that", "⟨d1ckhead⟩ move", "⟨piss off⟩ home", "⟨$hit⟩ show",
            "such ⟨losers⟩", "what a ⟨51ag⟩", "what a ⟨l05er⟩", "what a ⟨plonker⟩", "⟨bulls#it⟩ as ever",
            "an utter ⟨tosser⟩", "⟨stupid⟩ woman",
        ],
        innocent: [
            "Scunthorpe and Penistone", "Arsenal beat Spurs", "We assess the class", "classic cockerel",
            "Dick Whittington",
            "a blue tit at the feeder", "Cockermouth and Lightwater", "Sussex and Essex", "shiitake mushrooms",
            "the grass and the bass", "an assassin in a story", "passed the analysis", "Moby Dick", "cocktail sticks",
            "therapists help", "document titles", "the Titanic", "Hancock’s half hour", "shuttlecocks", "the peacock",
            "Canterbury", "Matsushita", "a pricked finger", "Uranus is a planet", "a rapeseed field",
            "He was a sore loser",
            "hello", "the ox and ass", "Buckingham and Fulham", "2*3 and 4*5", "# # #",
            "Beavers, Brownies and Cubs", "a swatch of cloth", "The Muppets", "Mrs Slagter",
        ])

    static let threats = KindTable(
        kind: .threat,
        found: [
            "I ⟨will kill you⟩", "I’ll ⟨k1ll⟩ that man", "we will ⟨sm4sh⟩ your windows", "we are going to ⟨st@b⟩ you",
            "I will ⟨k*ll⟩ you", "We'll ⟨find out where you live⟩", "You are ⟨going to get battered⟩",
            "he ⟨needs a good slap⟩", "⟨watch your back⟩ tomorrow", "somebody ought to ⟨burn it down⟩",
            "I hope you ⟨get run over⟩", "I am ⟨coming for you⟩", "you ⟨won't see it coming⟩",
            "say that again and ⟨I'll hit you⟩",
            "⟨I know where you live⟩", "they should all ⟨be shot⟩", "⟨you'll pay for this⟩",
            "gonna ⟨smash your face in⟩",
            "meet me after school and ⟨we'll fight⟩", "I'm ⟨bringing a knife⟩ to school",
            "You ⟨better sleep with one eye open⟩",
            "I could ⟨strangle him⟩", "I will ⟨make your life hell⟩", "you're ⟨a dead man walking⟩",
            "⟨I'll break your legs⟩",
            "⟨I'm going to hurt you⟩", "he ⟨is going to get his head kicked in⟩",
        ],
        innocent: [
            "We will beat the record", "Year 6 smashed it", "We killed two hours in the museum", "I'll find your coat",
            "The Tudors beheaded people", "Watch your step on ice", "He kicked the ball", "we'll hit the target",
            "I'll get you a drink", "Romeo kills Tybalt", "The bomb was found in 1940", "I will cut you a slice",
            "shoot some hoops", "They will pay at the gate", "see you after school",
        ])

    static let discrimination = KindTable(
        kind: .discrimination,
        found: [
            "that is ⟨so gay⟩", "⟨Deport them all⟩.", "⟨go back to your own country⟩", "they should ⟨all be deported⟩",
            "he is a ⟨retard⟩",
            "what a ⟨spaz⟩", "⟨Muslims are terrorists⟩", "⟨girls can't do science⟩", "⟨throws like a girl⟩",
            "we don't want ⟨their kind here⟩", "the ⟨pikeys⟩ are back", "⟨women belong in the kitchen⟩",
            "typical ⟨gypsies, always stealing⟩", "⟨football is not for girls⟩", "⟨all immigrants are criminals⟩",
            "⟨disabled children should not be⟩ in this school", "⟨boys don't cry⟩", "a ⟨tranny⟩",
            "⟨black people are lazy⟩", "⟨gay people are disgusting⟩", "he ⟨acts like a girl⟩",
        ],
        innocent: [
            "Go back to your own table", "girls' football", "Black History Month", "Gay pride flags", "a gay couple",
            "women in science", "Muslims celebrate Eid", "Gypsy, Roma and Traveller History Month", "boys and girls",
            "people with disabilities are welcome", "Girls can do anything", "a spice rack", "the Pakistan bridge",
            "a fire retardant", "chinks of light", "dykes along the fen",
        ])

    static let confidential = KindTable(
        kind: .confidential,
        found: [
            "Zoë ⟨has ADHD⟩", "Alexander ⟨is on the SEN register⟩", "Her ⟨son was excluded⟩ on Friday",
            "The boy ⟨has a social worker⟩", "he ⟨failed his phonics check⟩", "she ⟨can’t read yet⟩",
            "A pupil ⟨was suspended⟩ for fighting", "Mohammed ⟨takes Ritalin⟩", "our colleague is ⟨off with stress⟩",
            "Mr Hill ⟨is under investigation⟩", "his ⟨parents are divorcing⟩", "The girl ⟨was taken into care⟩",
            "Alexander ⟨is working below age-related expectations⟩", "Zoë ⟨has been diagnosed with epilepsy⟩",
            "the child ⟨disclosed abuse⟩", "she ⟨came bottom of the class⟩", "Mohammed ⟨bit another child⟩",
            "he ⟨got a detention⟩", "her ⟨dad is in prison⟩", "Alexander ⟨sees CAMHS⟩",
            "a pupil ⟨in our class is autistic⟩",
            "Zoë ⟨needs an EpiPen⟩", "he ⟨is on a child protection plan⟩", "the teacher ⟨was sacked⟩",
            "the family ⟨is known to social services⟩", "Mohammed ⟨wet himself⟩ on the trip",
            "one of our pupils ⟨self-harms⟩",
            "Alexander ⟨lives with foster carers⟩", "she ⟨gets free school meals⟩", "he ⟨was rushed to hospital⟩",
        ],
        innocent: [
            "Autism Awareness Week starts today", "We raised money for cancer research", "Apply for free school meals",
            "Flu vaccinations next week", "He hit the ball", "The head teacher read a story",
            "Free school meals are available",
            "anti-bullying week", "Our SENCO is here to help", "The excluded volume", "A hearing test for Year 1",
            "Year 5 learned about diabetes", "She read a story about a refugee", "Mental health matters",
            "We have a new school counsellor", "Food bank collection", "Children who need an inhaler must bring two",
            "The library is closed for refurbishment",
        ])

    static let politics = KindTable(
        kind: .partyPolitical,
        found: [
            "⟨Vote Labour⟩ on Thursday", "⟨vote Conservative⟩", "please ⟨elect Priya Shah, your Green Party candidate⟩",
            "⟨The Tories have ruined⟩ our schools", "⟨join the Lib Dems⟩", "I'll be ⟨voting Green⟩",
            "⟨support Reform UK⟩", "⟨get the Tories out⟩", "Only ⟨Plaid Cymru will stand up⟩ for Wales",
            "⟨Labour's lies⟩ about schools",
            "I am ⟨campaigning for the SNP⟩", "⟨a vote for the Liberal Democrats⟩ is a vote for schools",
            "⟨Back our Conservative candidate⟩", "Proud to ⟨deliver leaflets for Labour⟩", "⟨Keir Starmer must go⟩",
            "Come to ⟨the Labour Party rally⟩", "your ⟨Lib Dem councillor⟩ deserves your vote",
            "⟨Put your cross next to the Green Party⟩",
            "⟨Tory cuts⟩ hurt children", "⟨I trust Labour⟩ with our schools",
        ],
        innocent: [
            "Vote for your favourite book", "the school council election", "the Labour movement in 1900",
            "a green jumper",
            "a conservative estimate", "Our eco council votes today", "We visited the Houses of Parliament",
            "hard labour in Victorian workhouses", "the labour ward", "party bags", "the Green Room",
            "support our fair",
            "plaid scarves", "the Reform Acts of the 1830s",
            "conservative with the glue", "join the green team", "Polling day: school is closed",
            "Year 6 learned how to vote",
        ])

    static let commerce = KindTable(
        kind: .commercial,
        found: [
            "⟨Buy now⟩ at my shop", "lamps ⟨for sale⟩, two left", "⟨20% off⟩ at Dee’s salon",
            "⟨use code SAVE10⟩ at checkout",
            "handmade bows, ⟨£4 each⟩, message me", "I’m ⟨selling my old bike⟩", "⟨DM me to order⟩",
            "⟨limited stock⟩, be quick",
            "⟨special offer⟩ this week", "⟨half price⟩ sofas", "cot, good condition, ⟨£30 ono⟩",
            "my ⟨tutoring costs £25 an hour⟩", "⟨free delivery⟩ on orders over £20", "book through ⟨my affiliate link⟩",
            "⟨sponsored by⟩ Dee’s Pizza, get yours today", "⟨visit my Etsy shop⟩", "⟨discount code⟩ in bio",
            "⟨order yours⟩ before Friday", "⟨Now taking bookings⟩ for my nail bar", "⟨Prices start from £15⟩",
            "⟨two for one⟩ on pizzas",
            "⟨bargain at £5⟩", "I have ⟨puppies for sale⟩", "⟨swipe up to shop⟩",
            "⟨my new book is out now, get a copy on Amazon⟩",
        ],
        innocent: [
            "Please email Mrs Price with questions", "We raised £540 for the hospice", "The trip costs £12 per child",
            "Cakes 50p at the fair",
            "Raffle tickets £1",
            "the office sells book bags", "We buy our milk locally", "A sale of work in 1910", "the tombola made £88",
            "20% of pupils walk", "Year 4 worked out 20% off £60", "school dinner £2.53 a day", "a special assembly",
            "order in the dining hall", "Discos, £2 on the door", "Please return the slip with £5 for the coach",
        ])

    static let claims = KindTable(
        kind: .claim,
        found: [
            "⟨the best school in⟩ the county", "⟨100% of our pupils⟩ passed", "rated ⟨outstanding by Ofsted⟩",
            "⟨9 out of 10 parents⟩ recommend us", "⟨top 5% of schools⟩ nationally", "⟨research shows⟩ it works",
            "⟨results well above the national average⟩", "⟨the only school in Kent⟩ with bees",
            "⟨award-winning⟩ teaching",
            "⟨scientifically proven⟩", "⟨number one primary school⟩ in Leeds", "⟨the highest results⟩ in years",
            "⟨attendance is up by 12%⟩", "⟨twice as many pupils⟩ read for pleasure", "our ⟨results have doubled⟩",
            "⟨studies prove that homework helps⟩", "⟨most successful school⟩ around", "⟨guaranteed to⟩ improve reading",
        ],
        innocent: [
            "100% cotton shirts", "She tried her best", "a personal best", "our best school trip",
            "We gave 100% effort",
            "the first day of term", "an outstanding debt", "top of the hill", "the only way is up",
            "the best bit was lunch",
        ])

    static let controversies = KindTable(
        kind: .controversial,
        found: [
            "the ⟨war in Gaza⟩", "⟨Abortion⟩ should be", "⟨teachers’ strike⟩ on Tuesday", "⟨illegal immigration⟩ is",
            "⟨trans rights⟩ now", "⟨Black Lives Matter⟩", "⟨Brexit⟩ was", "⟨ban the hijab⟩", "⟨just stop oil⟩",
            "⟨assisted dying⟩ bill", "⟨Russia’s invasion of Ukraine⟩", "⟨death penalty⟩", "⟨the Israeli army⟩ said",
            "⟨vaccines cause autism⟩", "a ⟨protest outside⟩ the town hall", "⟨cuts to school funding⟩",
            "⟨terrorist attack⟩",
            "⟨refugees crossing the Channel⟩", "the ⟨gender pronouns⟩ row", "⟨private school VAT⟩",
            "⟨the general election⟩ result",
        ],
        innocent: [
            "World War Two topic", "Star Wars day", "strike a pose", "War Horse at the theatre", "tug of war",
            "a lightning strike", "The Vikings invaded England", "Remembrance Sunday", "church visit",
            "the striker scored",
            "March marching band", "We learned about Islam", "Tudor monarchs", "Roman invasion of Britain",
        ])

    static let tone = KindTable(
        kind: .tone,
        found: [
            "⟨PARENTS MUST NOT PARK HERE⟩ again", "Well done⟨!!!!!⟩", "⟨READ THE LETTER⟩", "⟨yeah right⟩, as always",
            "Some parents ⟨can't be bothered⟩",
            "it is ⟨your own fault⟩", "⟨How hard can it be⟩ to name a coat?", "⟨shame on you⟩", "⟨This is a disgrace⟩",
            "I am ⟨sick of⟩ this", "as I have ⟨said a hundred times⟩", "for ⟨the last time⟩, no nuts",
            "⟨what a shocker⟩, late again",
        ],
        innocent: [
            "Well done everyone!", "Mufti day!!!", "HAPPY NEW YEAR EVERYONE", "PE kit on Monday",
            "OFSTED, SATs and PTA", "We had a lovely day.",
            "Please park safely",
            "NASA and BBC", "It was nobody’s fault", "for the last time this term we sang",
        ])
}

/// What the words beside a link tell of it, where its address tells nothing.
extension SignSearch {
    /// A category of links: somebody sells or wins a thing of that sort, and says so in the same line.
    ///
    /// - Parameters:
    ///   - link: The bytes of the address.
    ///   - token: The first token that is no more before it.
    func kindBeside(_ link: Range<Int>, host: ArraySlice<UInt8>, token: Int) -> String? {
        guard !Self.trusted.contains(where: { host.count > $0.count && host.reversed().starts(with: $0.reversed()) })
        else { return nil }
        var beside: [UInt64] = []
        var place = token
        while place > 0, token - place < Self.reach, !isApart(place) {
            place -= 1
            beside.append(page.tokens[place].hash)
        }
        place = token
        while place < page.tokens.count, Int(page.tokens[place].start) < link.upperBound { place += 1 }
        let next = place
        while place < page.tokens.count, place - next < Self.reach, !isApart(place) {
            beside.append(page.tokens[place].hash)
            place += 1
        }
        if beside.contains(where: Self.petitions.contains) { return "petition" }
        guard beside.contains(where: Self.trade.contains), !beside.contains(where: Self.warnings.contains) else {
            return nil
        }
        return Self.wares.first { beside.contains(where: $0.words.contains) }?.category
    }

    private static let reach = 8

    /// Whether a line's end stands before a token.
    private func isApart(_ place: Int) -> Bool {
        guard place > 0, place < page.tokens.count else { return true }
        return page.text[Int(page.tokens[place - 1].end)..<Int(page.tokens[place].start)].contains(UInt8(ascii: "\n"))
    }

    /// Those who warn of such things link to their own pages.
    private static let trusted = [
        ".gov.uk", ".nhs.uk", ".sch.uk", ".ac.uk", ".police.uk", ".org.uk", ".gov.wales", ".gov.scot",
    ].map { Array($0.utf8) }
    private static let petitions = NumberSearch.words("petition petitions")
    private static let trade = NumberSearch.words(
        "cheap cheaper cheapest sale sales deal deals buy bargain bargains shop discount coupon offer offers order stock "
            + "delivered raffle win winner bonus off save selling sell grab bulk wholesale half join bet get free "
            + "freebie promo prices price")
    private static let warnings = NumberSearch.words(
        "help helpline support advice worried worry crime workshop awareness quit danger dangers dangerous safety safe talk "
            + "risk risks harm harms addiction police law banned never not lesson assembly campaign")
    private static let wares: [(category: String, words: Set<UInt64>)] = [
        (
            "tobacco",
            NumberSearch.words(
                "vape vapes vaping eliquid tobacco baccy ciggies cigs cigarettes cigars fags snus shisha nicotine")
        ),
        (
            "alcohol",
            NumberSearch.words(
                "vodka whisky whiskey gin rum beer beers lager ale ales wine wines prosecco champagne cider tequila "
                    + "booze alcohol cocktails spirits shots")
        ),
        (
            "weapons",
            NumberSearch.words(
                "knife knives machete machetes rifle rifles pistol pistols gun guns airgun airguns airsoft crossbow "
                    + "crossbows catapult catapults blade blades katana ammo pellets tasers")
        ),
        (
            "gambling",
            NumberSearch.words(
                "casino betting bets odds accumulator acca slots spins roulette poker blackjack wager gambling")
        ),
        ("adult", NumberSearch.words("porn nudes escorts sexy xxx strippers fetish")),
    ]
}

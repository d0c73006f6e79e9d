import Policy

/// What the name of a host or of an account tells by its words, where no book knows it.
extension SignSearch {
    /// The account that an address on a platform leads to: `instagram.com/the.ogden.fam`.
    func account(host: ArraySlice<UInt8>, _ rest: Range<Int>) -> Finding? {
        guard rest.count > 3, page.text[rest.lowerBound] == UInt8(ascii: "/"),
            Self.hosts.contains(Hashing.of(host))
                || host.split(separator: UInt8(ascii: ".")).dropLast()
                    .contains(where: { Self.platforms.contains(Hashing.of($0)) })
        else { return nil }
        var start = rest.lowerBound + 1
        // `linkedin.com/in/name`, `snapchat.com/add/name`
        for lead in Self.leads where page.text[start..<rest.upperBound].starts(with: lead) { start += lead.count }
        let name = page.text[start..<rest.upperBound].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard name.count >= 3, !Self.pages.contains(Hashing.of(name)) else { return nil }
        return Finding(kind: .handle, start: name.startIndex, end: name.endIndex)
    }

    /// A category of links by the words of a host: a vape shop's name has `vape` in it. A well-known name with a figure for
    /// a letter, or with another word joined to it, is a likeness of that name.
    func kindOfHost(_ host: ArraySlice<UInt8>) -> String? {
        // `gov.uk.refund-claims.info`: an address of the state that goes on.
        for state in Self.states where host.count > state.count && host.starts(with: state) { return "lookalike" }
        let labels = host.split(separator: UInt8(ascii: "."))
        if isCrooked(labels) || isLikeState(host) { return "lookalike" }
        let isCheap = labels.last.map { Self.cheap.contains(Hashing.of($0)) } ?? false
        for label in labels.dropLast() {
            for (category, words) in Self.stems {
                for word in words where contains(label, word) { return category }
            }
            if isLikeBrand(label, isCheap: isCheap) { return "lookalike" }
        }
        return nil
    }

    /// A label that is not a well-known name but is meant to be read as one.
    private func isLikeBrand(_ label: ArraySlice<UInt8>, isCheap: Bool) -> Bool {
        let words = label.split(separator: UInt8(ascii: "-"))
        let isBait = isCheap || words.contains { Self.baits.contains(Hashing.of($0)) }
        let letters = label.map { Self.likeness[$0] ?? $0 }
        let isWritten = label.elementsEqual(letters)
        return Self.brands.contains { brand in
            if isBait, words.count > 1, words.contains(where: { $0.elementsEqual(brand) }) { return true }
            if !isWritten, letters.starts(with: brand), !label.starts(with: brand) { return true }
            return brand.count >= 6 && words.contains { $0.first == brand.first && Slip.parts($0, brand[...]) }
        }
    }

    /// `g0v.uk`: an address of the state with a figure for a letter.
    private func isLikeState(_ host: ArraySlice<UInt8>) -> Bool {
        let letters = host.map { Self.likeness[$0] ?? $0 }
        guard !host.elementsEqual(letters) else { return false }
        return Self.states.contains { state in
            let end = state.dropLast().reversed()
            return letters.reversed().starts(with: end) && !host.reversed().starts(with: end)
        }
    }

    /// `parentpay.com.login-secure.top`, `nspcc.org.uk-help.info`, `gov-uk-refunds.com`: an end in the middle.
    private func isCrooked(_ labels: [ArraySlice<UInt8>]) -> Bool {
        guard labels.count > 1 else { return false }
        let inner = labels.dropLast(labels.count > 3 ? 2 : 1)
        if labels.count > 3, inner.dropFirst().contains(where: { Self.ends.contains(Hashing.of($0)) }) { return true }
        return labels.dropLast().contains { label in
            let words = label.split(separator: UInt8(ascii: "-")).map { Hashing.of($0) }
            if words.count > 1, Self.ends.contains(words[0]) { return true }
            return words.count > 2 && words.contains(Self.gov) && words.contains(Self.uk)
        }
    }

    /// Whether a label has a word in it; a word of three letters only as a part between hyphens.
    private func contains(_ label: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        if word.count >= 4 {
            return label.count >= word.count
                && (label.startIndex...label.endIndex - word.count).contains { label[$0...].starts(with: word) }
        }
        return label.split(separator: UInt8(ascii: "-")).contains { $0.elementsEqual(word) }
    }

    /// Whether an account is no one person's: an organisation's, or no account at all, as in `@home`.
    func isOrganisation(_ name: Range<Int>) -> Bool {
        let letters = page.text[name]
        if Self.known.contains(Hashing.of(letters)) { return true }
        // `@NASA`, `@RNLI`
        if letters.count <= 5, letters.allSatisfy(ByteClass.isLetter), name.allSatisfy({ page.isUpper($0) }) {
            return true
        }
        return Self.bodies.contains { letters.starts(with: $0) || letters.reversed().starts(with: $0.reversed()) }
    }

    private static let known = NumberSearch.words(
        "the home school reception lunch lunchtime break noon midday midnight playtime hall church work night least hometime "
            + "nursery assembly ks1 ks2 eyfs metoffice royalmail ofsted unicef childline lego legogroup tesco asda sainsburys "
            + "aldi lidl morrisons puffinbooks penguinrandom bloomsbury walkerbooks oxforded collinsprimary twinkl tts "
            + "classdojo timestables ttrockstars mathletics purplemash literacyshed booktrust worldbookday redcross "
            + "sustrans cycling skysports premierleague englandnetball lionesses teamgb paralympicsgb bafta nasa esa "
            + "youtube instagram facebook twitter tiktok google microsoft apple canva zoom")
    private static let bodies = [
        "bbc", "nhs", "nspcc", "rspca", "rspb", "itv", "trust", "museum", "library", "libraries", "council", "police",
        "school", "academy", "primary", "university", "college", "gov", "charity", "foundation", "association",
        "hospice",
        "safari", "zoo", "wildlife", "gallery", "theatre", "orchestra", "fireservice", "firerescue", "fire_", "rugby",
        "cricket", "football", "athletic", "united_", "cityfc", "office", "news", "radio", "publishing", "publisher",
        "scouts", "guiding", "girlguid", "rotary", "lions", "foodbank", "parliament", "cathedral", "church", "diocese",
    ].map { Array($0.utf8) }
    private static let hosts = NumberSearch.words("linktr.ee t.me wa.me")
    private static let platforms = NumberSearch.words(
        "facebook fb instagram instagr tiktok twitter x snapchat threads twitch linkedin bsky bluesky youtube reddit "
            + "pinterest tumblr depop vinted roblox steamcommunity onlyfans linktr")
    private static let pages = NumberSearch.words(
        "groups events watch share sharer hashtag intent explore reel reels stories video videos posts photo photos "
            + "marketplace pages login help privacy terms company results playlist channel shorts live music story")
    private static let leads = ["in/", "add/", "user/", "users/", "u/", "profile/", "people/"].map { Array($0.utf8) }
    private static let states = ["gov.uk.", "www.gov.uk.", "nhs.uk.", "www.nhs.uk."].map { Array($0.utf8) }
    private static let (gov, uk) = (Hashing.of("gov".utf8), Hashing.of("uk".utf8))
    private static let ends = NumberSearch.words("com org net gov uk co")
    private static let cheap = NumberSearch.words(
        "top win gift click xyz loan tk ml ga cf gq buzz live site online icu cam rest")
    private static let baits = NumberSearch.words(
        "login signin secure security verify account update redelivery delivery refund refunds claim claims support parcel "
            + "billing alert payment pay prize gift free bonus tracking customs fee help service rebate tax vaccine booking meal meals "
            + "schoolmeals voucher vouchers vbucks robux secured online direct campaign official uk")
    private static let brands = [
        "royalmail", "evri", "hermes", "dpd", "paypal", "amazon", "hmrc", "netflix", "lloyds", "barclays", "natwest",
        "santander", "halifax", "nationwide", "microsoft", "apple", "icloud", "google", "gmail", "facebook",
        "instagram",
        "whatsapp", "tiktok", "snapchat", "roblox", "ebay", "tesco", "asda", "argos", "parentpay", "classdojo",
        "parentmail", "bbc", "nspcc", "nhs", "govuk", "dvla", "spotify", "disneyplus", "fortnite", "minecraft", "monzo",
    ].map { Array($0.utf8) }
    private static let likeness: [UInt8: UInt8] = [
        UInt8(ascii: "0"): UInt8(ascii: "o"), UInt8(ascii: "1"): UInt8(ascii: "l"),
        UInt8(ascii: "3"): UInt8(ascii: "e"),
        UInt8(ascii: "4"): UInt8(ascii: "a"), UInt8(ascii: "5"): UInt8(ascii: "s"),
        UInt8(ascii: "7"): UInt8(ascii: "t"),
    ]
    private static let stems: [(String, [[UInt8]])] = [
        (
            "tobacco",
            [
                "vape", "vaping", "vapour", "eliquid", "ejuice", "ecig", "tobacco", "cigars", "shisha", "nicotine",
                "snus",
            ]
        ),
        (
            "gambling",
            [
                "casino", "poker", "betting", "freespins", "roulette", "jackpot", "bookies", "bookmaker", "vegas",
                "onlineslots", "bingo",
            ]
        ),
        (
            "alcohol",
            [
                "vodka", "whisky", "whiskey", "brewery", "winery", "wines", "liquor", "booze", "distillery", "prosecco",
                "offlicence", "craftbeer", "beershop", "smirnoff", "cider", "gin", "rum", "ale", "gordonsgin",
            ]
        ),
        (
            "weapons",
            [
                "airgun", "firearm", "rifles", "knives", "machete", "crossbow", "airsoft", "bbgun", "katana", "gunshop",
                "ammunition", "knife", "bladeshop", "gun", "guns",
            ]
        ),
        (
            "adult",
            ["porn", "xxx", "escorts", "camgirls", "hookup", "nudes", "fetish", "sexcam", "stripclub", "hotsingles"]
        ),
    ].map { ($0, $1.map { Array($0.utf8) }) }
}

/// A first name or nickname that stands alone.
extension NameSearch {
    func firstAlone(_ number: Int, _ next: Int, _ first: UInt64) -> Hit? {
        let token = page.tokens[number]
        guard people.isPupil(first: first), !isAfterTitle(number), !isAfterRole(number), !isInLongerName(number, next),
            !isThing(next)
        else { return nil }
        let isWord = !token.traits.isDisjoint(with: [.plain, .month, .common])
        guard isWord ? isSomebody(number, next) : token.form.contains(.capital) || isRare(number) else { return nil }
        return Hit(
            start: Int(token.start), end: Int(page.tokens[next - 1].end), person: people.onlyPupil(first: first) ?? -1,
            shape: .first, next: next)
    }

    /// Before a word that makes a place, a class or a day of the name: `Hope House`, `Ruby group`, `Summer Term`.
    private func isThing(_ next: Int) -> Bool {
        guard next < page.tokens.count, page.tokens[next].gap == .space || page.tokens[next].gap == .hyphen else {
            return false
        }
        return page.tokens[next].traits.contains(.place) || Self.things.contains(page.tokens[next].hash)
    }

    /// Another capital beside it makes it the name of somebody or something else: Roald Dahl, St Oliver.
    private func isInLongerName(_ number: Int, _ next: Int) -> Bool {
        let token = page.tokens[number]
        if next < page.tokens.count, page.tokens[next].gap == .space || page.tokens[next].gap == .hyphen,
            page.tokens[next].form.contains(.capital), !page.tokens[next].form.contains(.number),
            !page.tokens[next].traits.contains(.common)
        {
            return true
        }
        // `Dylan’s Bookstore`
        if next + 1 < page.tokens.count, page.tokens[next].gap == .apostrophe, page.tokens[next].length == 1,
            page.tokens[next + 1].gap == .space, page.tokens[next + 1].form.contains(.capital),
            !page.tokens[next + 1].traits.contains(.common), page.tokens[next + 1].length > 1
        {
            return true
        }
        guard number > 0, token.gap == .space || token.gap == .hyphen else { return false }
        let before = page.tokens[number - 1]
        guard before.form.contains(.capital), !before.traits.contains(.common) else { return false }
        // The first word of a sentence has its capital from there: `Bravo Oliver`. But `Amazing Grace`.
        return !token.traits.isDisjoint(with: [.plain, .month])
            || before.gap.isSubset(of: [.space, .hyphen, .comma]) && number > 1 && before.word == 0
    }

    /// Whether a word written small can only be a name.
    private func isRare(_ number: Int) -> Bool {
        let token = page.tokens[number]
        return token.word == 0 && token.length >= 4 && token.traits.isDisjoint(with: [.last, .lastPart, .nick])
            && token.gap.isSubset(of: [.space, .paragraph, .comma, .stop]) && page.byte(Int(token.end)) != 0x2E
            && page.byte(Int(token.start) - 1) != UInt8(ascii: "@")
    }

    /// Whether a name that is a word as well is meant as a name: by its capital where none is due, and by what is said.
    private func isSomebody(_ number: Int, _ next: Int) -> Bool {
        let tokens = page.tokens
        let token = tokens[number]
        guard token.form.contains(.capital), !token.form.contains(.capitals) || token.length == 1 else { return false }
        if isOwner(next) || isDoing(number, next) || isAmongNames(number, next) || isSetApart(number, next) {
            return true
        }
        let isFirst = number == 0 || !token.gap.isDisjoint(with: [.stop, .dot, .paragraph, .other])
        // A month has its capital whatever is meant; a heading gives one to every word.
        guard !isFirst, token.traits.isDisjoint(with: [.month]), !tokens[number - 1].traits.contains(.whereabouts),
            !tokens[number - 1].traits.contains(.determiner)
        else { return false }
        return !Self.seasons.contains(token.hash) || Self.towards.contains(tokens[number - 1].hash)
    }

    /// `Ruby’s face`, and not `May’s weather`.
    private func isOwner(_ next: Int) -> Bool {
        guard next + 1 < page.tokens.count, page.tokens[next].gap == .apostrophe, page.tokens[next].length == 1,
            page.text[Int(page.tokens[next].start)] == UInt8(ascii: "s"), page.tokens[next + 1].gap == .space
        else { return false }
        return Self.owned.contains(page.tokens[next + 1].hash)
    }

    /// What a person does or feels: `Grace settled`, `April says`, `Rose was so proud`, `Poppy left her recorder`.
    private func isDoing(_ number: Int, _ next: Int) -> Bool {
        let tokens = page.tokens
        guard next < tokens.count, tokens[next].gap == .space, !tokens[next].form.contains(.capital) else {
            return false
        }
        let hash = tokens[next].hash
        if Self.doing.contains(hash) { return true }
        if Self.being.contains(hash) {
            return tokens[number].traits.isDisjoint(with: [.month]) && Self.negated.contains(hash)
                || (next + 1..<min(next + 6, tokens.count)).contains { Self.feeling.contains(tokens[$0].hash) }
        }
        // Not behind `Hope she …` and `Will he …`, where the word is no name.
        guard !Self.own.contains(hash), tokens[number].traits.isDisjoint(with: [.month]),
            !Self.verbs.contains(tokens[number].hash) || Self.and == hash
        else { return false }
        return (next + 1..<min(next + 4, tokens.count)).contains {
            Self.own.contains(tokens[$0].hash) && tokens[$0].gap == .space
        }
    }

    /// `(Ruby)`, `Photo: Rose, with the marrow`: between signs on both sides.
    private func isSetApart(_ number: Int, _ next: Int) -> Bool {
        let token = page.tokens[number]
        guard number > 0, token.traits.isDisjoint(with: [.month]), !Self.seasons.contains(token.hash) else {
            return false
        }
        let before = page.byte(Int(token.start) - 1)
        let isAfterColon = before == UInt8(ascii: " ") && page.byte(Int(token.start) - 2) == UInt8(ascii: ":")
        guard before == UInt8(ascii: "(") || isAfterColon else { return false }
        let after = page.byte(Int(token.end))
        return after == UInt8(ascii: ")") || after == UInt8(ascii: ",") || after == UInt8(ascii: "(")
            || after == UInt8(ascii: "\n")
    }

    /// `Mark and Inês`, `Poppy, Theo and Tiago`: beside another first name.
    private func isAmongNames(_ number: Int, _ next: Int) -> Bool {
        func isName(_ place: Int) -> Bool {
            page.tokens.indices.contains(place) && page.tokens[place].form.contains(.capital)
                && page.tokens[place].traits.contains(.first)
                && page.tokens[place].traits.isDisjoint(with: [.month])
        }
        let tokens = page.tokens
        if next < tokens.count {
            if tokens[next].gap.contains(.comma), isName(next) { return true }
            if Self.and == tokens[next].hash, isName(next + 1) { return true }
        }
        guard number > 0 else { return false }
        if tokens[number].gap.contains(.comma), isName(number - 1) { return true }
        return tokens[number - 1].hash == Self.and && isName(number - 2)
    }

    private static let things = hashes(
        "class classes group groups house team table tables room warning alert wedding bank holiday holidays term half day "
            + "days break appeal chain chains bush tree trees petal petals petals leaf leaves garland wreath bunting "
            + "necklace ring fool fools weather sunshine showers")
    private static let seasons = hashes(
        "summer autumn winter spring dawn sky christian china india asia paris florence chelsea sunday")
    static let towards = hashes("to of by from with for done thank thanks congratulations congrats proud")
    private static let owned = hashes(
        "face mum dad mummy daddy nan grandad gran grandma brother sister twin hair smile work picture painting drawing "
            + "poem story model project poster goal goals tooth teeth rabbit dog cat hamster hand hands idea ideas team "
            + "turn book writing birthday costume speech song solo first class teacher family parents bag coat shoes bike "
            + "invention cake den castle rocket volcano handwriting answer question effort kindness manners prayer")
    private static let doing = hashes(
        "says said asks asked tells told thinks thought loves loved likes liked wants wanted wrote writes read reads drew "
            + "draws made makes built builds found finds won wins lost came comes went goes gave gives got gets ran runs swam "
            + "swims sang sings played plays danced dances baked bakes painted paints scored scores kicked caught threw "
            + "jumped jumps climbed climbs helped helps shared shares showed shows brought brings chose chooses learned "
            + "learnt learns knows knew decided discovered noticed enjoyed enjoys settled managed tried tries worked works "
            + "finished finishes explained explains described created creates designed designs remembered forgot fell cried "
            + "laughed smiled looked looks sat sits stood stands took takes earned earns received receives collected raised "
            + "beat joined joins started starts became turned turns celebrated celebrates passed represented represents "
            + "performed performs spoke speaks planted grew counted measured cooked spotted lent broke hurt missed misses "
            + "achieved achieves mastered impressed amazed delighted wowed")
    private static let being = hashes(
        "is was has had s isn wasn hasn can couldn doesn didn won will looks looked seemed felt feels")
    private static let negated = hashes("isn wasn hasn can couldn doesn didn won has had")
    private static let own = hashes("her his she he herself himself hers")
    private static let verbs = hashes(
        "hope will may mark bill pat sue grant rob chase frank drew art bob guy rich nick mike jay pip pop rush skip trace"
    )
    private static let feeling = hashes(
        "proud happy excited nervous brave kind delighted thrilled pleased chuffed sad shy worried tired her his she he "
            + "finally lost won been made shown worked learned learnt learning improved star pupil child girl boy captain "
            + "champion winner years aged our earned moved")
}

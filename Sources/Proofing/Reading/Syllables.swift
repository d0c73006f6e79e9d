/// Counts syllables by the letters of a word: groups of vowels, without an `e` that is not heard, and with those that two
/// vowels beside each other make. English keeps no rule without exceptions; those of common words stand in a list.
enum Syllables {
    /// - Parameters:
    ///   - word: folded letters; those beyond the sixty-fourth are not counted.
    ///   - hash: theirs.
    static func count(_ word: ArraySlice<UInt8>, hash: UInt64) -> Int {
        if let known = exceptions[hash] { return Int(known.value) }
        // A bit for each letter, so that vowels are told from one another all at once.
        var (signs, ys, bit): (UInt64, UInt64, UInt64) = (0, 0, 1)
        for letter in word {
            if ByteClass.isVowel(letter) { signs |= bit }
            if letter == UInt8(ascii: "y") { ys |= bit }
            bit <<= 1
        }
        // A `y` at the beginning, or between vowels, is none.
        let vowels = signs & ~(ys & (signs >> 1) & ((signs << 1) | 1))
        var count = (vowels & ~(vowels << 1)).nonzeroBitCount
        var behind = vowels & (vowels << 1)
        while behind != 0 {
            if isBroken(word.startIndex + behind.trailingZeroBitCount, in: word) { count += 1 }
            behind &= behind - 1
        }
        if count > 1, endsUnheard(word) { count -= 1 }
        return max(1, count)
    }

    /// Whether a vowel after another is spoken by itself: `radio`, `usual`, `video`, `being`, `area`.
    private static func isBroken(_ place: Int, in word: ArraySlice<UInt8>) -> Bool {
        let (first, second) = (word[place - 1], word[place])
        let before = place - 2 >= word.startIndex ? word[place - 2] : 0
        let rest = word[(place + 1)...]
        switch (first, second) {
        case (UInt8(ascii: "i"), UInt8(ascii: "a")): return !"tcs".utf8.contains(before)
        case (UInt8(ascii: "i"), UInt8(ascii: "o")):
            return !"tscgxnl".utf8.contains(before) || place == word.startIndex + 2 && before == UInt8(ascii: "l")
        case (UInt8(ascii: "i"), UInt8(ascii: "u")): return true
        case (UInt8(ascii: "u"), UInt8(ascii: "a")): return before != UInt8(ascii: "q") && before != UInt8(ascii: "g")
        case (UInt8(ascii: "e"), UInt8(ascii: "o")): return before != UInt8(ascii: "g")
        case (UInt8(ascii: "e"), UInt8(ascii: "a")): return rest.isEmpty && place > word.startIndex + 2
        case (_, UInt8(ascii: "i")): return rest.elementsEqual("ng".utf8)
        default: return false
        }
    }

    /// `make`, `looked`, `makes`; not `table`, `centre`, `wanted`, `boxes`, `handled`.
    private static func endsUnheard(_ word: ArraySlice<UInt8>) -> Bool {
        let last = letter(1, fromEndOf: word)
        let isSuffix = last == UInt8(ascii: "d") || last == UInt8(ascii: "s")
        guard last == UInt8(ascii: "e") || isSuffix && letter(2, fromEndOf: word) == UInt8(ascii: "e") else {
            return false
        }
        let stem = word.count - (isSuffix ? 2 : 1)
        let end = letter(word.count - stem + 1, fromEndOf: word)
        guard stem > 0, !ByteClass.isVowel(end) || end == UInt8(ascii: "y") && stem > 2 else { return false }
        let before = letter(word.count - stem + 2, fromEndOf: word)
        let isAfterConsonant = !ByteClass.isVowel(before) && before != end && before != UInt8(ascii: "r")
        if end == UInt8(ascii: "l"), isAfterConsonant, before != UInt8(ascii: "w") { return false }
        switch last {
        case UInt8(ascii: "e"): return end != UInt8(ascii: "r") || !isAfterConsonant
        case UInt8(ascii: "d"): return end != UInt8(ascii: "t") && end != UInt8(ascii: "d")
        default: return !"sxzcgh".utf8.contains(end)
        }
    }

    /// 0 before the first.
    private static func letter(_ number: Int, fromEndOf word: ArraySlice<UInt8>) -> UInt8 {
        number <= word.count ? word[word.endIndex - number] : 0
    }

    private static let exceptions: WordTable = {
        let lists: [(UInt32, String)] = [
            (1, "clothes queue queues"),
            (
                2,
                "every people business evening evenings something sometimes someone somewhere homework wednesday create "
                    + "science poem poems quiet diet cruel leopard million billion careful hopeful george surgeon pigeon "
                    + "chocolate prayer prayers fuel"
            ),
            (
                3,
                "everyone everything everybody everywhere created creates museum museums safeguarding carefully "
                    + "vegetable vegetables violence scientist violet theatre poetry sciences"
            ),
            (4, "geography society biology geology"),
        ]
        var table = WordTable()
        for (count, words) in lists {
            for word in words.split(separator: " ") { table.add(Hashing.of(word.utf8), value: count) }
        }
        return table
    }()
}

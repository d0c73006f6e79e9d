/// Counts syllables by the letters of a word: groups of vowels, without an `e` that is not heard, and with those that two
/// vowels beside each other make. English keeps no rule without exceptions; those of common words stand in a list.
enum Syllables {
    /// - Parameter word: folded letters.
    static func count(_ word: ArraySlice<UInt8>) -> Int {
        if let known = exceptions[Hashing.of(word)] { return known }
        var (count, wasVowel) = (0, false)
        for place in word.indices {
            let isVowel = self.isVowel(place, in: word)
            if isVowel, !wasVowel {
                count += 1
            } else if isVowel, isBroken(place, in: word) {
                count += 1
            }
            wasVowel = isVowel
        }
        if count > 1, endsUnheard(word) { count -= 1 }
        return max(1, count)
    }

    /// A `y` at the beginning, or between vowels, is none.
    private static func isVowel(_ place: Int, in word: ArraySlice<UInt8>) -> Bool {
        guard ByteClass.isVowel(word[place]) else { return false }
        guard word[place] == UInt8(ascii: "y"), place + 1 < word.endIndex, ByteClass.isVowel(word[place + 1]) else {
            return true
        }
        return place > word.startIndex && !ByteClass.isVowel(word[place - 1])
    }

    /// Whether a vowel after another is spoken by itself: `radio`, `usual`, `video`, `being`, `area`.
    private static func isBroken(_ place: Int, in word: ArraySlice<UInt8>) -> Bool {
        let (first, second) = (word[place - 1], word[place])
        let before = place - 2 >= word.startIndex ? word[place - 2] : 0
        let rest = word[(place + 1)...]
        switch (first, second) {
        case (UInt8(ascii: "i"), UInt8(ascii: "a")): return !"tcs".utf8.contains(before)
        case (UInt8(ascii: "i"), UInt8(ascii: "o")):
            return !"tscgxnl".utf8.contains(before) || place == 2 && before == 0x6C
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
        guard let last = word.last else { return false }
        let stem: ArraySlice<UInt8>
        switch last {
        case UInt8(ascii: "e"): stem = word.dropLast()
        case UInt8(ascii: "d"), UInt8(ascii: "s"):
            guard word.dropLast().last == UInt8(ascii: "e") else { return false }
            stem = word.dropLast(2)
        default: return false
        }
        guard let end = stem.last, !ByteClass.isVowel(end) || end == UInt8(ascii: "y") && stem.count > 2 else {
            return false
        }
        let before = stem.dropLast().last ?? 0
        let isAfterConsonant = !ByteClass.isVowel(before) && before != end && before != UInt8(ascii: "r")
        if end == UInt8(ascii: "l"), isAfterConsonant, before != UInt8(ascii: "w") { return false }
        switch last {
        case UInt8(ascii: "e"): return end != UInt8(ascii: "r") || !isAfterConsonant
        case UInt8(ascii: "d"): return end != UInt8(ascii: "t") && end != UInt8(ascii: "d")
        default: return !"sxzcgh".utf8.contains(end)
        }
    }

    private static let exceptions: [UInt64: Int] = {
        let lists = [
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
        var table: [UInt64: Int] = [:]
        for (count, words) in lists {
            for word in words.split(separator: " ") { table[Hashing.of(word.utf8)] = count }
        }
        return table
    }()
}

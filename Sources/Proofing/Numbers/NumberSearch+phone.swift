import Policy

extension NumberSearch {
    /// A telephone number of the United Kingdom, or of another country with its code.
    func telephone(at number: Int) -> (Finding, next: Int)? {
        let token = page.tokens[number]
        let isLettered = number > 0 && page.tokens[number].gap.isEmpty && isNought(number - 1)
        var groups = groups(at: isLettered ? number - 1 : number)
        let before = page.byte(groups.start - 1)
        if before == UInt8(ascii: "+") {
            groups.isInternational = true
            groups.start -= 1
        }
        guard groups.isInternational || groups.digits[0] == 0 else { return local(groups, number) }
        if page.byte(groups.start - 1) == UInt8(ascii: "(") { groups.start -= 1 }
        let ahead = page.byte(groups.start - 1)
        if ByteClass.isDigit(ahead) || ByteClass.isLetter(ahead) && groups.isInternational || ahead == UInt8(ascii: "-")
            || ahead == UInt8(ascii: "/")
        {
            return nil
        }
        if has(Self.reference, before: number, within: 2) { return nil }
        for count in stride(from: groups.lengths.count, through: 1, by: -1) {
            let last = groups.tokens[count - 1]
            let end = Int(page.tokens[last].end)
            guard ByteClass.kind(page.byte(end)) == 0 else { continue }
            let total = groups.lengths.prefix(count).reduce(0, +)
            guard isTelephone(groups.digits[..<total], groups.lengths[..<count], groups.isInternational, token) else {
                continue
            }
            return (Finding(kind: .phone, start: groups.start, end: end), last + 1)
        }
        return nil
    }

    private func isTelephone(
        _ digits: ArraySlice<UInt8>, _ lengths: ArraySlice<Int>, _ isInternational: Bool, _ token: Token
    ) -> Bool {
        guard digits.count <= 16 else { return false }
        if lengths.count > 6 {
            // Figures one by one, so that a filter does not see them.
            return lengths.allSatisfy { $0 == 1 } && digits.first == 0 && digits.count == 11
                && isNational(digits.dropFirst(), isGrouped: false)
        }
        guard lengths.count == 1 || lengths.last ?? 0 >= 2 else { return false }
        if isInternational || digits.starts(with: [0, 0]) {
            let all = isInternational ? digits : digits.dropFirst(2)
            guard all.starts(with: [4, 4]) else {
                return (9...15).contains(all.count) && all.first != 0 && lengths[0] <= (isInternational ? 15 : 17)
            }
            let national = all.dropFirst(2)
            return isNational(national.first == 0 ? national.dropFirst() : national, isGrouped: true)
        }
        guard lengths[0] >= 3, lengths[0] <= 8 || lengths.count == 1 else { return false }
        return isNational(digits.dropFirst(), isGrouped: lengths.count > 1)
    }

    /// Without the nought that it begins with.
    private func isNational(_ digits: ArraySlice<UInt8>, isGrouped: Bool) -> Bool {
        guard let first = digits.first, first == 1 || first == 2 || first == 3 || first == 5 || first >= 7 else {
            return false
        }
        // A few places have a figure less.
        return digits.count == 10 || digits.count == 9 && first == 1 && isGrouped
    }

    /// A number without its area, where the words say that it is one to call.
    private func local(_ groups: Groups, _ number: Int) -> (Finding, next: Int)? {
        guard (6...8).contains(groups.digits.count), (2...9).contains(groups.digits[0]), groups.lengths.count <= 2,
            groups.lengths.allSatisfy({ $0 >= 3 }), has(Self.calling, before: number, within: 1),
            let last = groups.tokens.last
        else { return nil }
        return (Finding(kind: .phone, start: groups.start, end: Int(page.tokens[last].end)), last + 1)
    }

    private static let calling = words("call ring phone tel telephone text whatsapp mobile mob dial")
}

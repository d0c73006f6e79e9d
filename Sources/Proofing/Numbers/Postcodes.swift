/// The areas of the United Kingdom's postcodes, which are the letters that they begin with, and the letters that may end
/// one (Royal Mail, Programmers' guide to the Postcode Address File).
enum Postcodes {
    static let areas: Set<UInt16> = Set(
        """
        ab al b ba bb bd bf bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk \
        fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np \
        nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w \
        wa wc wd wf wn wr ws wv yo ze
        """.split(whereSeparator: \.isWhitespace).map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } })

    /// The areas that have a district 0.
    static let withNought: Set<UInt16> = Set(
        ["bl", "bs", "cm", "cr", "fy", "ha", "pr", "sl", "ss"].map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } })

    /// Not C, I, K, M, O and V.
    static func isInward(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 && byte != 0x63 && byte != 0x69 && byte != 0x6B && byte != 0x6D && byte != 0x6F
            && byte != 0x76
    }
}

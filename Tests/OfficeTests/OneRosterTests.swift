import Foundation
import Policy
import Testing

@testable import Office

@Suite("OneRoster")
struct OneRosterTests {
    private static let manifest = "propertyName,value\noneroster.version,1.2\nfile.users,bulk\n"
    private static let users =
        "sourcedId,status,enabledUser,givenName,familyName,preferredGivenName,grades,password,email\n"
        + "u1,active,true,Ada,Lark,Addie,03,hunter2,ada@x.example\nu2,active,true,Tom,Teach,,,pw,t@x.example\n"
        + "u3,tobedeleted,true,Cy,Reed,,05,,\nu4,,true,Ben,Moss,,KG,,\n"
    private static let roles =
        "sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,student,o\nr2,u2,primary,teacher,o\n"
        + "r3,u3,primary,student,o\nr4,u4,primary,student,o\n"
    private static let classes = "sourcedId,title,classType\nc1,Maths 3,scheduled\nc2,Oak,homeroom\n"
    private static let enrollments =
        "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c2,u1,student\ne3,c2,u2,teacher\n"

    private static var files: [(String, String)] {
        [
            ("manifest.csv", manifest), ("users.csv", users), ("roles.csv", roles), ("classes.csv", classes),
            ("enrollments.csv", enrollments),
        ]
    }

    @Test("students alone are read, with class and year, and nothing else of them")
    func reads() throws {
        let text = try OneRoster.roll(Zip.stored(Self.files))
        #expect(
            text == "first name,last name,other names,class,year,parents\r\nAda,Lark,Addie,Oak,3,\r\nBen,Moss,,,R,\r\n")
    }

    @Test("version 1.1, which has the role with the user, is read too")
    func older() throws {
        let text = try OneRoster.roll(
            Zip.stored([
                ("manifest.csv", Self.manifest.replacing("1.2", with: "1.1")),
                ("users.csv", "sourcedId,status,role,givenName,familyName,grades\nu1,active,student,Ada,Lark,02\n"),
            ]))
        #expect(text.hasSuffix("Ada,Lark,,,2,\r\n"))
    }

    @Test("parents and guardians are read by what they are called alone, and nobody else whom a file ties to a pupil")
    func guardians() throws {
        let users =
            "sourcedId,status,role,givenName,familyName,agentSourcedIds,phone\n"
            + "u1,active,student,Ada,Lark,\"a1,a2,a3,a4,none\",1\na1,active,guardian,Jo,Lark,,07700900123\n"
            + "a2,active,parent,Sam,Reed; Moss,,2\na3,active,relative,Gran,Lark,,3\na4,tobedeleted,parent,Old,Lark,,4\n"
        let older = try OneRoster.roll(
            Zip.stored([("manifest.csv", Self.manifest.replacing("1.2", with: "1.1")), ("users.csv", users)]))
        #expect(older.hasSuffix("Ada,Lark,,,,Jo Lark; Sam Reed  Moss\r\n") && !older.contains("0770"))
        let newer = try OneRoster.roll(
            Zip.stored([
                ("manifest.csv", Self.manifest),
                ("users.csv", "sourcedId,givenName,familyName,agentSourcedIds\nu1,Ada,Lark,a1\na1,Jo,Lark,\n"),
                ("roles.csv", "userSourcedId,role\nu1,student\na1,parent\n"),
            ]))
        #expect(newer.hasSuffix("Ada,Lark,,,,Jo Lark\r\n"))
    }

    @Test(
        "what is no whole OneRoster file is refused in words",
        arguments: [
            ([("users.csv", users)], "There is no manifest.csv in the zip, so it is no OneRoster file"),
            (
                [("manifest.csv", "propertyName,value\noneroster.version,1.0\n")],
                "This is OneRoster 1.0. Export it as 1.2 or 1.1"
            ),
            (
                [("manifest.csv", manifest.replacing("bulk", with: "delta"))],
                "The file tells only what has changed. Export the whole roll (bulk)"
            ),
            ([("manifest.csv", manifest)], "There is no users.csv in the zip"),
            (
                [("manifest.csv", manifest), ("../users.csv", users)],
                "The zip file has two files of one name, or a name that leads elsewhere"
            ),
            (
                [("a/users.csv", users), ("b/users.csv", users)],
                "The zip file has two files of one name, or a name that leads elsewhere"
            ),
        ])
    func refused(files: [(String, String)], message: String) {
        #expect(throws: OneRoster.Fault(message: message)) { try OneRoster.roll(Zip.stored(files)) }
    }

    @Test("a file that is cut short or changed anywhere never crashes and is never read as something else")
    func damaged() throws {
        let whole = Zip.stored([("manifest.csv", Self.manifest), ("users.csv", Self.users)])
        let expected = try? OneRoster.roll(whole)
        for length in stride(from: 0, to: whole.count, by: 7) {
            #expect(throws: OneRoster.Fault.self) { try OneRoster.roll(Array(whole[..<length])) }
        }
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= 0x55
            guard let text = try? OneRoster.roll(damaged) else { continue }
            #expect(text == expected, "byte \(index)")
        }
    }

    @Test("what claims to be larger than any roll is refused before it is unpacked")
    func bomb() {
        var archive = Zip.stored([("manifest.csv", Self.manifest)])
        // The directory's size of the whole, at its 24th byte.
        let directory = archive.count - 22 - 46 - "manifest.csv".utf8.count
        archive.replaceSubrange((directory + 24)..<(directory + 28), with: [0xFF, 0xFF, 0xFF, 0x7F])
        #expect(throws: OneRoster.Fault(message: "The files in the zip are too large")) { try OneRoster.roll(archive) }
    }

    @Test(
        "a file in another encoding is refused by its name: a name with an accent would be read as another",
        arguments: [String.Encoding.windowsCP1252, .utf16, .utf16LittleEndian])
    func encodings(_ encoding: String.Encoding) throws {
        let users = "sourcedId,role,givenName,familyName\nu1,student,Zoë,Núñez\n"
        let archive = Zip.stored(bytes: [
            ("manifest.csv", Array(Self.manifest.utf8)),
            ("users.csv", [UInt8](try #require(users.data(using: encoding)))),
        ])
        #expect(throws: OneRoster.Fault(message: "users.csv in the zip is not UTF-8 text. Export it as UTF-8")) {
            try OneRoster.roll(archive)
        }
        let marked = Zip.stored([("manifest.csv", Self.manifest), ("users.csv", "\u{FEFF}" + users)])
        #expect(try OneRoster.roll(marked).contains("Zoë,Núñez"))
    }

    @Test(
        "a directory that lies is refused in words, and nothing is read by it",
        arguments: [
            // Bytes of the directory's entry for users.csv, from which on, and what is then said.
            (8, [1, 0], "The zip file is locked with a password. Send it unlocked"),
            (10, [99, 0], "The zip file is packed in a way that cannot be read. Pack it anew as a plain zip"),
            (16, [0, 0, 0, 0], "The zip file is damaged. Export it again"),
            // Says it is stored, and larger than its bytes; larger than the file; less than its bytes.
            (24, [0xFF, 0, 0, 0], "The zip file is damaged. Export it again"),
            (20, [0xFF, 0xFF, 0xFF, 0x7F], "The zip file is damaged. Export it again"),
            (24, [1, 0, 0, 0], "The zip file is damaged. Export it again"),
            // Stands beyond the end, or in the middle of something else.
            (42, [0xFF, 0xFF, 0xFF, 0x7F], "The zip file is damaged. Export it again"),
            (42, [1, 0, 0, 0], "The zip file is damaged. Export it again"),
            // A name as long as the file.
            (28, [0xFF, 0xFF], "The zip file is damaged. Export it again"),
        ])
    func lies(at: Int, bytes: [UInt8], message: String) throws {
        var archive = Zip.stored([("manifest.csv", Self.manifest), ("users.csv", Self.users)])
        let entry = archive.count - 22 - 46 - "users.csv".utf8.count
        archive.replaceSubrange((entry + at)..<(entry + at + bytes.count), with: bytes)
        #expect(throws: OneRoster.Fault(message: message)) { try OneRoster.roll(archive) }
    }

    @Test(
        "names that lead elsewhere are refused, however they are written",
        arguments: ["/users.csv", "a/../users.csv", "..\\users.csv", "C:\\users.csv", "users.csv\0.txt"])
    func names(_ name: String) {
        #expect(
            throws: OneRoster.Fault(
                message: "The zip file has two files of one name, or a name that leads elsewhere")
        ) { try OneRoster.roll(Zip.stored([("manifest.csv", Self.manifest), (name, Self.users)])) }
    }

    @Test("what unpacks to more than it says is given up at what it says")
    func deflateBomb() throws {
        // 480 bytes out of 20: said to be 12 of them.
        let packed = [UInt8](try #require(Data(base64Encoded: Zip.deflated[1].base64)))
        #expect(throws: Inflate.Malformed.self) { try Inflate.bytes(of: packed[...], size: 12) }
        #expect(throws: OneRoster.Fault(message: "The zip file holds too many files")) {
            try OneRoster.roll(Zip.stored((0...200).map { ("\($0).csv", "") }))
        }
    }

    @Test("deflated bytes are unpacked as zlib packed them", arguments: Zip.deflated)
    func inflate(base64: String, expected: String) throws {
        let bytes = [UInt8](try #require(Data(base64Encoded: base64)))
        let text = try Inflate.bytes(of: bytes[...], size: expected.utf8.count)
        #expect(String(decoding: text, as: UTF8.self) == expected)
        #expect(throws: Inflate.Malformed.self) { try Inflate.bytes(of: bytes[...], size: expected.utf8.count - 1) }
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x11
            _ = try? Inflate.bytes(of: damaged[...], size: expected.utf8.count)
        }
    }
}

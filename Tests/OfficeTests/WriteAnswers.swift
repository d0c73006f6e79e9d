import Foundation
import Policy
import Testing
@testable import Office
@Test func writeAnswers() throws {
    for id in Pack.embeddedIDs {
        let pack = try #require(try Pack.embedded(id))
        let h = Digest.hex(of: pack.source)
        func w(_ n: String, _ f: [String: String], _ nk: Set<String> = []) throws {
            let a = try GivenAnswer(Facts(f), notKnown: nk, of: pack, editionHash: h)
            print("ANS", id, n, a.isSettled, a.verdicts, a.unknown.keys.sorted(), a.notKnown)
            try Data(try a.file).write(to: URL(fileURLWithPath: "/work/main/Tests/OfficeTests/Answers/\(id).\(n).json"))
        }
        try w("account", ["who": "teacher", "action": "open-account", "application": "not-approved"])
        try w("former-pupil", ["who": "teacher", "action": "accept-friend-request", "with": "former-pupil"], ["age", "account"])
        try w("pupil", ["who": "teacher", "action": "accept-friend-request", "with": "pupil"])
        try w("departure", ["who": "teacher", "action": "depart-from-policy"])
    }
    let pack = try #require(try Pack.embedded("oakdene"))
    for action in pack.vocabulary.actions {
        let f = Facts(["who": "teacher", "action": action.id])
        if (try? pack.consider(f))?.settled == .notCovered { print("UNC", action.id); break }
    }
    for (k, f) in [("t", ["who": "teacher", "action": "open-account", "application": "not-approved"]), ("f", ["who":"teacher","action":"follow","with":"pupil"]), ("o", ["who": "teacher", "action": "open-account"])] {
        let c = try pack.consider(Facts(f)); print("OAK", k, c.settled as Any, c.next?.id as Any)
    }
}

import Crypto
import Testing

@testable import Ledger

@Suite("Content is sealed")
struct SealingTests {
    let master: MasterKey
    let log: LogID
    init() throws {
        master = try #require(MasterKey(bytes: Array(0..<32)))
        log = try #require(LogID("oakdene"))
    }

    @Test("a master key is exactly 32 bytes", arguments: [0, 16, 31, 33])
    func length(count: Int) {
        #expect(MasterKey(bytes: Array(repeating: 1, count: count)) == nil)
    }

    @Test("the keys of two purposes differ, and one purpose's is always the same")
    func derived() {
        #expect(master.derived("csrf") == master.derived("csrf"))
        #expect(master.derived("csrf") != master.derived("csrf2"))
        #expect(master.derived("csrf").bitCount == 256)
    }

    @Test("sealing the same twice gives the same bytes, and anything else others")
    func deterministic() throws {
        let key = RecordKey(bytes: Array(repeating: 3, count: 32))
        func seal(_ text: String, _ revision: Int64 = 1) throws -> [UInt8] {
            try key.sealState(Array(text.utf8), log: log, record: "a", revision: revision)
        }
        #expect(try seal("x") == seal("x"))
        #expect(try seal("x").prefix(12) != seal("y").prefix(12))
        #expect(try seal("x").prefix(12) != seal("x", 2).prefix(12))
    }

    @Test("an event opens only in its own log, record, revision and type, and unchanged")
    func bound() throws {
        let key = RecordKey(bytes: Array(repeating: 3, count: 32))
        let other = try #require(LogID("grange"))
        let sealed = try key.sealEvent([1, 2, 3], log: log, record: "a", revision: 1, type: "t")
        #expect(try key.openEvent(sealed, log: log, record: "a", revision: 1, type: "t") == [1, 2, 3])
        #expect(throws: LedgerError.self) { try key.openEvent(sealed, log: other, record: "a", revision: 1, type: "t") }
        #expect(throws: LedgerError.self) { try key.openEvent(sealed, log: log, record: "b", revision: 1, type: "t") }
        #expect(throws: LedgerError.self) { try key.openEvent(sealed, log: log, record: "a", revision: 2, type: "t") }
        #expect(throws: LedgerError.self) { try key.openEvent(sealed, log: log, record: "a", revision: 1, type: "u") }
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: LedgerError.self) {
                try key.openEvent(changed, log: log, record: "a", revision: 1, type: "t")
            }
        }
    }

    @Test("a record's key opens only under the master and for the record")
    func wrapped() throws {
        let other = try #require(MasterKey(bytes: Array(1..<33)))
        let (key, wrapped) = try Sealer(master: master).newKey(log: log, record: "a")
        #expect(try Sealer(master: master).unwrap(wrapped, log: log, record: "a").bytes == key.bytes)
        #expect(throws: LedgerError.self) { try Sealer(master: master).unwrap(wrapped, log: log, record: "b") }
        #expect(throws: LedgerError.self) { try Sealer(master: other).unwrap(wrapped, log: log, record: "a") }
    }

    @Test("a secret in the vault is text that opens only where it belongs")
    func vault() throws {
        let sealed = try master.vault.seal(secret: "pässword", context: "oakdene/a")
        #expect(!sealed.contains("word"))
        #expect(try master.vault.open(sealed, context: "oakdene/a") == "pässword")
        #expect(throws: LedgerError.self) { try master.vault.open(sealed, context: "oakdene/b") }
        #expect(throws: LedgerError.self) { try master.vault.open("not base 64!", context: "oakdene/a") }
    }

    @Test("Base 64 is read back, and only what is written so", arguments: 0..<20)
    func base64(count: Int) {
        let bytes = (0..<count).map { UInt8($0 * 37 % 256) }
        let text = Base64.encode(bytes)
        #expect(Base64.decode(text) == bytes)
        #expect(BaseText.bytes(text) == bytes)
        #expect(Base64.decode(text + "=") == nil)
        #expect(BaseText.bytes(text + "A") == nil)
    }

    @Test(
        "Base 64 as RFC 4648 has it", arguments: [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func vectors(plain: String, text: String) {
        #expect(Base64.encode(Array(plain.utf8)) == text)
        #expect(Base64.decode("Zh==") == nil)
        #expect(BaseText.bytes("Zh==") == nil)
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import NIOEmbedded
import Policy
import Records
import Synchronization
import Testing

@testable import Office
@testable import Web

/// Time that stands still until it is moved.
final class ManualTime: Sendable {
    private struct State {
        var now = Duration.zero
        var last = 0
        var sleepers: [Int: (until: Duration, wake: CheckedContinuation<Void, any Error>)] = [:]
        var cancelled: Set<Int> = []
    }

    private let state = Mutex(State())

    var stopwatch: Stopwatch {
        Stopwatch(now: { self.state.withLock { $0.now } }, wait: { try await self.wait($0) })
    }

    func move(_ by: Duration) {
        let due = state.withLock { state in
            state.now += by
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for key in due.keys { state.sleepers[key] = nil }
            return due.values.map(\.wake)
        }
        for wake in due { wake.resume() }
    }

    private func wait(_ until: Duration) async throws {
        let key = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wake in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if state.cancelled.contains(key) { return .failure(CancellationError()) }
                    if until <= state.now { return .success(()) }
                    state.sleepers[key] = (until, wake)
                    return nil
                }
                if let result { wake.resume(with: result) }
            }
        } onCancel: {
            let wake = state.withLock { state in
                state.cancelled.insert(key)
                return state.sleepers.removeValue(forKey: key)?.wake
            }
            wake?.resume(throwing: CancellationError())
        }
    }
}

@Suite("Uploads that are slow or many")
struct UploadLimitTests {
    private static let limits = SendingLimits(idle: .seconds(30), total: .seconds(100))

    @Test(
        "is given up so long after the last piece, and so long after the first byte however many pieces come",
        arguments: [
            ([Int](), 30), ([10], 40), ([10, 20, 45], 75), ([29, 58, 87], 100), ([29, 58, 87, 99], 100), ([5, 3], 35),
        ])
    func pace(heard: [Int], deadline: Int) {
        var pace = SendingPace(Self.limits, began: .seconds(1000))
        for moment in heard { pace.hear(at: .seconds(1000 + moment)) }
        #expect(pace.deadline == .seconds(1000 + deadline))
    }

    /// Sends a body that comes piece by piece: `next` is asked for each, with its number.
    private func send(
        _ world: World, as role: Role, _ next: @escaping @Sendable (Int) async -> String?
    ) async throws -> Response {
        let session = try #require(world.here.sessions[role])
        let token = world.site.formToken(for: session)
        let head =
            "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n--XX\r\n"
            + "Content-Disposition: form-data; name=\"pictures\"; filename=\"a.jpg\"\r\n\r\n"
        let count = Mutex(0)
        let pieces = Pieces(count)
        let stream = AsyncStream<ByteBuffer> {
            let number = pieces.next()
            if number == 0 { return ByteBuffer(string: head) }
            return await next(number).map { ByteBuffer(string: $0) }
        }
        var fields = HTTPFields()
        fields[.contentType] = "multipart/form-data; boundary=XX"
        fields[.cookie] = "\(Cookies(isSecure: false).sessionName(world.here.log))=\(session)"
        let request = Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "localhost", path: "/oakdene/pictures/upload",
                headerFields: fields),
            body: RequestBody(asyncSequence: stream))
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: world.site.logger)
        return try await WebApplication.responder(world.site).respond(
            to: request, context: SiteContext(source: source))
    }

    private final class Pieces: Sendable {
        private let count: Mutex<Int>
        init(_ count: consuming sending Mutex<Int>) { self.count = count }
        func next() -> Int {
            count.withLock { count in
                defer { count += 1 }
                return count
            }
        }
    }

    private static let end = "\r\n--XX--\r\n"

    @Test("one who stops sending is given up, nothing is recorded, and room is made for the next")
    func idle() async throws {
        let time = ManualTime()
        let world = try await World(stopwatch: time.stopwatch)
        let size = try await world.size(world.here)
        let answer = try await send(world, as: .teacher) { _ in
            time.move(.seconds(31))
            try? await Task.sleep(for: .seconds(600))
            return nil
        }
        #expect(answer.status == .requestTimeout)
        #expect(try await world.size(world.here) == size)
        #expect(world.site.uploads.count == 0)
        #expect(try await send(world, as: .teacher) { $0 == 1 ? Self.end : nil }.status == .unprocessableContent)
    }

    @Test("one who sends a little at a time for ever is given up too")
    func trickle() async throws {
        let time = ManualTime()
        let world = try await World(stopwatch: time.stopwatch)
        let answer = try await send(world, as: .teacher) { _ in
            guard !Task.isCancelled else { return nil }
            time.move(.seconds(20))
            await Task.yield()
            return "x"
        }
        #expect(answer.status == .requestTimeout && world.site.uploads.count == 0)
    }

    @Test("one who is slow, but not too slow, is taken")
    func slowEnough() async throws {
        let time = ManualTime()
        let world = try await World(stopwatch: time.stopwatch)
        let answer = try await send(world, as: .teacher) { number in
            guard number < 30 else { return number == 30 ? Self.end : nil }
            time.move(.seconds(29))
            return "x"
        }
        #expect(answer.status == .seeOther)
    }

    @Test("a person sends so many at once, and the next is told to wait; others are not kept by it")
    func oneAtATime() async throws {
        let time = ManualTime()
        let world = try await World(stopwatch: time.stopwatch)
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
            for _ in 0..<UploadSlots.ofPerson {
                group.addTask {
                    try await send(world, as: .teacher) { _ in
                        ask.yield()
                        try? await Task.sleep(for: .seconds(600))
                        return nil
                    }.status
                }
            }
            var waiting = asked.makeAsyncIterator()
            for _ in 0..<UploadSlots.ofPerson { await waiting.next() }
            let whole: @Sendable (Int) -> String? = { $0 == 1 ? "fine\(Self.end)" : nil }
            #expect(try await send(world, as: .teacher, whole).status == .tooManyRequests)
            #expect(try await send(world, as: .headteacher, whole).status == .seeOther)
            time.move(.seconds(31))
            for try await status in group { #expect(status == .requestTimeout) }
            #expect(try await send(world, as: .teacher, whole).status == .seeOther)
        }
    }

    @Test("a school has so many at once, whoever sends them, and no school keeps another waiting")
    func slots() throws {
        let slots = UploadSlots()
        let (here, elsewhere) = (try #require(LogID("oakdene")), try #require(LogID("grange")))
        for number in 0..<UploadSlots.ofSchool { #expect(slots.take(PersonID("p\(number)"), here)) }
        #expect(!slots.take(PersonID("another"), here))
        #expect(slots.take(PersonID("another"), elsewhere) && slots.take(PersonID("another"), elsewhere))
        #expect(!slots.take(PersonID("another"), elsewhere))
        slots.release(PersonID("p0"), here)
        #expect(slots.take(PersonID("another"), here) && !slots.take(PersonID("p0"), here))
        // What was refused holds nothing.
        #expect(slots.count == UploadSlots.ofSchool + UploadSlots.ofPerson)
    }

    @Test("what a crash left of a file is swept away, and nothing else, nor what is being received")
    func sweep() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let receiving = try IncomingFile(in: folder)
        try receiving.append(Data("half a pic".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        for name in ["hornbook-incoming-1", "hornbook-incoming-2", "other"] {
            #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data()))
        }
        #expect(IncomingFile.sweep(folder) == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["other"])
        try receiving.append(Data("ture".utf8))
        try receiving.rewind()
        var bytes = [UInt8](repeating: 0, count: 20)
        #expect(read(receiving.descriptor, &bytes, 20) == 14)
    }
}

import Crypto

/// One walk over a log's events, in order, batch by batch: what was seen so far.
struct EventPass: Sendable {
    /// How far a record's own history was followed, and the key that opens it.
    private struct Track: Sendable {
        var revision: Int64 = 0
        var key: Key = .unknown
    }

    private enum Key: Sendable {
        case unknown
        case destroyed
        case unusable
        case content(SymmetricKey)
    }

    let log: LogID
    private(set) var report: VerificationReport
    private(set) var leaves: [Hash32] = []
    /// The position that the next event must have.
    private(set) var next: Int64 = 0
    private var tracks: [String: Track] = [:]
    private let name: [UInt8]
    private let opener: ContentOpener

    init(log: LogID, opener: ContentOpener) {
        self.log = log
        self.opener = opener
        name = Array(log.rawValue.utf8)
        report = VerificationReport(log: log)
    }

    mutating func reserve(_ count: Int) { leaves.reserveCapacity(count) }

    /// Splits a batch into events and follows positions and revisions.
    mutating func read(_ packed: PackedEvents) -> [ReadEvent] {
        let (log, count) = (name, packed.count)
        let events = packed.bytes.withUnsafeBytes { bytes in
            var reader = EventReader(bytes)
            var events: [ReadEvent] = []
            events.reserveCapacity(count)
            while let event = reader.next(of: log) { events.append(event) }
            return events
        }
        if events.count != packed.count { report.note("an event cannot be read at all", at: next + Int64(events.count)) }
        for event in events { follow(event) }
        return events
    }

    private mutating func follow(_ event: ReadEvent) {
        if event.position > next {
            let missing = next == event.position - 1 ? "the event is missing" : "events up to \(event.position - 1) are missing"
            report.note(missing, at: next)
        } else if event.position < next {
            report.note("there are two events at one position", at: event.position, record: event.record)
        }
        next = event.position + 1
        if !event.isOfLog { report.note("the event is another log's", at: event.position, record: event.record) }
        let last = tracks[event.record, default: Track()].revision
        if event.revision != last + 1 {
            report.note(
                "the record's revision \(event.revision) follows \(last)", at: event.position, record: event.record)
        }
        tracks[event.record, default: Track()].revision = event.revision
    }

    /// The records whose key is not known yet.
    func wantedKeys(_ events: [ReadEvent]) -> [String] {
        var wanted: Set<String> = []
        for event in events {
            if case .unknown = tracks[event.record]?.key ?? .unknown { wanted.insert(event.record) }
        }
        return wanted.sorted()
    }

    mutating func learn(_ wrapped: [String: [UInt8]], of records: [String]) {
        for record in records {
            guard let bytes = wrapped[record] else {
                tracks[record]?.key = .destroyed
                report.erased += 1
                continue
            }
            tracks[record]?.key = opener.contentKey(bytes, log: log, record: record).map { .content($0) } ?? .unusable
        }
    }

    /// Recomputes every leaf and opens every payload of a batch, side by side.
    mutating func check(_ events: [ReadEvent], in packed: PackedEvents) async {
        async let opened = opened(events, in: packed)
        let computed = Self.hashes(of: events, in: packed)
        leaves.append(contentsOf: computed)
        let (changed, sealed) = (Self.mismatches(events, computed, packed), await opened)
        report.events += Int64(events.count)
        for index in changed {
            report.note(
                "the event is not what was hashed when it was written", at: events[index].position,
                record: events[index].record)
        }
        for index in sealed {
            report.note("the event's content does not open", at: events[index].position, record: events[index].record)
        }
    }

    mutating func close() -> VerificationReport {
        report.records = tracks.count
        return report
    }

    private static func hashes(of events: [ReadEvent], in packed: PackedEvents) -> [Hash32] {
        packed.bytes.withUnsafeBytes { bytes in
            events.map { Hash32.leaf(UnsafeRawBufferPointer(rebasing: bytes[$0.canonical])) }
        }
    }

    private static func mismatches(_ events: [ReadEvent], _ computed: [Hash32], _ packed: PackedEvents) -> [Int] {
        packed.bytes.withUnsafeBytes { bytes in
            events.indices.filter { Hash32(bytes[events[$0].leaf]) != computed[$0] }
        }
    }

    /// The indices of events whose payload does not open though its key was not destroyed.
    private func opened(_ events: [ReadEvent], in packed: PackedEvents) async -> [Int] {
        events.indices.filter { index in
            let event = events[index]
            switch tracks[event.record]?.key ?? .unknown {
            case .destroyed: return false
            case .unknown, .unusable: return true
            case .content(let key):
                return ContentOpener.openEvent(
                    packed.bytes[event.payload], under: key, log: log, record: event.record, revision: event.revision,
                    type: event.type) == nil
            }
        }
    }
}

import Crypto

/// One walk over a log's events, in order, batch by batch: what was seen so far.
struct EventPass: Sendable {
    /// How far a record's own history was followed, and the key that opens it.
    private struct Track: Sendable {
        let record: String
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
    private var tracks: [Track] = []
    /// Which track is a record's.
    private var places: [String: Int] = [:]
    private let name: [UInt8]
    /// Nil where contents are left sealed.
    private let opener: ContentOpener?

    init(log: LogID, opener: ContentOpener?) {
        self.log = log
        self.opener = opener
        name = Array(log.rawValue.utf8)
        report = VerificationReport(log: log)
    }

    mutating func reserve(_ count: Int) { leaves.reserveCapacity(count) }

    /// Splits a batch into events and follows positions and revisions.
    mutating func read(_ packed: PackedEvents) -> [ReadEvent] {
        let (log, count) = (name, packed.count)
        var events = packed.bytes.withUnsafeBytes { bytes in
            var reader = EventReader(bytes)
            var events: [ReadEvent] = []
            events.reserveCapacity(count)
            while let event = reader.next(of: log) { events.append(event) }
            return events
        }
        if events.count != packed.count {
            report.note("an event cannot be read at all", at: next + Int64(events.count))
        }
        for index in events.indices {
            let place = track(of: events[index].record)
            events[index].track = place
            follow(events[index], place)
        }
        return events
    }

    private mutating func track(of record: String) -> Int {
        if let place = places[record] { return place }
        places[record] = tracks.count
        tracks.append(Track(record: record))
        return tracks.count - 1
    }

    private mutating func follow(_ event: ReadEvent, _ track: Int) {
        if event.position > next {
            let missing =
                next == event.position - 1 ? "the event is missing" : "events up to \(event.position - 1) are missing"
            report.note(missing, at: next)
        } else if event.position < next {
            report.note("there are two events at one position", at: event.position, record: event.record)
        }
        next = event.position + 1
        if !event.isOfLog { report.note("the event is another log's", at: event.position, record: event.record) }
        let last = tracks[track].revision
        if event.revision != last + 1 {
            report.note(
                "the record's revision \(event.revision) follows \(last)", at: event.position, record: event.record)
        }
        tracks[track].revision = event.revision
    }

    /// The records whose key is not known yet: those that the last batch began.
    func wantedKeys() -> [String] {
        guard opener != nil else { return [] }
        var wanted: [String] = []
        for track in tracks.reversed() {
            guard case .unknown = track.key else { break }
            wanted.append(track.record)
        }
        return wanted
    }

    mutating func learn(_ wrapped: [String: [UInt8]], of records: [String]) {
        for record in records {
            guard let place = places[record] else { continue }
            guard let bytes = wrapped[record] else {
                tracks[place].key = .destroyed
                report.erased += 1
                continue
            }
            tracks[place].key = opener?.contentKey(bytes, log: log, record: record).map { .content($0) } ?? .unusable
        }
    }

    /// Recomputes every leaf and opens every payload of a batch, side by side.
    mutating func check(_ events: [ReadEvent], in packed: PackedEvents) async {
        // Where nothing is opened, the other core has half of the hashing to do instead.
        let half = opener == nil ? events.count / 2 : events.count
        async let opened = opened(events, in: packed)
        async let rest = Self.hashes(of: events[half...], in: packed)
        let computed = Self.hashes(of: events[..<half], in: packed) + (await rest)
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

    private static func hashes(of events: ArraySlice<ReadEvent>, in packed: PackedEvents) -> [Hash32] {
        packed.bytes.withUnsafeBytes { bytes in
            events.map { Hash32.leaf(UnsafeRawBufferPointer(rebasing: bytes[$0.canonical])) }
        }
    }

    private static func mismatches(_ events: [ReadEvent], _ computed: [Hash32], _ packed: PackedEvents) -> [Int] {
        packed.bytes.withUnsafeBytes { bytes in
            events.indices.filter { index in
                let stored = bytes[events[index].leaf]
                return withUnsafeBytes(of: computed[index]) { !$0.elementsEqual(stored) }
            }
        }
    }

    /// The indices of events whose payload does not open though its key was not destroyed.
    private func opened(_ events: [ReadEvent], in packed: PackedEvents) async -> [Int] {
        guard opener != nil else { return [] }
        return packed.bytes.withUnsafeBytes { bytes in
            events.indices.filter { index in
                let event = events[index]
                switch tracks[event.track].key {
                case .destroyed: return false
                case .unknown, .unusable: return true
                case .content(let key):
                    return !ContentOpener.opens(
                        packed.bytes[event.payload], under: key, log: log, record: event.record,
                        revision: event.revision, type: bytes[event.type])
                }
            }
        }
    }
}

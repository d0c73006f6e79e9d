/// What a verification of one log found.
package struct VerificationReport: Sendable, Equatable {
    package var log: LogID
    /// Events read.
    package var events: Int64 = 0
    /// The root recomputed over the events read, 32 bytes.
    package var root: [UInt8] = []
    /// Records whose events were read.
    package var records: Int = 0
    /// Records whose key was destroyed: their events stand, their content cannot be checked.
    package var erased: Int = 0
    /// Stored checkpoints that were compared.
    package var checkpoints: Int = 0
    /// The first faults, at most ``faultLimit``, in the order found.
    package var faults: [Fault] = []
    /// How many faults there are, those not listed included.
    package var faultCount: Int = 0

    package static let faultLimit = 200

    package init(log: LogID) { self.log = log }

    package var isSound: Bool { faultCount == 0 }

    mutating func note(_ what: String, at position: Int64? = nil, record: String? = nil) {
        faultCount += 1
        if faults.count < Self.faultLimit {
            faults.append(Fault(log: log, position: position, record: record, what: what))
        }
    }

    package struct Fault: Sendable, Equatable, CustomStringConvertible {
        /// The school's log.
        package var log: LogID
        /// The place in the log, from 0; nil when it is the whole log that is wrong.
        package var position: Int64?
        package var record: String?
        /// One plain clause: what is wrong there.
        package var what: String

        package var description: String {
            var text = "\(log)"
            if let position { text += ", position \(position)" }
            if let record { text += ", record \(record)" }
            return "\(text): \(what)"
        }
    }
}

import Foundation

/// A proof as it is written to a file and read back.
package enum ProofDocument: Sendable, Equatable {
    case record(ProofFile)
    case consistency(ConsistencyProof)

    /// - Throws: ``ProofFault`` when the bytes are no proof of a kind that this program knows.
    package init(json: [UInt8]) throws(ProofFault) {
        struct Format: Decodable { var format: String }
        let data = Data(json)
        let decoder = JSONDecoder()
        do {
            switch try decoder.decode(Format.self, from: data).format {
            case ProofFile.format: self = .record(try decoder.decode(ProofFile.self, from: data))
            case ConsistencyProof.format: self = .consistency(try decoder.decode(ConsistencyProof.self, from: data))
            case let other: throw ProofFault("The file is of a kind that is not known here: `\(other)`.")
            }
        } catch let fault as ProofFault {
            throw fault
        } catch {
            throw ProofFault("The file is not a proof: it is no JSON of that form.")
        }
    }

    package func json() throws(ProofFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            switch self {
            case .record(let proof): return Array(try encoder.encode(proof))
            case .consistency(let proof): return Array(try encoder.encode(proof))
            }
        } catch {
            throw ProofFault("The proof could not be written as JSON.")
        }
    }
}

/// What is wrong with a proof: one plain sentence.
package struct ProofFault: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}

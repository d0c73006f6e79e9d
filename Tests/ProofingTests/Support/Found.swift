import Policy
import Proofing

extension Proofreader {
    /// What is found of a kind in words, by its bytes; what stands nowhere in particular is at 0..<0.
    func found(_ kind: CheckKind, in words: String, voice: ProofDraft.Voice = .school) -> [Range<Int>] {
        proof(ProofDraft(words: words, voice: voice)).filter {
            $0.kind == kind && ($0.place == .words || $0.place == .whole)
        }
        .map { ($0.start ?? 0)..<($0.end ?? 0) }
    }
}

extension String {
    /// The text of a span, or nil where a span cuts a character.
    func bytes(_ span: Range<Int>) -> String? {
        let bytes = Array(utf8)
        guard span.lowerBound >= 0, span.upperBound <= bytes.count else { return nil }
        return String(validating: bytes[span], as: UTF8.self)
    }
}

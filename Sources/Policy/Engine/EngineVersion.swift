/// The meaning of evaluation, by number. It stands beside every stored answer, so that the answer can be given again.
package enum EngineVersion {
    /// Raised whenever the same pack and the same facts could be answered differently than before.
    package static let current = 1
}

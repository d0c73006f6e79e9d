package import Policy

/// Why a command was not carried out. Nothing was recorded.
package enum Refusal: Error, Sendable, Equatable {
    /// This person may not; these roles may. Empty roles: nobody in their place may (their own request, say).
    case notAuthorised(reason: String, whoMay: [Role])
    /// The record is not at the stage that the command needs.
    case wrongState(String)
    /// Fields are missing or wrong, each named with its mend.
    case incomplete([FieldProblem])
    /// Somebody was faster: the record has moved on from the revision that was looked at.
    case superseded
    /// No such record, or not for this person's eyes: the two are told alike.
    case notFound
}

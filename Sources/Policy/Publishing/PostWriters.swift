/// Who may put a post together for an account.
package enum PostWriters: String, Sendable, CaseIterable, Codable, Hashable {
    /// The people who run the account, and nobody else.
    case operators
    /// Anybody on the payroll; one of the people who run the account submits it.
    case employees

    package var label: String {
        switch self {
        case .operators: "the people who run the account"
        case .employees: "any employee, for the people who run the account to submit"
        }
    }
}

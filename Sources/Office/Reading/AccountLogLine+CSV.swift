import Policy

extension AccountLogLine {
    package static let csvHeading = [
        "platform", "account name", "master administration role", "approved posters", "opened", "closed", "web address",
    ]

    package var csvCells: [String] {
        [
            platform, name, masterAdministration.joined(separator: "; "), approvedPosters.joined(separator: "; "),
            opened?.iso ?? "",
            closed?.iso ?? "", address,
        ]
    }
}

extension CSV {
    /// The account log as a file, with its heading.
    package static func accountLog(_ lines: [AccountLogLine]) -> String {
        line(AccountLogLine.csvHeading) + lines.map { line($0.csvCells) }.joined()
    }
}

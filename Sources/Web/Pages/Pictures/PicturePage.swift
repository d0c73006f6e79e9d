import HTML
import Office
import Policy
import Records

/// One picture: who is in it, what it shows, and when it goes. Everything can be done by the forms under it; a script
/// lets a box be drawn on the picture instead of being typed.
enum PicturePage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        .page(try await page(visit, caller))
    }

    /// - Parameter problems: with the name of the field that each is about.
    static func page(
        _ visit: Visit, _ caller: Caller, problems: [FieldProblem] = [], input: Input = Input()
    ) async throws -> PageShell {
        let record = try PictureFile.record(visit)
        let detail = try await visit.office.detail(Picture.self, record, as: caller)
        let picture = detail.state
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(record, as: caller)
        let view = PictureView(
            visit: visit, record: record, picture: picture, revision: detail.revision,
            commands: Set(detail.available.map(\.name)),
            pupils: picture.removal == nil ? try await visit.office.pupilChoices(as: caller) : [],
            tagged: try await visit.office.pupilNames(picture.pupils, as: caller),
            mayBeShown: mayBeShown(detail, visit), problems: problems, input: input)
        // What browsers keep of the pages that were looked at quotes no description: it may name a child.
        var page = visit.page(
            "Picture of \(picture.upload.at.londonDay.longText)", crumbs: [Link("Pictures", visit.url("/pictures"))],
            hasProblems: !problems.isEmpty
        ) {
            ErrorSummary(problems.map { ErrorSummary.Item($0.message, field: $0.field.isEmpty ? nil : $0.field) })
            PageHeading(picture.title, tag: PicturesPage.tag(picture.status.rawValue))
            if let removal = picture.removal {
                p { "\(removal.reason.label) on \(removal.on.longText). Nothing is left of the picture itself." }
            } else {
                if !picture.wasSearched {
                    NotificationBanner(
                        .warning,
                        "No faces were looked for in this picture: this server has nothing that sees them. Look for yourself"
                    )
                }
                view
            }
            h2 { "About this picture" }
            SummaryList(rows(picture, names))
            h2 { "What has happened" }
            Timeline(history.reversed().map { $0.entry(names, visit) })
            ProofLink(visit: visit, record: record)
        }
        page.scripts = ["pictures.js"]
        return page.telling(history, visit)
    }

    /// Told at once, not when a post with it is stopped.
    private static func mayBeShown(_ detail: RecordDetail<Picture>, _ visit: Visit) -> [PupilID: String] {
        guard visit.admits(.pupils) else { return [:] }
        let used = visit.school.pack.imageConsent.used
        return detail.desk.pupils.filter { detail.state.pupils.contains($0.key) }
            .mapValues { PupilsPage.shown($0, of: used, on: visit.now.londonDay) }
    }

    private static func rows(_ picture: Picture, _ names: Names) -> [SummaryRow] {
        var rows = [
            SummaryRow("Added", "\(names.name(picture.upload.by)), \(picture.upload.at.longText)"),
            SummaryRow(
                "Goes on",
                picture.removal == nil
                    ? picture.goesOn.map(\.longText) ?? "No day yet"
                    : "It has gone"),
        ]
        if picture.removal == nil {
            rows.append(SummaryRow("Size", "\(picture.image.width) by \(picture.image.height) pixels"))
            rows.append(SummaryRow("File", picture.upload.fileName))
            if let nobody = picture.nobody {
                rows.append(SummaryRow("Nobody can be identified", "said by \(names.name(nobody.by))"))
            }
        }
        return rows
    }
}

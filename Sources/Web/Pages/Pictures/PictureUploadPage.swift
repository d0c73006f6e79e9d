import HTML
import Office
import Policy
import Records

/// Adding pictures: up to ten at a time. What is wrong with one is said of it alone; the others are added.
enum PictureUploadPage {
    static let uploads = Uploads(count: 10, bytesEach: 25 * 1024 * 1024)

    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply { .page(page(visit)) }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        if let missing = visit.office.pictures.isMissing {
            return .wrong(page(visit, problems: [missing]))
        }
        guard !visit.incoming.isEmpty else {
            return .wrong(page(visit, problems: ["Choose at least one picture"]))
        }
        let once = String(visit.form["once"].prefix(64))
        var added: [RecordID] = []
        var problems: [String] = []
        for (place, incoming) in visit.incoming.enumerated() {
            let name = incoming.fileName.isEmpty ? "Picture \(place + 1)" : incoming.fileName
            do {
                guard !incoming.isTooLarge else { throw PictureFault.tooManyBytes }
                added.append(
                    try await visit.office.takePicture(
                        incoming.file, named: incoming.fileName, cause: "\(once) \(place)", as: caller))
            } catch let fault as PictureFault {
                problems.append("\(name): \(fault.text)")
            }
        }
        if visit.hasTooManyFiles {
            problems.append(
                "Only the first \(uploads.count) were taken: send the others after these, \(uploads.count) at a time")
        }
        guard problems.isEmpty else { return .wrong(page(visit, problems: problems, added: added)) }
        if added.count == 1, let record = added.first {
            return .redirect(visit.url("\(record.pagePath)?done=\(Notice.recorded.rawValue)"))
        }
        return .redirect(visit.url("/pictures?show=untagged&done=\(Notice.picturesAdded.rawValue)"))
    }

    private static func page(_ visit: Visit, problems: [String] = [], added: [RecordID] = []) -> PageShell {
        var page = visit.page(
            "Add pictures", crumbs: [Link("Pictures", visit.url("/pictures"))], hasProblems: !problems.isEmpty
        ) {
            ErrorSummary(problems.map { ErrorSummary.Item($0, field: "pictures") })
            if !added.isEmpty {
                NotificationBanner(
                    .success, added.count == 1 ? "One picture was added" : "\(added.count) pictures were added")
                ul {
                    for (place, record) in added.enumerated() {
                        li { Link("Say who is in picture \(place + 1)", visit.url(record.pagePath)) }
                    }
                }
            }
            PageHeading(
                "Add pictures",
                lead:
                    "JPEG, PNG, WebP or GIF, up to ten at a time and 25 megabytes each. Where and with what a picture "
                    + "was taken is removed from it before it is kept.")
            if let missing = visit.office.pictures.isMissing {
                NotificationBanner(.warning, missing)
            } else {
                form(visit, problems)
            }
        }
        page.scripts = ["pictures.js"]
        return page
    }

    private static func form(_ visit: Visit, _ problems: [String]) -> Markup {
        HTML.form(
            .class("form"), .action(visit.url("/pictures/upload")), .method(.post), .enctype(.multipart),
            .data("upload", "")
        ) {
            // Before the files: nothing is taken of a form that is not ours.
            HiddenField("csrf", visit.token)
            HiddenField("once", visit.office.newID())
            FileInput(
                FieldTexts(
                    name: "pictures", label: "Pictures",
                    hint: "Only from a school device, and only pictures that the school may take. Delete them from the "
                        + "device once they are here.", problems: problems),
                accept: "image/jpeg,image/png,image/webp,image/gif", takesSeveral: true)
            p(.class("upload-progress"), .role(.status), .hidden()) {
                progress(.max(100), .value("0"), .aria(.label, "Sent so far")) {}
                span { "" }
            }
            div(.class("buttons")) {
                button(.class("button"), .type(.submit)) { "Add these pictures" }
                Link("Cancel", visit.url("/pictures"))
            }
        }
    }
}

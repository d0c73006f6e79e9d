import Office
import Policy
import Records

/// What the forms under a picture ask for. Each becomes the command that the API and the terminal know too.
enum PictureAct {
    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let record = try PictureFile.record(visit)
        do {
            try await act(visit, caller, record)
            return .redirect(visit.url("\(record.pagePath)?done=\(Notice.recorded.rawValue)"))
        } catch let error as OfficeError {
            guard case .refused(let refusal) = error else { throw error }
            return try await again(visit, caller, refusal)
        } catch let refusal as Refusal {
            return try await again(visit, caller, refusal)
        }
    }

    private static func act(_ visit: Visit, _ caller: Caller, _ record: RecordID) async throws {
        let form = visit.form
        switch form["do"] {
        case "tag": try await tag(visit, caller, record, field: "pupil-\(form["face"])", area: form["area"])
        case "tagDrawn":
            try await tag(visit, caller, record, field: "pupil-drawn", area: try drawn(form).text)
        case "cover":
            guard let area = PictureArea(form["area"]) else { throw Refusal.notFound }
            try await cover(visit, caller, record, area.widened)
        case "coverDrawn": try await cover(visit, caller, record, try drawn(form))
        case "untag": try await give("untag", ["pupil": [form["pupil"]]], visit, caller, record)
        case "dismissFace", "restoreFace":
            try await give(form["do"], ["face": [form["face"]]], visit, caller, record)
        case "unsayNobody": try await give("unsayNobody", [:], visit, caller, record)
        case "describe": try await give("describe", ["altText": [form["altText"]]], visit, caller, record)
        default: throw Refusal.notFound
        }
    }

    private static func tag(
        _ visit: Visit, _ caller: Caller, _ record: RecordID, field: String, area: String
    ) async throws {
        let typed = visit.form[field]
        let choices = try await visit.office.pupilChoices(as: caller)
        guard let pupil = PupilChoice.found(typed, among: choices) else {
            throw Refusal.incomplete([
                FieldProblem(
                    field,
                    typed.trimmed.isEmpty
                        ? "Enter who it is"
                        : "There is no such child here, or there are several. Choose one from the list")
            ])
        }
        do {
            try await give("tag", ["pupil": [pupil.id.rawValue], "area": [area]], visit, caller, record)
        } catch OfficeError.refused(.incomplete(let problems)) {
            throw Refusal.incomplete(
                problems.map { $0.field == "pupil" ? FieldProblem(field, $0.message) : $0 })
        }
    }

    private static func cover(
        _ visit: Visit, _ caller: Caller, _ record: RecordID, _ area: PictureArea
    ) async throws {
        try await visit.office.coverPicture(
            record, [area], expected: Int64(visit.form["revision"]), cause: String(visit.form["once"].prefix(64)),
            as: caller)
    }

    private static func give(
        _ command: String, _ input: [String: [String]], _ visit: Visit, _ caller: Caller, _ record: RecordID
    ) async throws {
        _ = try await visit.office.submit(
            Submission(
                record: record, command: command, input: Input(input), expected: Int64(visit.form["revision"]) ?? 0,
                cause: String(visit.form["once"].prefix(64))), as: caller)
    }

    /// The box that was drawn or typed, in per cent with or without decimals.
    private static func drawn(_ form: Input) throws -> PictureArea {
        let numbers = ["left", "top", "width", "height"].map { name in
            Double(form[name].trimmed).flatMap { (0...100).contains($0) ? Int($0 * 10) : nil }
        }
        guard let x = numbers[0], let y = numbers[1], let width = numbers[2], let height = numbers[3] else {
            throw Refusal.incomplete([FieldProblem("left", "Give the box four numbers from 0 to 100")])
        }
        return PictureArea(x: x, y: y, width: min(width, 1000 - x), height: min(height, 1000 - y))
    }

    private static func again(_ visit: Visit, _ caller: Caller, _ refusal: Refusal) async throws -> Reply {
        switch refusal {
        case .incomplete(let problems):
            let shown = problems.map { $0.field == "area" ? FieldProblem("left", $0.message) : $0 }
            return .wrong(try await PicturePage.page(visit, caller, problems: shown, input: visit.form))
        case .wrongState(let text):
            return .wrong(
                try await PicturePage.page(visit, caller, problems: [FieldProblem("", text)], input: visit.form))
        case .superseded:
            let text = "Somebody changed this picture meanwhile. Look at it as it now stands, then do it again"
            return .overtaken(
                try await PicturePage.page(visit, caller, problems: [FieldProblem("", text)], input: visit.form))
        case .notAuthorised, .notFound: throw refusal
        }
    }
}

extension PictureArea {
    /// A face that was seen is boxed tightly; hair and chin go with it when it is covered.
    fileprivate var widened: PictureArea {
        let left = max(0, x - width / 6), top = max(0, y - height / 4)
        let right = min(1000, x + width + width / 6), bottom = min(1000, y + height + height / 4)
        return PictureArea(x: left, y: top, width: right - left, height: bottom - top)
    }
}

import Office
import Policy
import Records

/// Drawings in the school's store: one of nobody, one with two children who are tagged, one that waits to be tagged.
/// Where nothing reads pictures, there are none.
struct PictureLives {
    let today: Day

    enum Name: String, CaseIterable {
        case beans, planting, play
    }

    static func record(_ name: Name, _ stage: Stage) throws -> RecordID {
        stage.office.namedRecord(.picture, by: "\(try stage.id(.lead)) \(cause(name, stage))")
    }

    private static func cause(_ name: Name, _ stage: Stage) -> String { "demo \(stage.log) \(name.rawValue)" }

    var scenes: [Scene] {
        [
            scene(17) { stage in
                let record = try await take(.beans, Drawing.beans, stage)
                try await describe(record, "Bean plants on eight canes in a raised bed, under a clear sky.", stage)
                try await stage.give("sayNobody", record, by: .lead, ["looked": ["yes"]])
            },
            scene(13) { stage in
                let record = try await take(.planting, Drawing.planting, stage)
                try await describe(record, "Two children stand on either side of a bed of young beans.", stage)
                for (place, area) in [(0, "150,260,175,240"), (1, "700,280,175,240")] {
                    try await stage.give(
                        "tag", record, by: .lead, ["pupil": [Roll.record(place, stage).key], "area": [area]])
                }
            },
            scene(1) { stage in _ = try await take(.play, Drawing.play, stage) },
        ]
    }

    private func scene(_ days: Int, _ play: @escaping @Sendable (Stage) async throws -> Void) -> Scene {
        Scene(day: Story.workday(today.adding(days: -days))) { stage in
            if stage.office.pictures.isMissing == nil { try await play(stage) }
        }
    }

    private func take(_ name: Name, _ drawing: Drawing, _ stage: Stage) async throws -> RecordID {
        let caller = try await stage.caller(.lead)
        let record = try await stage.office.takePicture(
            IncomingFile(drawing.png), named: "\(name.rawValue).png", cause: Self.cause(name, stage), as: caller)
        stage.clock.pass()
        guard name != .play else { return record }
        // Leaves can look like a face to a machine.
        let seen = try await stage.office.detail(Picture.self, record, as: caller).state.faces
        for face in seen.indices {
            try await stage.give("dismissFace", record, by: .lead, ["face": ["\(face + 1)"]])
        }
        return record
    }

    private func describe(_ record: RecordID, _ words: String, _ stage: Stage) async throws {
        try await stage.give("describe", record, by: .lead, ["altText": [words]])
    }
}

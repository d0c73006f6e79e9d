/// A picture made of plain shapes, in a few colours: no photograph of anybody is in the demonstration.
struct Drawing: Sendable {
    static let width = 640
    static let height = 480

    enum Colour: UInt8, CaseIterable, Sendable {
        case sky, grass, soil, leaf, sun, red, blue, skin, brown, wood, dark, white

        /// Red, green and blue.
        var levels: [UInt8] {
            switch self {
            case .sky: [191, 221, 240]
            case .grass: [125, 178, 92]
            case .soil: [112, 79, 53]
            case .leaf: [52, 122, 61]
            case .sun: [247, 201, 72]
            case .red: [190, 64, 60]
            case .blue: [54, 98, 160]
            case .skin: [224, 178, 142]
            case .brown: [132, 88, 60]
            case .wood: [171, 125, 80]
            case .dark: [46, 40, 44]
            case .white: [250, 250, 246]
            }
        }
    }

    /// A colour for each point, row by row from the top.
    private(set) var points: [UInt8]

    init(_ ground: Colour) { points = Array(repeating: ground.rawValue, count: Self.width * Self.height) }

    mutating func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: Colour) {
        for row in max(0, y)..<min(Self.height, y + height) {
            for column in max(0, x)..<min(Self.width, x + width) {
                points[row * Self.width + column] = colour.rawValue
            }
        }
    }

    mutating func oval(_ x: Int, _ y: Int, _ across: Int, _ down: Int, _ colour: Colour) {
        for row in max(0, y - down)..<min(Self.height, y + down) {
            for column in max(0, x - across)..<min(Self.width, x + across) {
                let (dx, dy) = ((column - x) * down, (row - y) * across)
                if dx * dx + dy * dy <= across * across * down * down {
                    points[row * Self.width + column] = colour.rawValue
                }
            }
        }
    }

    /// Somebody, as children draw people, standing with their head's middle at a point.
    mutating func figure(_ x: Int, _ y: Int, coat: Colour, skin: Colour) {
        box(x - 34, y + 44, 68, 110, coat)
        box(x - 70, y + 60, 40, 16, coat)
        box(x + 30, y + 60, 40, 16, coat)
        box(x - 28, y + 154, 20, 70, .dark)
        box(x + 8, y + 154, 20, 70, .dark)
        oval(x, y - 6, 42, 46, .dark)
        oval(x, y, 38, 42, skin)
        oval(x - 14, y - 6, 5, 5, .dark)
        oval(x + 14, y - 6, 5, 5, .dark)
        box(x - 12, y + 16, 24, 4, .dark)
    }
}

extension Drawing {
    private static var outdoors: Drawing {
        var drawing = Drawing(.sky)
        drawing.oval(560, 80, 44, 44, .sun)
        drawing.box(0, 300, width, 180, .grass)
        return drawing
    }

    /// A bed of beans, and nobody.
    static var beans: Drawing {
        var drawing = outdoors
        drawing.box(60, 360, 520, 70, .soil)
        for place in 0..<8 {
            let x = 95 + place * 64
            drawing.box(x, 190, 5, 180, .wood)
            for leaf in 0..<4 { drawing.oval(x + (leaf % 2 == 0 ? -12 : 16), 220 + leaf * 36, 14, 9, .leaf) }
        }
        return drawing
    }

    /// Two children beside a bed of beans; ``heads`` says where.
    static var planting: Drawing {
        var drawing = outdoors
        drawing.box(240, 380, 180, 60, .soil)
        for place in 0..<3 { drawing.oval(275 + place * 55, 370, 12, 18, .leaf) }
        drawing.figure(150, 190, coat: .red, skin: .brown)
        drawing.figure(500, 200, coat: .blue, skin: .skin)
        return drawing
    }

    /// Three children on a stage.
    static var play: Drawing {
        var drawing = Drawing(.dark)
        drawing.box(0, 380, width, 100, .wood)
        drawing.box(0, 0, 70, 400, .red)
        drawing.box(570, 0, 70, 400, .red)
        drawing.figure(180, 190, coat: .white, skin: .skin)
        drawing.figure(320, 190, coat: .sun, skin: .brown)
        drawing.figure(460, 190, coat: .leaf, skin: .skin)
        return drawing
    }
}

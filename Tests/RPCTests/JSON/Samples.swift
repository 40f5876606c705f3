import Contract

/// A type with everything that the wire allows.
struct Sample: Codable, Equatable {
    enum Phase: String, Codable, CaseIterable { case open, closed }

    struct Inner: Codable, Equatable {
        var title: String
        var points: Int64?
    }

    var id: Int64
    var ratio: Double
    var isOpen: Bool
    var name: String
    var nick: String?
    var phase: Phase
    var inner: Inner
    var list: [Inner]
    var tags: [String]
    var counts: [String: Int64]
    var matrix: [[Int]]
    var any: JSONValue
    var code: Code

    static let filled = Sample(
        id: -9_007_199_254_740_993,
        ratio: 0.1,
        isOpen: true,
        name: "Zoë \"quoted\" \\ / \u{1}\n\u{1F331}",
        nick: nil,
        phase: .closed,
        inner: Inner(title: "", points: 3),
        list: [Inner(title: "a", points: nil), Inner(title: "b", points: 2)],
        tags: ["x", "y/z"],
        counts: ["a": 1, "b": 2],
        matrix: [[], [1], [2, 3]],
        any: ["k": [nil, true, 1, 2.5, "s", [:], []]],
        code: Code(raw: "AB")
    )
}

/// A leaf with a rule of its own.
struct Code: WireValue {
    static let schema = Schema.text(2...2)
    static let example = Code(raw: "XX")
    let raw: String

    init(raw: String) { self.raw = raw }

    init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count == 2 else { throw InvalidValue("A code has two letters.") }
        raw = wire
    }

    var wire: String { raw }
}

struct Pair: Codable, Equatable {
    var a: Int
    var b: Int?
}

struct Nothing: Codable, Equatable, Sendable {}

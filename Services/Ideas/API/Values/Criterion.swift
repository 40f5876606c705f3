public import Contract
public import Models

/// What ideas are scored by. Fixed and published before anything is submitted.
public struct Criterion: Codable, Sendable, Hashable {
    public var key: CriterionKey
    public var title: Title
    public var weight: Weight
    /// What some of the grades mean, so that two experts mean the same by a 7.
    public var anchors: [ScaleAnchor]?

    public init(key: CriterionKey, title: Title, weight: Weight, anchors: [ScaleAnchor]? = nil) {
        self.key = key
        self.title = title
        self.weight = weight
        self.anchors = anchors
    }
}

/// What one grade of a criterion means.
public struct ScaleAnchor: Codable, Sendable, Hashable {
    public var grade: Grade
    public var meaning: Sentence

    public init(grade: Grade, meaning: Sentence) {
        self.grade = grade
        self.meaning = meaning
    }
}

/// The grade that an expert gives by one criterion.
public struct CriterionGrade: Codable, Sendable, Hashable {
    public var criterion: CriterionKey
    public var grade: Grade

    public init(criterion: CriterionKey, grade: Grade) {
        self.criterion = criterion
        self.grade = grade
    }
}

/// The name of a criterion inside its campaign.
public struct CriterionKey: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let isWord = wire.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
        }
        guard (1...40).contains(wire.utf8.count), isWord, wire.utf8.first.map({ (97...122).contains($0) }) == true
        else {
            throw InvalidValue("must be a lower-case letter followed by at most 39 letters and digits")
        }
        self.wire = wire
    }

    init(unchecked: String) { wire = unchecked }

    public static var schema: Schema {
        .text(1...40, pattern: "^[a-z][a-zA-Z0-9]{0,39}$", "The name of a criterion inside its campaign.")
    }
    public static var example: CriterionKey { CriterionKey(unchecked: "innovation") }
    public static func < (left: CriterionKey, right: CriterionKey) -> Bool { left.wire < right.wire }
}

/// How good an idea is by one criterion, from 0 to 10.
public struct Grade: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...10).contains(wire) else { throw InvalidValue("must be from 0 to 10") }
        self.wire = wire
    }

    init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema {
        Schema(.integer(0...10), "How good an idea is by one criterion; 0 is worst, 10 is best.")
    }
    public static var example: Grade { Grade(unchecked: 7) }
    public static func < (left: Grade, right: Grade) -> Bool { left.wire < right.wire }
}

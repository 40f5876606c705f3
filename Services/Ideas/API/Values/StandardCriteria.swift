import Models

extension Criterion {
    /// Innovation, practicability and feasibility, each counting the same: what a campaign uses that names none.
    public static let standard: [Criterion] = [
        standard(
            "innovation",
            "Innovation",
            worst: "It exists already, here or elsewhere.",
            best: "Nobody has done it."
        ),
        standard(
            "practicability",
            "Practicability",
            worst: "Nobody would use it.",
            best: "Many would use it every day."
        ),
        standard(
            "feasibility",
            "Feasibility",
            worst: "It cannot be made.",
            best: "It can be made at once with what is there."
        ),
    ].compactMap { $0 }

    private static func standard(_ key: String, _ title: String, worst: String, best: String) -> Criterion? {
        guard let title = try? Title(wire: title), let weight = try? Weight(wire: 1),
            let worst = try? Sentence(wire: worst),
            let best = try? Sentence(wire: best)
        else { return nil }
        let anchors = [
            ScaleAnchor(grade: Grade(unchecked: 0), meaning: worst),
            ScaleAnchor(grade: Grade(unchecked: 10), meaning: best),
        ]
        return Criterion(key: CriterionKey(unchecked: key), title: title, weight: weight, anchors: anchors)
    }
}

import FeedbackAPI
import Models

/// Says what follows from the facts of a week and of the week before. Pure: the same facts give the same report.
struct ReportBuilder: Sendable {
    var facts: WeekFacts
    /// Absent while the week is not over, because a part of a week does not compare with a whole one.
    var previous: WeekFacts?
    var generatedAt: Instant
    var lists: ReportLists

    func report() throws -> ReportFigures {
        ReportFigures(
            week: facts.week,
            from: facts.week.monday,
            to: facts.week.sunday,
            asOf: facts.asOf,
            generatedAt: generatedAt,
            figures: try figures(),
            days: days(),
            punctuality: PunctualityBand.allCases.map { band in
                PunctualityRow(band: band, count: Tally(Int64(facts.due.count { $0.band == band })))
            },
            promises: SubmissionKind.allCases.map(promise),
            overdue: lists.overdue,
            selected: lists.selected,
            answered: lists.answered
        )
    }

    private func figures() throws -> [Figure] {
        let verdicts = verdicts()
        return try FigureRule.all.map { try figure($0, isClear: verdicts[$0.name]) }
    }

    private func figure(_ rule: FigureRule, isClear: Bool?) throws -> Figure {
        let value = rule.value(facts)
        let before = previous.map(rule.value)
        return Figure(
            name: rule.name,
            title: try Title(wire: rule.title),
            unit: rule.unit,
            value: FigureValue(value),
            share: rule.base.map { .wilson(value, of: $0(facts)) },
            previous: before.map { FigureValue($0) },
            previousShare: previous.flatMap { earlier in rule.base.map { .wilson(rule.value(earlier), of: $0(earlier)) }
            },
            change: before.map { FigureValue(value - $0) },
            isClear: isClear,
            definition: try Sentence(wire: rule.definition),
            source: try Sentence(wire: rule.source)
        )
    }

    /// Which changes chance does not explain, judged together so that one false alarm in twenty is expected at most.
    private func verdicts() -> [FigureName: Bool] {
        guard let previous else { return [:] }
        let judged = FigureRule.all.compactMap { rule in
            probability(rule, previous).map { (name: rule.name, probability: $0) }
        }
        let clear = Chance.clear(judged.map(\.probability))
        return Dictionary(zip(judged.map(\.name), clear), uniquingKeysWith: { first, _ in first })
    }

    private func probability(_ rule: FigureRule, _ previous: WeekFacts) -> Double? {
        switch (rule.judgement, rule.base) {
        case (.count, _): Chance.equalCounts(rule.value(facts), rule.value(previous))
        case (.share, let base?):
            Chance.equalShares(rule.value(facts), of: base(facts), rule.value(previous), of: base(previous))
        default: nil
        }
    }

    private func days() -> [DayFigures] {
        facts.week.days.enumerated().map { index, day in
            DayFigures(
                day: day,
                visits: Tally(facts.days(.signedIn)[index]),
                registered: Tally(facts.days(.registered)[index]),
                ideas: Tally(facts.days(.ideaSubmitted)[index]),
                comments: Tally(facts.days(.commentPosted)[index]),
                ballots: Tally(facts.days(.ballotCast)[index]),
                received: Tally(facts.received[index])
            )
        }
    }

    private func promise(_ kind: SubmissionKind) -> PromiseRow {
        let due = facts.due.filter { $0.kind == kind }
        let times = due.compactMap(\.taken).sorted()
        return PromiseRow(
            kind: kind,
            inTime: .wilson(Int64(due.count { $0.isInTime }), of: Int64(due.count)),
            medianAnswer: Self.median(times).map { Seconds($0 / 1_000_000) },
            promise: due.map(\.promised).min().map { Seconds($0 / 1_000_000) }
        )
    }

    /// The middle one; of two middle ones their mean, rounded down.
    static func median(_ sorted: [Int64]) -> Int64? {
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

/// The single things that a report names, beside its figures.
struct ReportLists: Sendable, Equatable {
    var overdue: [OverdueItem] = []
    var selected: [SelectedItem] = []
    var answered: [AnsweredItem] = []

    /// How many of each a report names at most.
    static let limit: Int64 = 50

    /// The ideas that it names, each once.
    var ideas: [Idea.ID] { Array(Set(selected.map(\.idea) + answered.map(\.idea))).sorted() }

    mutating func name(_ titles: [Idea.ID: Title]) {
        for index in selected.indices { selected[index].title = titles[selected[index].idea] }
        for index in answered.indices { answered[index].title = titles[answered[index].idea] }
    }
}

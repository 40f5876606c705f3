import Models
import RewardsAPI
import TypedSQL

extension RuleTable {
    /// The versions that said what events of this name earned at any moment of a stretch, by key.
    static func spans(for event: EarningEvent, from first: Instant, to last: Instant) -> Query<RuleSpan> {
        Query(
            """
            SELECT * FROM (
                SELECT r.id, r.rule_key, \(columns), (
                    SELECT MIN(later.starts_at) FROM rule_version later
                    WHERE later.rule = v.rule AND later.version > v.version
                ) AS replaced_at
                FROM rule_version v JOIN rule r ON r.id = v.rule
                WHERE v.event = \(event) AND v.starts_at <= \(last)
            ) AS span
            WHERE replaced_at IS NULL OR replaced_at > \(first)
            ORDER BY rule_key, version
            """
        ) { row in RuleSpan(rule: try read(row), replacedAt: try row.get("replaced_at")) }
    }

    static var bookSamples: [SQL] { [spans(for: .ideaSubmitted, from: .example, to: .example).sql] }
}

extension GivenTable {
    /// Whether events of this name may have brought gifts at a moment of a stretch.
    static func mayGive(for event: EarningEvent, from first: Instant, to last: Instant) -> Query<Bool> {
        Query(
            """
            SELECT COUNT(*) AS rules FROM gift_rule
            WHERE event = \(event) AND starts_at <= \(last) AND (ends_at IS NULL OR ends_at > \(first))
            """
        ) { row in try row.get("rules", as: Int64.self) > 0 }
    }

    static var bookSamples: [SQL] { [mayGive(for: .ideaSubmitted, from: .example, to: .example).sql] }
}

extension Transaction {
    /// In one round trip.
    func ruleBook(for earnings: [Earning]) throws -> RuleBook {
        let stretches = Dictionary(grouping: earnings, by: \.event).compactMap { event, earnings in
            let moments = earnings.map(\.source.at)
            return moments.min().flatMap { first in moments.max().map { (event: event, first: first, last: $0) } }
        }
        let spans = stretches.map { RuleTable.spans(for: $0.event, from: $0.first, to: $0.last) }
        let gifts = stretches.map { GivenTable.mayGive(for: $0.event, from: $0.first, to: $0.last) }
        let outcomes = try run(together: spans.map(\.sql) + gifts.map(\.sql))
        var book: [EarningEvent: [RuleSpan]] = [:]
        var giving: Set<EarningEvent> = []
        for (place, stretch) in stretches.enumerated() {
            book[stretch.event] = try outcomes[place].all(spans[place])
            if try outcomes[stretches.count + place].all(gifts[place]).contains(true) { giving.insert(stretch.event) }
        }
        return RuleBook(spans: book, gifts: giving)
    }
}

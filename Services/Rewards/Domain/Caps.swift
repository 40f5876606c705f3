import Models
import RewardsAPI

/// How many awards a rule allows a member in one stretch of time, in one campaign, or ever.
struct Cap: Hashable, Sendable {
    /// Unique among the caps of a rule: `day 2026-09-21`, `week 2026-09-21`, `month 2026-09`, `campaign cmp_…`, `ever`.
    let stretch: String
    let limit: Int64
    /// Why an award is not made where it is full.
    let reason: SkipReason
}

extension EarningRule {
    /// Those that count an event, by its own moment: reading it later decides the same.
    func caps(for earning: Earning) -> [Cap] {
        let day = earning.source.at.day
        let month = String(day.wire.prefix(7))
        let all: [(Quantity?, String?, SkipReason)] = [
            (perDay, "day \(day.wire)", .dayFull), (terms.perWeek, "week \(day.monday.wire)", .weekFull),
            (terms.perMonth, "month \(month)", .monthFull),
            (terms.perCampaign, earning.campaign.map { "campaign \($0)" }, .campaignFull),
            (terms.inTotal, "ever", .totalFull),
        ]
        return all.compactMap { limit, stretch, reason in
            guard let limit, let stretch else { return nil }
            return Cap(stretch: stretch, limit: limit.wire, reason: reason)
        }
    }
}

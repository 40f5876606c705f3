public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ExportReport: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> ReportFile {
        guard Period(from: from, until: until, now: context.now) != nil else { throw Refusal.periodEmpty }
        switch report {
        case .liability:
            return ReportFile(csv: try await GetLiability().respond(to: staff, in: context).table())
        case .ruleEffects:
            let ask = ListRuleEffects(from: from, until: until, after: after, limit: limit)
            let page = try await ask.respond(to: staff, in: context)
            return ReportFile(csv: try CSVTable(effects: page.items), next: page.next)
        }
    }
}

extension LiabilityReport {
    fileprivate func table() throws -> CSVTable {
        try CSVTable(
            header: ["asset", "month", "outstanding", "held", "lots"],
            rows: assets.flatMap { asset in
                asset.months.map { month in
                    [
                        .text(asset.asset.rawValue), CSVField(month.month), CSVField(month.outstanding),
                        CSVField(month.held), CSVField(month.lots),
                    ]
                }
            }
        )
    }
}

extension CSVTable {
    fileprivate init(effects: [RuleEffect]) throws {
        let reasons = SkipReason.allCases
        let header = ["rule", "title", "asset", "awards", "awarded", "takenBack", "members", "budget", "left"]
        try self.init(
            header: header + reasons.map(\.rawValue),
            rows: effects.map { effect in
                let skips = reasons.map { reason in
                    CSVField(effect.skipped.first { $0.reason == reason }?.awards ?? .zero)
                }
                return [
                    CSVField(effect.rule), CSVField(effect.title), .text(effect.asset.rawValue),
                    CSVField(effect.awards), CSVField(effect.awarded), CSVField(effect.takenBack),
                    CSVField(effect.members), CSVField(effect.budget), CSVField(effect.left),
                ] + skips
            }
        )
    }
}

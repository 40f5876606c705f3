public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ExplainNumber: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Explanation {
        let period = try checkedPeriod()
        let (now, limit) = (context.now, limit ?? .standard)
        if about == .award || about == .refusal {
            let isAny = reader.bearer.actor.member == nil || reader.isStaff
            let member = isAny ? member : reader.bearer.actor.member
            return try await context.read { tx in
                try transfer(of: member, Explainer(tx: tx, now: now, limit: limit))
            }
        }
        return try await context.read(of: member, for: reader, refusing: Refusal.self) { tx, id in
            try number(of: id, period, Explainer(tx: tx, now: now, limit: limit))
        }
    }

    private func checkedPeriod() throws -> Period {
        switch about {
        case .award, .refusal: guard transfer != nil else { throw Refusal.subjectMissing }
        case .unpaid: guard event != nil, rule != nil else { throw Refusal.subjectMissing }
        default: break
        }
        do { return try GetLeaderboard(from: from, through: through).period() } catch { throw Refusal.periodEmpty }
    }

    private func number(of member: Member.ID, _ period: Period, _ explainer: Explainer) throws -> Explanation {
        switch about {
        case .level, .countedPoints, .countedContributions:
            guard let programme = try explainer.tx.first(LevelTable.programme(on: explainer.now.day)) else {
                throw Refusal.noLevels
            }
            return try explainer.level(about, of: member, in: programme)
        case .rank:
            guard
                let rank = try explainer.rank(
                    of: member,
                    in: period,
                    LeaderboardScope(campaign: campaign, group: group)
                )
            else { throw Refusal.notRanked }
            return rank
        case .unpaid: return try unpaid(member, explainer)
        default: return try explainer.balance(about, .member(member, asset ?? .points))
        }
    }

    /// Another member's transfer is answered as one that does not exist.
    private func transfer(of member: Member.ID?, _ explainer: Explainer) throws -> Explanation {
        guard let id = transfer, let row = try explainer.tx.first(TransferTable.row(id)) else {
            throw Refusal.transferUnknown
        }
        let refused = try explainer.tx.first(RefusedTable.find(id))
        let members = row.members + [refused?.account?.member].compactMap(\.self)
        if let member, !members.contains(member) { throw Refusal.transferUnknown }
        if about == .award {
            guard row.transfer.refusal == nil else { throw Refusal.transferUnknown }
            return try explainer.award(row)
        }
        guard row.transfer.refusal != nil else { throw Refusal.notRefused }
        return try explainer.refusal(row, refused)
    }

    private func unpaid(_ member: Member.ID, _ explainer: Explainer) throws -> Explanation {
        guard let event, let earning = try explainer.tx.first(EarningEventTable.find(event)) else {
            throw Refusal.sourceUnknown
        }
        guard let key = rule, let rule = try explainer.tx.first(RuleTable.version(of: key, at: earning.source.at))
        else {
            throw Refusal.ruleUnknown
        }
        return try explainer.unpaid(rule, earning, member)
    }
}

import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Follows each member from joining to the first contribution, and rewards the invitation then, by the rules for
/// `rewards.referralQualified`; never on a circle of invitations, for oneself, or on a shared device.
///
/// A contribution and the completed profile may come from two services at once, and neither transaction sees the other.
/// Whoever was missed so is found by the duty that looks for those who wait.
struct Referrals {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    /// - Parameter isAwaited: whether the one who contributed has a complete profile and has not qualified.
    func follow(_ earning: Earning, isAwaited: Bool) throws {
        let moment = earning.source.at
        if let member = earning.contributor, isAwaited { try qualify(member, at: moment) }
        guard let member = earning[.member] else { return }
        switch earning.event {
        case .memberRegistered: try register(member, invitedBy: earning[.inviter], at: moment)
        case .profileCompleted: try complete(member, invitedBy: earning[.inviter], at: moment)
        default: break
        }
    }

    /// The one invitation that closes a circle ends what all on it had earned by inviting.
    private func register(_ member: Member.ID, invitedBy inviter: Member.ID?, at moment: Instant) throws {
        try work.run(JoiningTable.insert(member, invitedBy: inviter, at: moment))
        guard inviter != nil else { return }
        let circle = try chain(of: member).circle
        guard !circle.isEmpty else { return }
        try work.run(JoiningTable.refuse(circle, because: circle.count == 1 ? .oneself : .circle))
        let ledger = Ledger(work)
        for award in try work.all(TransferTable.referralAwards(to: circle)) {
            if let rest = try ledger.rest(of: award) { _ = try ledger.takeBack(award, rest, nil) }
        }
    }

    private func complete(_ member: Member.ID, invitedBy inviter: Member.ID?, at moment: Instant) throws {
        guard try work.run(JoiningTable.complete(member, invitedBy: inviter, at: moment)) == 1 else { return }
        if try work.first(JoiningTable.contributed(member)) == true { try qualify(member, at: moment) }
    }

    func qualify(_ member: Member.ID, at moment: Instant) throws {
        let event = work.id(Occurrence.self)
        let inviter = try work.first(JoiningTable.qualify(member, by: event, at: moment)) ?? nil
        guard inviter != nil else { return }
        let chain = try chain(of: member)
        if let objection = try objection(to: chain) {
            try work.run(JoiningTable.refuse([member], because: objection))
            return
        }
        var earning = Earning(
            .referralQualified,
            [.member: member, .inviter: chain.ancestors.first],
            source: Movement.Source(event: event, at: moment)
        ).with(numbers: ["depth": Int64(chain.ancestors.count)])
        earning.content.chain = Array(chain.ancestors.prefix(6))
        try Awards(work).follow(earning, at: .start)
        if try !work.all(TransferTable.awards(for: event)).isEmpty { try work.run(JoiningTable.reward(member)) }
    }

    /// Looks again at an invitation that qualified before, and takes back what it earned where something is against it.
    ///
    /// - Returns: whether it is refused now.
    func reconsider(_ member: Member.ID) throws -> Bool {
        guard let event = try work.first(JoiningTable.qualifiedEvent(of: member)),
            let objection = try objection(to: chain(of: member))
        else { return false }
        try work.run(JoiningTable.refuse([member], because: objection))
        _ = try Ledger(work).takeBackAll(for: event, nil)
        return true
    }

    private func chain(of member: Member.ID) throws -> InvitationChain {
        let links = try work.all(JoiningTable.links(above: member))
        return InvitationChain(of: member, Dictionary(links.map { ($0.member, $0.inviter) }) { first, _ in first })
    }

    private func objection(to chain: InvitationChain) throws -> ReferralObjection? {
        chain.objection(sharing: Set(try work.all(DeviceTable.sharers(with: chain.member))))
    }
}

extension RewardsService {
    /// Rewards those whose profile and first contribution came at the same moment. Each in a transaction of its own.
    static func qualifyReferrals(in context: Context<RewardsService>) async throws {
        var last = ""
        while true {
            let members = try await context.read { [last] tx in
                try tx.all(JoiningTable.waiting(after: last, limit: 200))
            }
            guard let end = members.last else { return }
            for member in members {
                try await context.write { work in try Referrals(work).qualify(member, at: work.now) }
                try Task.checkCancellation()
            }
            last = end.wire
        }
    }
}

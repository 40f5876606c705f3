import Contract
import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Support

@testable import Feedback

/// Events of the other services as they would stand in their logs, made from a seed.
struct Stage {
    /// The Monday at which the story begins.
    static let monday = Day.example.monday
    static let sources = [IdentityInterface.service, IdeasInterface.service, RewardsInterface.service]

    private(set) var logs: [String: [EventRecord]] = [:]
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// - Parameters:
    ///   - count: how many events in all.
    ///   - days: over how many days from the first Monday on they are spread, evenly and in order.
    static func story(seed: UInt64, events count: Int, days: Int = 21) throws -> Stage {
        var stage = Stage(seed: seed)
        for index in 0..<count {
            let offset = Int64(index) * Int64(days) * 86_400_000_000 / Int64(count)
            try stage.append(at: Instant(microseconds: monday.start.microseconds + offset))
        }
        return stage
    }

    private mutating func member() -> Member.ID { Cast.member("Person \(Int.random(in: 0..<40, using: &random))") }

    private mutating func append(at moment: Instant) throws {
        switch Int.random(in: 0..<19, using: &random) {
        case 0...7: try tellOfPeople(moment)
        case 8...16: try tellOfIdeas(moment)
        default: try tellOfRewards(moment)
        }
    }

    private mutating func tellOfPeople(_ moment: Instant) throws {
        let (member, identity) = (member(), IdentityInterface.self)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: try tell(PersonInvited(inviter: .member(member)), identity, moment)
        case 1: try tell(MemberRegistered(member: member, source: .website, inviter: nil), identity, moment)
        case 2: try tell(EmailConfirmed(member: member), identity, moment)
        case 3: try tell(ProfileCompleted(member: member, customerType: .trial, inviter: nil), identity, moment)
        case 4: try tell(OnboardingStepCompleted(member: member, step: .connect, isLast: true), identity, moment)
        default: try tell(MemberSignedIn(member: member), identity, moment)
        }
    }

    private mutating func tellOfIdeas(_ moment: Instant) throws {
        let (member, ideas, isFirst) = (member(), IdeasInterface.self, random.next() % 4 > 0)
        let idea = Idea.ID(at: .example, entropy: UInt128(Int.random(in: 1...30, using: &random)))
        let campaign = Campaign.ID.example
        switch Int.random(in: 0..<9, using: &random) {
        case 0: try tell(CampaignOpened(campaign: campaign, seal: .example), ideas, moment)
        case 1: try tell(CommentPosted(idea: idea, campaign: campaign, author: member), ideas, moment)
        case 2: try tell(BallotCast(campaign: campaign, voter: member, isFirst: isFirst), ideas, moment)
        case 3: try tell(IdeaScored(idea: idea, campaign: campaign, expert: member), ideas, moment)
        case 4: try tell(IdeaSelected(idea: idea, campaign: campaign, author: member, rank: .one), ideas, moment)
        case 5: try tell(CampaignDecided(campaign: campaign, seal: .example, result: .example), ideas, moment)
        case 6: try tell(answer(idea), ideas, moment)
        default: try tell(IdeaSubmitted(idea: idea, campaign: campaign, author: member), ideas, moment)
        }
    }

    private mutating func tellOfRewards(_ moment: Instant) throws {
        let (member, rewards, reward) = (member(), RewardsInterface.self, Reward.ID.example)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: try tell(award(member), rewards, moment)
        case 1: try tell(RewardOffered(reward: reward, price: .example), rewards, moment)
        case 2: try tell(RewardFulfilled(redemption: .example, reward: reward, member: member), rewards, moment)
        default: try tell(redeem(member), rewards, moment)
        }
    }

    private func redeem(_ member: Member.ID) -> RewardRedeemed {
        RewardRedeemed(redemption: .example, reward: .example, member: member, units: .one, paid: .example)
    }

    private mutating func answer(_ idea: Idea.ID) -> IdeaAnswered {
        let statuses = IdeaStatus.allCases
        let status = statuses[Int.random(in: statuses.indices, using: &random)]
        return IdeaAnswered(idea: idea, campaign: .example, author: nil, status: status)
    }

    private mutating func award(_ member: Member.ID) throws -> PointsMoved {
        let amount = try PointAmount(wire: Int64.random(in: 1...500, using: &random))
        return PointsMoved(transfer: .example, kind: .award, asset: .points, amount: amount, member: member)
    }

    private mutating func tell<E: Event, S: ServiceInterface>(_ event: E, _ source: S.Type, _ moment: Instant) throws {
        let position = Int64(logs[S.service, default: []].count + 1)
        logs[S.service, default: []].append(
            EventRecord(
                position: position,
                id: Occurrence.ID(at: moment, entropy: UInt128(random.next())).wire,
                name: E.name,
                at: moment.wire,
                trace: nil,
                data: try JSONValue(encoding: event)
            )
        )
    }
}

extension Harness where Service == FeedbackService {
    /// Applies the logs in batches of random sizes, the sources in random turns, some batches twice, as a follower
    /// does that was stopped between the batch and its answer.
    func follow(_ stage: Stage, batchesFrom seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        var rest = stage.logs.mapValues { $0[...] }
        while let source = rest.keys.sorted().randomElement(using: &random) {
            guard let log = rest[source], !log.isEmpty else {
                rest[source] = nil
                continue
            }
            let batch = Array(log.prefix(Int.random(in: 1...60, using: &random)))
            rest[source] = log.dropFirst(batch.count)
            try await host.apply(batch, from: source)
            if random.next() % 4 == 0 { try await host.apply(batch, from: source) }
        }
    }

    func report(_ week: Week, _ format: ReportFormat) async throws -> [UInt8] {
        try await rawCall(ReadWeeklyReport(week: week, format: format), as: staff())
    }
}

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
        let (member, other) = (member(), member())
        let idea = Idea.ID(at: .example, entropy: UInt128(Int.random(in: 1...30, using: &random)))
        switch Int.random(in: 0..<19, using: &random) {
        case 0: try tell(PersonInvited(inviter: .member(member)), IdentityInterface.self, moment)
        case 1:
            try tell(MemberRegistered(member: member, source: .website, inviter: nil), IdentityInterface.self, moment)
        case 2: try tell(EmailConfirmed(member: member), IdentityInterface.self, moment)
        case 3:
            try tell(
                ProfileCompleted(member: member, customerType: .trial, inviter: nil),
                IdentityInterface.self,
                moment
            )
        case 4...6: try tell(MemberSignedIn(member: member), IdentityInterface.self, moment)
        case 7:
            try tell(
                OnboardingStepCompleted(member: member, step: .connect, isLast: true),
                IdentityInterface.self,
                moment
            )
        case 8: try tell(CampaignOpened(campaign: .example, seal: .example), IdeasInterface.self, moment)
        case 9...10:
            try tell(IdeaSubmitted(idea: idea, campaign: .example, author: member), IdeasInterface.self, moment)
        case 11: try tell(CommentPosted(idea: idea, campaign: .example, author: other), IdeasInterface.self, moment)
        case 12:
            try tell(
                BallotCast(campaign: .example, voter: member, isFirst: random.next() % 4 > 0),
                IdeasInterface.self,
                moment
            )
        case 13: try tell(IdeaScored(idea: idea, campaign: .example, expert: other), IdeasInterface.self, moment)
        case 14:
            try tell(
                IdeaSelected(idea: idea, campaign: .example, author: other, rank: .one),
                IdeasInterface.self,
                moment
            )
        case 15:
            try tell(CampaignDecided(campaign: .example, seal: .example, result: .example), IdeasInterface.self, moment)
        case 16: try tell(answer(idea), IdeasInterface.self, moment)
        case 17: try tell(award(member), RewardsInterface.self, moment)
        default: try tellRewards(member, moment)
        }
    }

    private mutating func answer(_ idea: Idea.ID) -> IdeaAnswered {
        let statuses = IdeaStatus.allCases
        let status = statuses[Int.random(in: statuses.indices, using: &random)]
        return IdeaAnswered(idea: idea, campaign: .example, author: nil, status: status)
    }

    private mutating func award(_ member: Member.ID) throws -> PointsAwarded {
        let amount = try PointAmount(wire: Int64.random(in: 1...500, using: &random))
        return PointsAwarded(transfer: .example, member: member, amount: amount, rule: nil)
    }

    private mutating func tellRewards(_ member: Member.ID, _ moment: Instant) throws {
        let redeemed = RewardRedeemed(
            redemption: .example,
            reward: .example,
            member: member,
            units: .one,
            paid: .example
        )
        switch Int.random(in: 0..<3, using: &random) {
        case 0: try tell(RewardOffered(reward: .example, price: .example), RewardsInterface.self, moment)
        case 1: try tell(redeemed, RewardsInterface.self, moment)
        default:
            try tell(
                RewardFulfilled(redemption: .example, reward: .example, member: member),
                RewardsInterface.self,
                moment
            )
        }
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

import Contract
import FeedbackAPI
import Hosting
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Feedback
@testable import Hosting
@testable import Identity
@testable import Rewards

/// Every method that takes something of one member, called by that member and by another.
///
/// Ideas, campaigns and surveys are published and so nobody's own; the others are ids of members, sessions, submissions,
/// redemptions, transfers, and of whoever acts.
@Suite struct OthersObjectsTests {
    /// Method and param; what the owner is told; what another member is told. `identity.member` answers to another with
    /// the public part alone, as `GetMemberTests` shows; what both are denied is staff's.
    static let expected = """
        identity.signOut     session     answered           sessionUnknown
        identity.member      member      answered           answered
        identity.grantRole   member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.balance      member      answered           memberUnknown
        rewards.statement    member      answered           memberUnknown
        rewards.redemptions  member      answered           memberUnknown
        rewards.award        member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.award        transfer    PERMISSION_DENIED  PERMISSION_DENIED
        rewards.charge       member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.charge       transfer    PERMISSION_DENIED  PERMISSION_DENIED
        rewards.hold         member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.hold         transfer    PERMISSION_DENIED  PERMISSION_DENIED
        rewards.post         hold        PERMISSION_DENIED  PERMISSION_DENIED
        rewards.void         hold        PERMISSION_DENIED  PERMISSION_DENIED
        rewards.reverse      transfer    PERMISSION_DENIED  PERMISSION_DENIED
        rewards.resume       member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.give         to          giftsOff           giftsOff
        rewards.give         transfer    giftsOff           giftsOff
        rewards.fulfil       redemption  PERMISSION_DENIED  PERMISSION_DENIED
        rewards.certificates      member      answered           memberUnknown
        rewards.collections       member      answered           memberUnknown
        rewards.fundBudget        transfer    PERMISSION_DENIED  PERMISSION_DENIED
        rewards.giveBadge         member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.giveGift          member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.giveItem          member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.level             member      noLevels           memberUnknown
        rewards.memberBadges      member      answered           memberUnknown
        rewards.privileges        member      answered           memberUnknown
        rewards.recordActivity    member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.recordActivity    partner     PERMISSION_DENIED  PERMISSION_DENIED
        rewards.recordAttendance  member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.reportDevice      member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.revokeBadge       member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.setLevel          member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.streak            member      answered           memberUnknown
        rewards.adjust            member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.adjustments       member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.coupons           member      couponsOff         couponsOff
        rewards.erase             member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.reduceBudget      transfer    PERMISSION_DENIED  PERMISSION_DENIED
        rewards.statementFile     member      answered           memberUnknown
        rewards.useCoupon         member      PERMISSION_DENIED  PERMISSION_DENIED
        rewards.why               member      answered           memberUnknown
        rewards.why               transfer    answered           answered
        feedback.submit      member      answered           behalfForbidden
        feedback.mine        submission  answered           submissionUnknown
        feedback.submission  submission  PERMISSION_DENIED  PERMISSION_DENIED
        feedback.reply       submission  PERMISSION_DENIED  PERMISSION_DENIED
        feedback.assign      submission  PERMISSION_DENIED  PERMISSION_DENIED
        feedback.assign      assignee    PERMISSION_DENIED  PERMISSION_DENIED
        feedback.inbox       assignee    PERMISSION_DENIED  PERMISSION_DENIED
        """

    @Test func anotherMembersObjectIsRefused() async throws {
        let visit = Trespass()
        try await FourServices.run(visit)
        let found = await visit.lines.all.map { $0.joined(separator: " ") }
        let expected = Self.expected.split(separator: "\n").map { CallerMatrix.words($0).joined(separator: " ") }
        #expect(Set(found).subtracting(expected) == [], "found, and not in the table")
        #expect(Set(expected).subtracting(found) == [], "in the table, and not found")
    }
}

/// Gives Ines something of each kind, and lets Omar and then Ines herself call with it.
private struct Trespass: ServiceVisit {
    let lines = CallerMatrix.Lines()
    /// The schemas by which a param is known to be something of a member.
    private static let owned: Set = ["MemberID", "SessionID", "SubmissionID", "RedemptionID", "TransferID", "Actor"]

    func visit<S: HostedService>(_ host: Harness<S>) async throws {
        let objects = try await Belongings(host)
        for endpoint in S.allEndpoints {
            for param in try endpoint.describe().params {
                guard let schema = Self.reference(param.schema), Self.owned.contains(schema) else { continue }
                let object = try #require(objects.values[schema], "\(endpoint.name) takes a \(schema)")
                var members = try host.smallestParams(of: endpoint).filter { $0.key != param.name }
                members.append(.init(param.name, .string(object)))
                let params = JSONValue.object(members)
                let other = try await host.outcome(of: endpoint.name, params, as: objects.omar)
                let own = try await host.outcome(of: endpoint.name, params, as: objects.ines)
                await lines.add([endpoint.name, param.name, own, other])
            }
        }
    }

    private static func reference(_ schema: Schema) -> String? {
        if case .reference(let name) = schema.kind { return name }
        return nil
    }
}

/// What Ines has in one service, by the name of its id's schema.
private struct Belongings {
    private(set) var ines: TestCaller
    private(set) var omar: TestCaller
    private(set) var values: [String: String] = [:]

    init<S: HostedService>(_ host: Harness<S>) async throws {
        (ines, omar) = (host.member("Ines"), host.member("Omar"))
        if let host = host as? Harness<IdentityService> { try await fill(host) }
        if let host = host as? Harness<RewardsService> { try await fill(host) }
        if let host = host as? Harness<FeedbackService> { try await fill(host) }
        values["MemberID"] = ines.member.wire
        values["Actor"] = ines.actor.wire
    }

    private mutating func fill(_ host: Harness<IdentityService>) async throws {
        let mine = try await signedIn("ines@example.org", on: host)
        let others = try await signedIn("omar@example.org", on: host)
        ines = TestCaller(Bearer(actor: .member(mine.member), kind: .member))
        omar = TestCaller(Bearer(actor: .member(others.member), kind: .member))
        values["SessionID"] = mine.session.wire
    }

    private func signedIn(_ address: String, on host: Harness<IdentityService>) async throws -> SessionTokens {
        let (email, password) = (try EmailAddress(wire: address), try Password(wire: "nine herons over the weir"))
        let register = Register(
            name: .example,
            email: email,
            acceptedNorms: try NormsVersion(wire: 1),
            source: .website,
            birthDay: try Day(wire: "1990-05-17"),
            password: password
        )
        _ = try await host.call(register, as: host.visitor)
        let mail = try await host.call(TakeOutgoingMessages(), as: host.backend()).messages
        let code = try #require(mail.last { $0.address == email }?.code)
        _ = try await host.call(ConfirmEmail(code: code, mode: .consume), as: host.visitor)
        return try await host.call(SignIn(email: email, password: password), as: host.visitor)
    }

    private mutating func fill(_ host: Harness<RewardsService>) async throws {
        let (price, staff) = (try PointAmount(wire: 5), host.staff())
        let offer = try await host.call(OfferReward(title: .example, kind: .physical, price: price), as: staff)
        for caller in [ines, omar] {
            _ = try await host.call(AwardPoints(member: caller.member, amount: price, reason: .example), as: staff)
        }
        let award = AwardPoints(member: ines.member, amount: price, reason: .example)
        values["TransferID"] = try await host.call(award, as: staff).transfer.wire
        values["RedemptionID"] = try await host.call(RedeemReward(reward: offer.id), as: ines).redemption.wire
    }

    private mutating func fill(_ host: Harness<FeedbackService>) async throws {
        let view = try await host.call(SubmitFeedback(kind: .question, text: .example), as: ines)
        values["SubmissionID"] = view.submission.wire
    }
}

import Contract
import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct SpeakerTests {
    private let ines = Cast.member("Ines")
    private let omar = Cast.member("Omar")

    private func member(_ id: Member.ID, _ roles: Set<Role> = []) -> Bearer {
        Bearer(actor: .member(id), kind: .member, roles: roles)
    }

    private func client(_ scopes: Set<String>) -> Bearer {
        Bearer(actor: .client(Cast.client("till")), kind: .client, scopes: scopes)
    }

    private func decide(_ bearer: Bearer, _ named: Member.ID?, _ isKnown: Bool = true, _ channel: Channel = .post)
        throws
        -> Speaker
    {
        try Speaker.decide(bearer, for: named, isKnown: isKnown, channel: channel)
    }

    @Test func aMemberSpeaksForSelf() throws {
        #expect(try decide(member(ines), nil) == Speaker(member: ines))
        #expect(try decide(member(ines), ines) == Speaker(member: ines))
    }

    @Test(arguments: Channel.allCases)
    func staffRecordsOnAnyChannel(channel: Channel) throws {
        let speaker = try decide(member(omar, [.moderator]), ines, true, channel)
        #expect(speaker == Speaker(member: ines, recordedBy: .member(omar)))
        #expect(try decide(client(["feedback:staff"]), ines, true, channel).recordedBy == .client(Cast.client("till")))
    }

    @Test func aClientHasToNameAMember() {
        #expect(throws: SubmitFeedback.Refusal.memberMissing) { try decide(client(["feedback:staff"]), nil) }
    }

    @Test func onlyStaffSpeaksForOthers() {
        #expect(throws: SubmitFeedback.Refusal.behalfForbidden) { try decide(member(omar, [.expert]), ines, false) }
        #expect(throws: SubmitFeedback.Refusal.behalfForbidden) { try decide(client(["feedback:write"]), ines) }
    }

    @Test func anUnknownMemberIsRefused() {
        #expect(throws: SubmitFeedback.Refusal.memberUnknown) {
            try decide(member(omar, [.manager]), ines, false, .telephone)
        }
    }

    @Test(arguments: [Channel.telephone, .meeting, .interview])
    func whatWasSpokenIsRecordedByStaff(channel: Channel) {
        #expect(throws: SubmitFeedback.Refusal.channelNeedsStaff) { try decide(member(ines), nil, true, channel) }
    }
}

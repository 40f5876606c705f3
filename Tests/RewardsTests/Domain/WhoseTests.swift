import Contract
import Models
import Support
import Testing

@testable import Rewards

private let ines = Cast.member("Ines")
private let omar = Cast.member("Omar")

private func whose(_ asked: Member.ID?, _ actor: Actor, _ roles: Set<Role> = []) -> Whose {
    let kind: CallerKind = actor.member == nil ? .client : .member
    return Whose(asked: asked, by: Reader(bearer: Bearer(actor: actor, kind: kind, roles: roles)))
}

@Test func aMemberSeesWhatIsOwn() {
    #expect(whose(nil, .member(ines)) == .own(ines))
    #expect(whose(ines, .member(ines)) == .own(ines))
    #expect(whose(omar, .member(ines)) == .hidden)
}

@Test func staffSeeEverybodys() {
    #expect(whose(omar, .member(ines), [.moderator]) == .any(omar))
    #expect(whose(nil, .member(ines), [.moderator]) == .own(ines))
}

@Test func aBackendSeesEverybodys() {
    #expect(whose(omar, .client(.example)) == .any(omar))
    #expect(whose(nil, .client(.example)) == .everybody)
}

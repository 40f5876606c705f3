import Contract
import Models
import Support
import Testing

@testable import Rewards

private let ines = Cast.member("Ines")
private let omar = Cast.member("Omar")

private func whose(_ asked: Member.ID?, _ actor: Actor, isStaff: Bool = false) -> Whose {
    let kind = actor.member == nil ? Bearer(actor: actor, kind: .client) : Bearer(actor: actor, kind: .member)
    return Whose(asked: asked, by: kind, isStaff: isStaff)
}

@Test func aMemberSeesWhatIsOwn() {
    #expect(whose(nil, .member(ines)) == .own(ines))
    #expect(whose(ines, .member(ines)) == .own(ines))
    #expect(whose(omar, .member(ines)) == .hidden)
}

@Test func staffSeeEverybodys() {
    #expect(whose(omar, .member(ines), isStaff: true) == .any(omar))
    #expect(whose(nil, .member(ines), isStaff: true) == .own(ines))
}

@Test func aBackendSeesEverybodys() {
    #expect(whose(omar, .client(.example)) == .any(omar))
    #expect(whose(nil, .client(.example)) == .everybody)
}

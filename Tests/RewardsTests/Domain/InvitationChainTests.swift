import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func chain(of member: String, _ links: [String: String]) -> InvitationChain {
    let pairs = links.map { (Cast.member($0), Cast.member($1)) }
    return InvitationChain(of: Cast.member(member), Dictionary(uniqueKeysWithValues: pairs))
}

@Test func chainEndsAtASeed() {
    let chain = chain(of: "d", ["d": "c", "c": "b", "b": "a"])
    #expect(chain.ancestors == ["c", "b", "a"].map { Cast.member($0) })
    #expect(chain.circle.isEmpty)
    #expect(chain.objection(sharing: []) == nil)
    #expect(chain.objection(sharing: [Cast.member("a")]) == .sharedDevice)
    #expect(chain.objection(sharing: [Cast.member("e")]) == nil)
}

@Test func chainKnowsItsCircle() {
    let own = chain(of: "a", ["a": "a"])
    #expect(own.circle == [Cast.member("a")])
    #expect(own.objection(sharing: []) == .oneself)
    let on = chain(of: "a", ["a": "c", "c": "b", "b": "a"])
    #expect(on.circle == ["a", "c", "b"].map { Cast.member($0) })
    #expect(on.objection(sharing: [Cast.member("b")]) == .circle)
    #expect(on.ancestors.isEmpty)
    let below = chain(of: "e", ["e": "d", "d": "c", "c": "b", "b": "c"])
    #expect(below.circle.isEmpty)
    #expect(below.ancestors == [Cast.member("d")])
    #expect(below.objection(sharing: [Cast.member("c")]) == nil)
}

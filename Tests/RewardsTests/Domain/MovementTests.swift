import Contract
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func award(_ amount: Int64 = 5, to name: String = "Ines", by actor: Actor, _ reason: String = "Thanks.") throws
    -> Movement
{
    .award(
        try points(amount),
        to: Cast.member(name),
        by: actor,
        because: try Sentence(wire: reason),
        id: .example,
        at: .example
    )
}

private let ines = AccountID.member(Cast.member("Ines"), .points)

private func hold(_ amount: Int64) throws -> Movement {
    .hold(try points(amount), on: ines, cause: .order, id: .example, at: .example)
}

@Test func goodwillIsKeptApartFromWhatIsEarned() throws {
    let person = try award(by: .member(Cast.member("Mara")))
    let backend = try award(by: .client(Cast.client("shop")))
    #expect(person.debit == AccountID(.adjustment, .points))
    #expect(backend.debit == .issuer(of: .points, for: Cast.member("Ines")))
    #expect(person.credit == .member(Cast.member("Ines"), .points))
}

@Test func payloadIsTheSameWhoeverRepeats() throws {
    let first = try award(by: .client(Cast.client("shop")))
    let second = try award(by: .member(Cast.member("Mara")))
    #expect(first.payload == second.payload)
    #expect(first.fingerprint == second.fingerprint)
}

@Test func payloadTellsEveryFieldApart() throws {
    let backend = Actor.client(Cast.client("shop"))
    let payloads = [
        try award(by: backend).payload, try award(6, by: backend).payload, try award(to: "Omar", by: backend).payload,
        try award(by: backend, "Welcome.").payload,
        try hold(5).payload, try hold(6).payload,
        Movement.settlement(try points(5), on: ines, id: .example, at: .example).payload,
        Movement.gift(
            try points(5),
            of: .points,
            from: Cast.member("Omar"),
            to: Cast.member("Ines"),
            because: .example,
            id: .example,
            at: .example
        ).payload,
    ]
    #expect(Set(payloads).count == payloads.count)
}

import Hosting
import Models
import RewardsAPI

extension Story {
    /// - Returns: the draw, closed: who is in it is published before anybody can know the numbers.
    func openDraw() async throws -> Draw.ID {
        narrator.chapter("A draw: the pool is published first, the numbers come later, anybody can draw again")
        let now = WallClock.system.now()
        var open = OpenDraw(
            title: try Title(wire: "A tin of the first harvest"),
            places: .one,
            entriesUntil: now + Seconds(8),
            seedFrom: now + Seconds(9),
            sources: [try Sentence(wire: "The numbers of next Saturday's lottery")]
        )
        open.prize = AssetAmount(amount: try PointAmount(wire: 75), asset: .petals)
        let draw = try await call(open).id
        for name in ["Jonas Adler", "Priya Raman", "Luca Ferri"] {
            try await call(EnterDraw(draw: draw), as: name)
        }
        try await call(CloseDraw(draw: draw))
        try await call(ListDrawPool(draw: draw), as: "Luca Ferri")
        return draw
    }

    func resolve(_ draw: Draw.ID) async throws {
        narrator.chapter("The numbers are known, and so is the winner")
        let numbers = [DrawNumbers(numbers: [4, 17, 23, 31, 40, 49])]
        let outcome = try await eventually("the moment of the numbers") {
            do {
                return try await calling.call(ResolveDraw(draw: draw, numbers: numbers))
            } catch ResolveDraw.Refusal.seedTooEarly { return nil }
        }
        try await call(GetDraw(draw: draw), as: "Luca Ferri")
        narrator.say("Winner: \(outcome.winners.first?.member.wire ?? "nobody"), by the key \(outcome.key ?? "").")
    }

    func explain() async throws {
        narrator.chapter("Why? Each number a member sees is calculated before his or her eyes")
        for about in [ExplainedNumber.available, .level, .rank] {
            let answer = try await call(ExplainNumber(about: about), as: "Ines Okafor")
            for step in answer.steps {
                let operands = step.operands.map { String($0.value) }.joined(separator: ", ")
                narrator.say("\(step.what.rawValue): \(step.operation.rawValue) of \(operands) = \(step.result)")
            }
        }
    }
}

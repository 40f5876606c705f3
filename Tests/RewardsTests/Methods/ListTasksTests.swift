import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension Harness where Service == RewardsService {
    fileprivate func select(_ idea: Idea.ID, of author: TestCaller?) async throws {
        let selected = IdeaSelected(idea: idea, campaign: .example, author: author?.member, rank: .one)
        try await deliver(selected, from: IdeasInterface.self)
    }

    fileprivate func tasks(_ kind: TaskKind? = nil) async throws -> [TaskRecord] {
        try await call(ListTasks(kind: kind), as: staff()).items
    }
}

@Test(arguments: TestEngine.allCases)
func aSelectedIdeaMakesOneThankYouCall(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let selectedAt = host.clock.now
        for _ in 0..<2 { try await host.select(.example, of: ines) }
        try await host.select(Idea.ID(at: .example, entropy: 2), of: nil)
        let tasks = try await host.tasks()
        #expect(tasks.map(\.kind) == [.thankYouCall])
        #expect(tasks.map(\.member) == [ines.member])
        #expect(tasks.map(\.idea) == [.example])
        #expect(tasks.map(\.dueAt) == [selectedAt + .days(30)])
        let note = try Sentence(wire: "She was glad.")
        let task = try #require(tasks.first)
        let done = try await host.call(CompleteTask(task: task.id, note: note), as: host.staff())
        #expect(done.note == note)
        #expect(done.doneBy == host.staff().actor)
        #expect(try await host.tasks().isEmpty)
        try await host.select(.example, of: ines)
        #expect(try await host.tasks().isEmpty)
    }
}

@Test(arguments: TestEngine.allCases)
func ordersAndGiftsAreTasksUntilTheyAreHandedOver(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let offer = try await host.offer(price: 3)
        let order = try await host.redeem(offer, as: ines)
        host.clock.advance(by: .days(1))
        let gift = try await host.gift(offer, to: ines)
        try await host.select(.example, of: ines)
        #expect(try await host.tasks().map(\.redemption) == [order.redemption, gift.id, nil])
        #expect(try await host.tasks(.handOver).map(\.dueAt).first == host.clock.now + .days(13))
        let first = try await host.call(ListTasks(limit: PageLimit(wire: 2)), as: host.staff())
        #expect(
            try await host.call(ListTasks(after: first.next), as: host.staff()).items.map(\.kind) == [.thankYouCall]
        )
        try await host.fulfil(order.redemption, .cancelled, "Sold out at the maker's.")
        try await host.fulfil(gift.id, .shipped, "Post 4711")
        #expect(try await host.tasks().map(\.kind) == [.thankYouCall])
        #expect(
            try await host.call(ListRedemptions(), as: ines).items.map(\.remark?.wire).first
                == "Sold out at the maker's."
        )
        let foreign = Cursor(key: "x")
        await #expect(throws: Fault.self) { try await host.call(ListTasks(after: foreign), as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(ListTasks(), as: ines) }
        try await host.expectSound()
    }
}

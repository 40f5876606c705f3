import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func completeTaskRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: CompleteTask.Refusal.taskUnknown) {
            try await host.call(CompleteTask(task: .example), as: host.staff())
        }
        await #expect(throws: Fault.self) { try await host.call(CompleteTask(task: .example), as: ines) }
        try await host.gift(try await host.offer(price: 3), to: ines)
        let order = try #require(try await host.call(ListTasks(), as: host.staff()).items.first)
        await #expect(throws: CompleteTask.Refusal.taskOfOrder) {
            try await host.call(CompleteTask(task: order.id), as: host.staff())
        }
    }
}

@Test(arguments: TestEngine.allCases)
func aTaskIsDoneOnceInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let selected = IdeaSelected(idea: .example, campaign: .example, author: ines.member, rank: .one)
        try await host.deliver(selected, from: IdeasInterface.self)
        let task = try #require(try await host.call(ListTasks(), as: host.staff()).items.first)
        let results = await race(12) { _ in try await host.call(CompleteTask(task: task.id), as: host.staff()) }
        #expect(results.compactMap { try? $0.get() }.count == 1)
        await #expect(throws: CompleteTask.Refusal.taskDone) {
            try await host.call(CompleteTask(task: task.id), as: host.staff())
        }
    }
}

import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func lecturesTellWhatIsFree(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let lecture = try await host.lecture(places: 1)
        #expect(lecture.left.wire == 1)
        for name in ["Ines", "Omar", "Lena"] { try await host.book(lecture, as: host.member(name)) }
        let listed = try await host.call(ListLectures(), as: ines).items
        #expect(listed.map(\.left.wire) == [0])
        #expect(listed.map(\.waiting.wire) == [2])
        host.clock.advance(by: .days(1))
        #expect(try await host.call(ListLectures(), as: ines).items.isEmpty)
        #expect(try await host.call(ListLectures(isUpcoming: false), as: ines).items == listed)
    }
}

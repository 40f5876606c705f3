import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func announceLectureRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        func announce(from start: Seconds, through end: Seconds) async throws {
            let announce = AnnounceLecture(
                title: .example,
                about: .example,
                speaker: .example,
                startsAt: host.clock.now - .hours(1) + start,
                endsAt: host.clock.now - .hours(1) + end,
                places: .one
            )
            _ = try await host.call(announce, as: host.staff())
        }
        await #expect(throws: AnnounceLecture.Refusal.periodEmpty) {
            try await announce(from: Seconds(1), through: Seconds(1))
        }
        await #expect(throws: AnnounceLecture.Refusal.lectureBegun) {
            try await announce(from: .hours(1), through: .hours(2))
        }
        try await announce(from: Seconds(3601), through: .hours(2))
        #expect(try await host.call(ListLectures(), as: host.member("Ines")).items.count == 1)
    }
}

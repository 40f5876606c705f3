import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func attendanceIsNoted(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        func note(_ lecture: Lecture.ID, _ member: TestCaller, _ attended: Bool) async throws -> BookingState {
            let record = RecordAttendance(lecture: lecture, member: member.member, attended: attended)
            return try await host.call(record, as: host.staff()).state
        }
        await #expect(throws: RecordAttendance.Refusal.lectureUnknown) { try await note(.example, ines, true) }
        let lecture = try await host.lecture(places: 1)
        for member in [ines, omar] { try await host.book(lecture, as: member) }
        await #expect(throws: RecordAttendance.Refusal.lectureNotBegun) {
            try await note(lecture.lecture, omar, true)
        }
        host.clock.advance(by: .days(1))
        await #expect(throws: RecordAttendance.Refusal.notBooked) { try await note(lecture.lecture, omar, true) }
        #expect(try await note(lecture.lecture, ines, false) == .missed)
        for _ in 0..<2 { #expect(try await note(lecture.lecture, ines, true) == .attended) }
        #expect(try await host.published(LectureAttended.self).map(\.member) == [ines.member])
    }
}

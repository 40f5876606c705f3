import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func bookingsAreForStaff(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let lecture = try await host.lecture(places: 1)
        #expect(try await host.bookings(lecture).isEmpty)
        await #expect(throws: ListBookings.Refusal.lectureUnknown) {
            try await host.call(ListBookings(lecture: .example), as: host.staff())
        }
        await #expect(throws: Fault.self) {
            try await host.call(ListBookings(lecture: lecture.lecture), as: host.member("Ines"))
        }
    }
}

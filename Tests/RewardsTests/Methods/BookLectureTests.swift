import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func whoFindsNoPlaceWaits(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let lecture = try await host.lecture(places: 1)
        let states = [
            try await host.book(lecture, as: host.member("Ines")),
            try await host.book(lecture, as: host.member("Omar")),
            try await host.book(lecture, as: host.member("Lena")),
        ]
        #expect(states.map(\.state) == [.booked, .waiting, .waiting])
        #expect(states.map { $0.place?.wire } == [nil, 1, 2])
        #expect(try await host.bookings(lecture) == states)
    }
}

@Test(arguments: TestEngine.allCases)
func bookLectureRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        await #expect(throws: BookLecture.Refusal.lectureUnknown) {
            try await host.call(BookLecture(lecture: .example), as: ines)
        }
        let lecture = try await host.lecture(places: 1)
        for member in [ines, omar] {
            try await host.book(lecture, as: member)
            await #expect(throws: BookLecture.Refusal.alreadyBooked) { try await host.book(lecture, as: member) }
        }
        host.clock.advance(by: .days(1))
        await #expect(throws: BookLecture.Refusal.lectureBegun) { try await host.book(lecture, as: ines) }
    }
}

/// Of forty who want seven places at once seven get one, and the others wait in a row without gaps.
@Test(arguments: TestEngine.allCases)
func theLastPlacesGoToOneEach(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let lecture = try await host.lecture(places: 7)
        let results = await race(40) { number in try await host.book(lecture, as: host.member("Guest \(number)")) }
        let bookings = try results.map { try $0.get() }
        #expect(bookings.filter { $0.state == .booked }.count == 7)
        #expect(bookings.compactMap { $0.place?.wire }.sorted() == Array(1...33))
        #expect(try await host.bookings(lecture).compactMap { $0.place?.wire } == Array(1...33))
    }
}

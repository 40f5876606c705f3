import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension Harness where Service == RewardsService {
    @discardableResult
    fileprivate func cancel(_ lecture: LectureView, as member: TestCaller) async throws -> Booking {
        try await call(CancelBooking(lecture: lecture.lecture), as: member)
    }
}

@Test(arguments: TestEngine.allCases)
func theFirstWhoWaitsGetsThePlace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = ["Ines", "Omar", "Lena"].map { host.member($0) }
        let lecture = try await host.lecture(places: 1)
        for member in members { try await host.book(lecture, as: member) }
        #expect(try await host.cancel(lecture, as: members[0]).state == .cancelled)
        #expect(try await host.bookings(lecture).map(\.state) == [.booked, .waiting])
        #expect(try await host.published(PlaceGranted.self).map(\.member) == [members[1].member])
        try await host.cancel(lecture, as: members[2])
        #expect(try await host.published(PlaceGranted.self).count == 1)
        try await host.cancel(lecture, as: members[1])
        #expect(try await host.call(ListLectures(), as: members[0]).items.map(\.left.wire) == [1])
        #expect(try await host.book(lecture, as: members[0]).state == .booked)
    }
}

/// Some give their places back while others book: no place is lost and none is given twice.
@Test(arguments: TestEngine.allCases)
func placesAreNeitherLostNorDoubled(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let lecture = try await host.lecture(places: 5)
        for number in 0..<8 { try await host.book(lecture, as: host.member("Guest \(number)")) }
        let results = await race(24) { number -> Booking in
            let member = host.member("Guest \(number)")
            return number < 8
                ? try await host.cancel(lecture, as: member) : try await host.book(lecture, as: member)
        }
        for result in results { _ = try result.get() }
        let bookings = try await host.bookings(lecture)
        #expect(bookings.filter { $0.state == .booked }.count == 5)
        #expect(bookings.count == 16)
        #expect(try await host.call(ListLectures(), as: host.member("Ines")).items.map(\.left.wire) == [0])
    }
}

@Test(arguments: TestEngine.allCases)
func cancelBookingRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: CancelBooking.Refusal.lectureUnknown) {
            try await host.call(CancelBooking(lecture: .example), as: ines)
        }
        let lecture = try await host.lecture(places: 1)
        await #expect(throws: CancelBooking.Refusal.notBooked) { try await host.cancel(lecture, as: ines) }
        try await host.book(lecture, as: ines)
        try await host.cancel(lecture, as: ines)
        await #expect(throws: CancelBooking.Refusal.notBooked) { try await host.cancel(lecture, as: ines) }
        host.clock.advance(by: .days(1))
        await #expect(throws: CancelBooking.Refusal.lectureBegun) { try await host.cancel(lecture, as: ines) }
    }
}

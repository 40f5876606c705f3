import Contract
import Testing

@testable import RPC

@Suite struct MethodDescriptionTests {
    @Test func everythingIsTakenFromTheDeclaration() throws {
        let book = try MethodDescription(BookSeats.self)
        #expect(
            book.name == "sample.book" && book.summary == "Books seats in a room."
                && book.details == "Seats stay booked for a day."
        )
        #expect(book.order == ["room", "seats", "note"])
        #expect(book.params.map(\.isRequired) == [true, true, false])
        #expect(book.params[1].schema == Schema(.reference("Seats")))
        #expect(book.reply == Schema(.reference("Room")))
        #expect(book.refusals.map(\.code) == [9001, 9002])
        #expect(
            book.caller == Staff.rule && book.scope.description == "sample:staff" && book.isRepeatable
                && book.deprecation == nil
        )
        #expect(book.example.params == ["room": "XX", "seats": 2, "note": "text"])
        #expect(
            book.example.reply == [
                "code": "XX", "seats": 2, "state": "open", "labels": ["key": "text"], "note": "text",
            ]
        )
        #expect(book.components.map(\.name) == ["Code", "Seats", "RoomState", "Room"])
    }

    @Test func examplesAreValidParams() throws {
        let book = try MethodDescription(BookSeats.self)
        let byPosition = JSONValue.array(book.order.compactMap { book.example.params[$0] })
        for params in [book.example.params, byPosition] {
            let text = JSONValue.object([
                .init("jsonrpc", "2.0"), .init("id", 1), .init("method", "m"), .init("params", params),
            ]).text()
            try parsed(text) { parsed in
                guard case .single(.call(let request)) = parsed else { throw Fault.invalidRequest() }
                #expect(try request.params.decode(BookSeats.self, order: book.order).seats == Seats.example)
            }
        }
    }

    @Test func withoutParamsAndRefusals() throws {
        let list = try MethodDescription(ListRooms.self)
        #expect(list.params.isEmpty && list.refusals.isEmpty && !list.isRepeatable && list.scope.access == .read)
        #expect(list.reply == Schema(.array(of: Schema(.reference("Room")), limit: nil)))
        #expect(list.example.params == [:])
        #expect(list.deprecation == "Call `sample.rooms` instead, from 2.0 on.")
    }

    @Test func requiredBehindOptionalIsRefused() {
        #expect(
            throws: InvalidValue("sample.lateRequired: the required param second stands behind the optional first.")
        ) {
            try MethodDescription(LateRequired.self)
        }
    }

    @Test func reasonsNeedANumber() {
        #expect(
            throws: InvalidValue(
                "sample.unlisted refuses with notInTheTable, which has no number in the table of sample."
            )
        ) {
            try MethodDescription(UnlistedRefusal.self)
        }
    }
}

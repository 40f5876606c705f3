import Contract
import Testing

@testable import RPC

@Suite struct ManualTests {
    @Test func page() throws {
        let methods = try [MethodDescription(ListRooms.self), MethodDescription(BookSeats.self)]
        let page = try Manual.page(title: "Sample", summary: "Rooms and seats.", methods: methods)
        #expect(page == Self.expected, "\(page)")
        #expect(try Manual.page(title: "Sample", summary: "Rooms and seats.", methods: methods.reversed()) == page)
    }

    @Test func types() throws {
        let page = try Manual.types(of: [MethodDescription(ListRooms.self), MethodDescription(BookSeats.self)])
        #expect(page.hasPrefix(Self.expectedTypes), "\(page)")
        #expect(page.contains("| -32009 | `BUSY` | Too many calls are under way. | yes |"))
        #expect(page.split(separator: "\n").filter { $0.hasPrefix("| -32") }.count == Fault.common.count)
    }

    @Test func cellsCannotBreakTheTable() {
        #expect(Manual.table(["a|b"], [["1\n2"]]) == ["| a\\|b |", "|---|", "| 1 2 |", ""])
    }

    @Test(arguments: [
        (Schema(.any), "any JSON"), (Schema(.boolean), "true or false"),
        (Schema(.integer(1...5)), "whole number, 1 to 5"),
        (Schema(.number(0...0.5)), "number, 0.0 to 0.5"), (.text(3...3), "text of 3 characters"),
        (.text(1...9, pattern: "^a$", format: "email"), "text of 1 to 9 characters, email, matching `^a$`"),
        (Schema(.oneOf(["a", "b"])), "one of `a`, `b`"),
        (Schema(.array(of: Schema(.boolean), limit: 5)), "list of true or false, at most 5"),
        (
            Schema(.map(of: Schema(.reference("Room")))),
            "object with free member names; each value: [Room](wire-types.md#room)"
        ),
        (Schema(.object([])), "object"),
    ])
    func phrases(schema: Schema, phrase: String) {
        #expect(schema.phrase == phrase)
        var nullable = schema
        nullable.isNullable = true
        #expect(nullable.phrase == phrase + ", or null")
    }

    private static let expected = """
        # Sample

        Rooms and seats.

        | method | what it does |
        |---|---|
        | [sample.allRooms](#sampleallrooms) | Lists all rooms. |
        | [sample.book](#samplebook) | Books seats in a room. |

        ## sample.allRooms

        Lists all rooms.

        **Deprecated.** Call `sample.rooms` instead, from 2.0 on.

        - Who may call: Anyone, with or without a token.
        - Scope of an API client: `sample:read`
        - Sent again: like any other call.

        **Params:** none.

        **Reply:** list of [Room](wire-types.md#room).

        **Refusals:** none.

        **Example:**

        ```json
        {
          "jsonrpc": "2.0",
          "id": 1,
          "method": "sample.allRooms",
          "params": {}
        }
        ```

        ```json
        {
          "jsonrpc": "2.0",
          "id": 1,
          "result": [
            {
              "code": "XX",
              "seats": 2,
              "state": "open",
              "labels": {
                "key": "text"
              },
              "note": "text"
            }
          ]
        }
        ```

        ## sample.book

        Books seats in a room.

        Seats stay booked for a day.

        - Who may call: A member with the role admin or host, or an API client with the scope.
        - Scope of an API client: `sample:staff`
        - Sent again: with the same `_meta.idempotency_key` it takes effect once.

        **Params**, in positional order:

        | name | type | limits | unit | required |
        |---|---|---|---|---|
        | `room` | [Code](wire-types.md#code) | text of 2 characters |  | yes |
        | `seats` | [Seats](wire-types.md#seats) | whole number, 1 to 50 | seats | yes |
        | `note` | text of 0 to 1048576 characters |  |  | no |

        **Reply:** [Room](wire-types.md#room).

        **Refusals**; the first that applies is the one returned:

        | code | reason | meaning |
        |---|---|---|
        | 9001 | `roomUnknown` | There is no such room. |
        | 9002 | `roomFull` | The room has no free seat. |

        **Example:**

        ```json
        {
          "jsonrpc": "2.0",
          "id": 1,
          "method": "sample.book",
          "params": {
            "room": "XX",
            "seats": 2,
            "note": "text"
          }
        }
        ```

        ```json
        {
          "jsonrpc": "2.0",
          "id": 1,
          "result": {
            "code": "XX",
            "seats": 2,
            "state": "open",
            "labels": {
              "key": "text"
            },
            "note": "text"
          }
        }
        ```

        """

    private static let expectedTypes = """
        # Types on the wire

        Members that may be absent may also be null. Unknown members of params are refused.

        ## Code

        Text of 2 characters.

        ## Room

        | member | type | unit | always there |
        |---|---|---|---|
        | `code` | [Code](wire-types.md#code) |  | yes |
        | `seats` | [Seats](wire-types.md#seats) |  | yes |
        | `state` | [RoomState](wire-types.md#roomstate) |  | yes |
        | `labels` | object with free member names; each value: text of 0 to 1048576 characters |  | yes |
        | `note` | text of 0 to 1048576 characters |  | no |

        ## RoomState

        One of `open`, `closed`.

        ## Seats

        How many seats.

        Whole number, 1 to 50, in seats.

        # Faults

        """
}

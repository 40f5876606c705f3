import Testing

@testable import RPC

/// The memory of one message's index is used for the next one's, of which it must not show.
@Suite struct SpareIndexTests {
    struct Row: Codable, Equatable {
        var a: Int
        var b: [String]?
    }

    /// What becomes of a message, parsed with the memory of those before it.
    private func outcome(_ params: String, _ spare: inout Tape?) throws -> String {
        let text = #"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(params)}"#
        return try Array(text.utf8).withUnsafeBytes { bytes in
            switch Envelope.parse(bytes, options: .init(), keeping: &spare) {
            case .single(.call(let request)): return try result(of: request)
            case .fault(let fault): return "\(fault.code)"
            default: return "other"
            }
        }
    }

    private func result(of request: Request) throws -> String {
        do {
            let row = try request.params.decode(Row.self, order: ["a", "b"])
            return String(decoding: try JSONWriter.text(of: row), as: UTF8.self)
        } catch let fault as Fault {
            return "\(fault.code) \(fault.details.map(\.path))"
        }
    }

    @Test func showsNothingOfTheMessageBefore() throws {
        let messages = [
            #"{"a":1,"b":["x","y"]}"#, #"[2,["z"]]"#, "[3]", #"{"b":[],"a":4}"#, "[1,2,3]", #"{"a":5,"c":1}"#, "{",
            #"{"a":6,"a":7}"#, #"{"a":8,"_meta":{"timeout_ms":1}}"#, "{}", #"{"a":9,"b":null}"#, "[[]]",
        ]
        var spare: Tape?
        for message in messages + messages.reversed() {
            var none: Tape?
            #expect(try outcome(message, &spare) == outcome(message, &none), "\(message)")
        }
    }

    @Test func isUsedWhereNobodyHoldsIt() throws {
        var spare: Tape?
        _ = try outcome(#"{"a":1}"#, &spare)
        let first = spare.map(ObjectIdentifier.init)
        #expect(first != nil)
        _ = try outcome(#"{"a":2}"#, &spare)
        #expect(spare.map(ObjectIdentifier.init) == first)
        let held = spare
        _ = try outcome(#"{"a":3}"#, &spare)
        #expect(spare !== held)
    }

    @Test func isNotKeptWhereItIsLarge() throws {
        var spare: Tape?
        let many = Array(repeating: #""x""#, count: 5000).joined(separator: ",")
        #expect(try outcome(#"{"a":1,"b":[\#(many)]}"#, &spare).count > 5000)
        #expect(spare == nil)
    }
}

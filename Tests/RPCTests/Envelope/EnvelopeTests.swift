import Contract
import Testing

@testable import RPC

/// The rows of the conformance list, each in its own test.
@Suite struct EnvelopeTests {
    @Test(arguments: [#""1.0""#, "2.0", "2", "null", #""2.0 ""#, "[]", #""""#])
    func versionMustBeExact(version: String) {
        #expect(Outcome.of(#"{"jsonrpc":\#(version),"id":1,"method":"m"}"#) == [.invalid(id: "1", code: -32600)])
    }

    @Test func missingVersionIsAMatterOfTheListener() {
        let text = #"{"id":1,"method":"m"}"#
        #expect(Outcome.of(text) == [.invalid(id: "1", code: -32600)])
        #expect(Outcome.of(text, EnvelopeOptions(allowsMissingVersion: true)) == [.call(id: "1", method: "m")])
        let wrong = #"{"jsonrpc":"1.0","id":1,"method":"m"}"#
        #expect(Outcome.of(wrong, EnvelopeOptions(allowsMissingVersion: true)) == [.invalid(id: "1", code: -32600)])
    }

    @Test func versionMayBeEscaped() {
        #expect(Outcome.of(#"{"jsonrpc":"2\u002e0","id":1,"method":"m"}"#) == [.call(id: "1", method: "m")])
    }

    @Test(arguments: ["1", "null", "[]", "{}", "true"])
    func methodMustBeAString(method: String) {
        #expect(Outcome.of(#"{"jsonrpc":"2.0","id":1,"method":\#(method)}"#) == [.invalid(id: "1", code: -32600)])
    }

    @Test func missingMethod() {
        #expect(Outcome.of(#"{"jsonrpc":"2.0","id":1}"#) == [.invalid(id: "1", code: -32600)])
        #expect(Outcome.of(#"{"jsonrpc":"2.0"}"#) == [.invalid(id: nil, code: -32600)])
        #expect(Outcome.of("{}") == [.invalid(id: nil, code: -32600)])
    }

    @Test func methodIsDecoded() {
        #expect(
            Outcome.of(#"{"jsonrpc":"2.0","id":1,"method":"$\/cancelRequest"}"#) == [
                .call(id: "1", method: "$/cancelRequest")
            ]
        )
    }

    @Test func lengthOfTheMethod() {
        func text(_ length: Int) -> String {
            #"{"jsonrpc":"2.0","id":1,"method":"\#(String(repeating: "m", count: length))"}"#
        }
        #expect(Outcome.of(text(256)) == [.call(id: "1", method: String(repeating: "m", count: 256))])
        #expect(Outcome.of(text(257)) == [.invalid(id: "1", code: -32600)])
    }

    @Test(arguments: ["1", #""bar""#, "true", "1.5"])
    func paramsMustNotBeScalar(params: String) {
        #expect(
            Outcome.of(#"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(params)}"#) == [
                .invalid(id: "1", code: -32600)
            ]
        )
    }

    @Test(arguments: ["[]", "{}", "null", "[1]", #"{"a":1}"#])
    func paramsOfEachForm(params: String) {
        #expect(
            Outcome.of(#"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(params)}"#) == [.call(id: "1", method: "m")]
        )
    }

    @Test func withoutIDItIsANotification() {
        #expect(Outcome.of(#"{"jsonrpc":"2.0","method":"m"}"#) == [.notification(method: "m")])
        #expect(Outcome.of(#"[{"jsonrpc":"2.0","method":"m"}]"#) == [.notification(method: "m")])
    }

    @Test(arguments: [
        "null", "0", #""""#, "-1", "1.5", "1e400", "12345678901234567890123456789", #""a\u0062\/ \n""#, #""é😀""#, "-0",
        "0.0", "1E+2", #""prog:method#7""#,
    ])
    func idIsKeptVerbatim(id: String) {
        #expect(Outcome.of(#"{"jsonrpc":"2.0","id": \#(id) ,"method":"m"}"#) == [.call(id: id, method: "m")])
        #expect(Outcome.of(#"{"jsonrpc":"2.0","id":\#(id),"method":1}"#) == [.invalid(id: id, code: -32600)])
        #expect(Outcome.of(#"{"id":\#(id)}"#) == [.invalid(id: id, code: -32600)])
    }

    @Test(arguments: ["true", "[]", "{}", #"[1]"#])
    func idOfAnotherType(id: String) {
        #expect(Outcome.of(#"{"jsonrpc":"2.0","id":\#(id),"method":"m"}"#) == [.invalid(id: nil, code: -32600)])
    }

    @Test func lengthOfTheID() {
        func text(_ id: String) -> String { #"{"jsonrpc":"2.0","id":\#(id),"method":"m"}"# }
        let longest = "\"" + String(repeating: "i", count: 254) + "\""
        #expect(Outcome.of(text(longest)) == [.call(id: longest, method: "m")])
        #expect(Outcome.of(text(String(repeating: "7", count: 256))).first != .invalid(id: nil, code: -32600))
        #expect(Outcome.of(text("\"" + String(repeating: "i", count: 255) + "\"")) == [.invalid(id: nil, code: -32600)])
        #expect(Outcome.of(text(String(repeating: "7", count: 257))) == [.invalid(id: nil, code: -32600)])
    }

    @Test func emptyBatch() { #expect(Outcome.of("[]") == [.fault(code: -32600)]) }

    @Test func junkInABatch() {
        let invalid = Outcome.invalid(id: nil, code: -32600)
        #expect(Outcome.of("[1,2]") == [invalid, invalid])
        #expect(Outcome.of(#"[[{"jsonrpc":"2.0","id":1,"method":"m"}]]"#) == [invalid])
        #expect(
            Outcome.of(#"[null,{"jsonrpc":"2.0","id":1,"method":"m"},"x"]"#) == [
                invalid, .call(id: "1", method: "m"), invalid,
            ]
        )
    }

    @Test func brokenBatch() {
        #expect(Outcome.of(#"[{"jsonrpc":"2.0","id":1,"method":"m"},{"jsonrpc"]"#) == [.fault(code: -32700)])
        #expect(Outcome.of(#"[{"jsonrpc":"2.0","id":1,"method":"m"},]"#) == [.fault(code: -32700)])
    }

    @Test func order() {
        let text =
            #"[{"jsonrpc":"2.0","id":2,"method":"b"},{"jsonrpc":"2.0","method":"n"},"#
            + #"{"jsonrpc":"2.0","id":1,"method":"a"}]"#
        #expect(
            Outcome.of(text) == [.call(id: "2", method: "b"), .notification(method: "n"), .call(id: "1", method: "a")]
        )
    }

    @Test(arguments: [
        #"{"jsonrpc":"2.0","id":1,"result":1}"#, #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}}"#,
        #"{"result":null}"#,
    ])
    func responsesOfThePeer(text: String) {
        #expect(Outcome.of(text) == [.response])
        #expect(Outcome.of("[\(text)]") == [.response])
    }

    @Test func unknownMembersAreIgnored() {
        #expect(
            Outcome.of(#"{"filter":{"x":1},"jsonrpc":"2.0","id":1,"method":"m","result":1,"a":[]}"#) == [
                .call(id: "1", method: "m")
            ]
        )
    }

    @Test(arguments: [
        (#""jsonrpc":"2.0""#, "1"), (#""id":1"#, nil), (#""method":"m""#, "1"), (#""params":{}"#, "1"),
        (#""\u006dethod":"m""#, "1"),
    ])
    func duplicateMembers(member: String, id: String?) {
        let text = #"{"jsonrpc":"2.0","id":1,"method":"m","params":[],\#(member)}"#
        #expect(Outcome.of(text) == [.invalid(id: id, code: -32600)])
    }

    @Test func namesAreCaseSensitive() {
        #expect(Outcome.of(#"{"jsonrpc":"2.0","ID":1,"method":"m"}"#) == [.notification(method: "m")])
        #expect(Outcome.of(#"{"jsonrpc":"2.0","id":1,"Method":"m"}"#) == [.invalid(id: "1", code: -32600)])
    }

    @Test(arguments: ["1", #""x""#, "null", "true"])
    func scalarsAreNoRequests(text: String) { #expect(Outcome.of(text) == [.invalid(id: nil, code: -32600)]) }

    @Test(arguments: ["", "{", "tru", #"{"jsonrpc":"2.0","id":1,"method":"\uD800"}"#, "{} {}", "\u{1}"])
    func notJSON(text: String) { #expect(Outcome.of(text) == [.fault(code: -32700)]) }

    @Test func byteOrderMark() {
        #expect(Outcome.of("\u{FEFF}" + #"{"jsonrpc":"2.0","id":1,"method":"m"}"#) == [.call(id: "1", method: "m")])
    }

    @Test func numberOfItems() {
        func batch(_ count: Int) -> String { "[" + repeatElement("1", count: count).joined(separator: ",") + "]" }
        #expect(Outcome.of(batch(1000)).count == 1000)
        #expect(Outcome.of(batch(1001)) == [.fault(code: -32010)])
    }

    @Test func depth() {
        func text(_ depth: Int) -> String {
            let params = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            return #"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(params)}"#
        }
        #expect(Outcome.of(text(63)) == [.call(id: "1", method: "m")])
        #expect(Outcome.of(text(64)) == [.fault(code: -32600)])
    }

    @Test func sizes() {
        var limits = Limits()
        limits.request = 60
        limits.batchBytes = 150
        let options = EnvelopeOptions(limits: limits)
        func text(_ length: Int) -> String {
            let shell = #"{"jsonrpc":"2.0","id":1,"method":"m","params":[""]}"#
            return shell.replacing(
                #"[""]"#,
                with: "[\"" + String(repeating: "x", count: length - shell.utf8.count) + "\"]"
            )
        }
        #expect(Outcome.of(text(60), options) == [.call(id: "1", method: "m")])
        #expect(Outcome.of(text(61), options) == [.fault(code: -32007)])
        #expect(
            Outcome.of("[\(text(60)),\(text(61))]", options) == [
                .call(id: "1", method: "m"), .invalid(id: "1", code: -32007),
            ]
        )
        #expect(Outcome.of("[\(text(60)),\(text(60)),\(text(55))]", options) == [.fault(code: -32007)])
    }

    @Test func numberOfValues() {
        var limits = Limits()
        limits.values = 20
        let options = EnvelopeOptions(limits: limits)
        func text(_ count: Int) -> String {
            let params = repeatElement("1", count: count).joined(separator: ",")
            return #"{"jsonrpc":"2.0","id":1,"method":"m","params":[\#(params)]}"#
        }
        #expect(Outcome.of(text(11), options) == [.call(id: "1", method: "m")])
        #expect(Outcome.of(text(12), options) == [.fault(code: -32007)])
    }

    @Test func notificationsWithBadMetaAreDropped() {
        #expect(
            Outcome.of(#"{"jsonrpc":"2.0","method":"m","params":{"_meta":{"timeout_ms":0}}}"#) == [
                .dropped(code: -32602)
            ]
        )
    }
}

import Contract
import RPC
import Synchronization
import Testing

@Suite struct BuiltInTests {
    @Test func discoverGivesTheDocumentAsItIs() async throws {
        let document = #"{"openrpc":"1.3.2"}"#
        try await Harness.serving({ $0.discovery = Array(document.utf8) }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("rpc.discover", id: "1") + "\n")
            #expect(try await socket.receive(until: "\n") == reply(document, id: "1"))
        }
    }

    @Test func theTokenOfAConnectionHoldsForItsLaterCalls() async throws {
        let refused = Fault.unauthenticated
        try await Harness.serving({ $0.authenticate = { token, _ in if token != "good" { throw refused } } }) {
            (harness) async throws in
            let (socket, other) = (try harness.connect(), try harness.connect())
            try await socket.send(request("rpc.authenticate", #"{"token":"bad"}"#, id: "1") + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32001, id: "1"))
            try await socket.send(request("rpc.authenticate", #"["good"]"#, id: "2") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("true", id: "2"))
            try await socket.send(request("calculator.reveal", id: "3") + "\n")
            #expect(try await socket.receive(until: "\n").contains(#""authorization":"good""#))
            try await socket.send(request("calculator.reveal", #"{"_meta":{"authorization":"own"}}"#, id: "4") + "\n")
            #expect(try await socket.receive(until: "\n").contains(#""authorization":"own""#))
            try await other.send(request("calculator.reveal", id: "5") + "\n")
            #expect(try await !other.receive(until: "\n").contains("authorization"))
        }
    }

    @Test func healthSaysWhatTheHostSays() async throws {
        try await Harness.serving({ settings in
            settings.health = { name in
                name == "other"
                    ? HealthReport(.unknown) : HealthReport(.serving, checks: ["db": .serving], version: "1")
            }
        }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("health.check", id: "1") + "\n")
            let report = #"{"status":"SERVING","checks":{"db":"SERVING"},"version":"1"}"#
            #expect(try await socket.receive(until: "\n") == reply(report, id: "1"))
            try await socket.send(request("health.check", #"{"service":"other"}"#, id: "2") + "\n")
            #expect(try await socket.receive(until: "\n").contains(#""status":"UNKNOWN""#))
        }
    }

    @Test func infoIsAskedWithTheCall() async throws {
        try await Harness.serving({ $0.info = { call in Array("\"uid \(call.peer.uid)\"".utf8) } }) {
            (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("service.info", id: "1") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("\"uid \(ownUser())\"", id: "1"))
        }
    }

    @Test func whatAHandlerThrowsIsMapped() async throws {
        try await Harness.serving({ settings in
            settings.mapError = { error, call in
                Fault(code: 1, message: "\(call.method): \(error)", reason: "mapped")
            }
        }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("fail", id: "1") + "\n")
            #expect(try await socket.receive(until: "\n").contains(#""code":1,"message":"fail: secret""#))
        }
    }

    @Test func aRouteMayTakeThePlaceOfABuiltInMethod() async throws {
        let own = Route(name: "rpc.ping", handle: .inPlace { _, _, writer in writer.write(raw: "1") })
        let loopback = Loopback(Router([own]))
        #expect(try await loopback.call(name: "rpc.ping") == 1)
    }
}

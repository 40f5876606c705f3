import Testing

@testable import RPC

@Suite struct RouterTests {
    private func route(_ name: String, detached: Bool = false) -> Route {
        Route(name: name, isDetached: detached, handle: .inPlace { _, _, writer in writer.write(raw: "null") })
    }

    @Test func lookUp() {
        let router = Router([route("b.x"), route("a.x", detached: true)])
        #expect(router.names == ["a.x", "b.x"])
        #expect(router["a.x"]?.isDetached == true && router["b.x"]?.isDetached == false)
        #expect(router["A.x"] == nil)
    }

    @Test func theFirstOfTwoIsKept() {
        #expect(Router([route("a.x", detached: true), route("a.x")])["a.x"]?.isDetached == true)
    }

    @Test func tokenOfTheCallGoesBeforeThatOfTheConnection() {
        let connection = ConnectionState()
        var meta = CallMeta()
        func authorization() -> String? {
            let now = ContinuousClock.now
            return Call(
                method: "m",
                meta: meta,
                peer: Peer(uid: 1, gid: 2),
                connection: connection,
                received: now,
                deadline: now
            ).authorization
        }
        #expect(authorization() == nil)
        connection.authorization = "connection"
        #expect(authorization() == "connection")
        meta.authorization = "call"
        #expect(authorization() == "call")
    }
}

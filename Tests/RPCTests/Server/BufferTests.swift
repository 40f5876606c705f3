import NIOCore
import NIOEmbedded
import Testing

@testable import RPC

/// What a connection keeps in memory, looked at from within: a channel without a socket.
@Suite struct BufferTests {
    private let channel = EmbeddedChannel()
    private let connection: Connection

    init() throws {
        let state = ServerState(router: Router(SpecRoutes.all), settings: ServerSettings())
        let peer = Peer(uid: 0, gid: 0)
        connection = Connection(server: state, eventLoop: channel.eventLoop, peer: peer, roster: Roster())
        try channel.pipeline.syncOperations.addHandler(connection)
    }

    private var kept: Int { connection.input.capacity + connection.session.out.bytes.capacity }

    private func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

    private func echo(_ size: Int) -> String {
        request("echo", #"{"value":"\#(String(repeating: "x", count: size))"}"#, id: "1") + "\n"
    }

    private func replied() throws -> Int {
        var bytes = 0
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) { bytes += buffer.readableBytes }
        return bytes
    }

    @Test(arguments: [10, 100_000, 200_000, 1_000_000]) func anIdleConnectionGivesItsBuffersBack(size: Int) throws {
        try send(echo(size))
        #expect(try replied() > size)
        connection.sweep(now: .now())
        #expect(kept <= 32 << 10)
    }

    @Test func anIncompleteMessageIsNotGivenBack() throws {
        let whole = echo(100_000)
        try send(String(whole.prefix(60_000)))
        connection.sweep(now: .now())
        try send(String(whole.dropFirst(60_000)))
        #expect(try replied() > 100_000)
    }

    @Test func aBigMessageTakesAboutItsOwnSizeAndNothingAfterwards() throws {
        let whole = Array(echo(3 << 20).utf8)
        var most = 0
        for start in stride(from: 0, to: whole.count, by: 64 << 10) {
            try channel.writeInbound(ByteBuffer(bytes: whole[start..<min(start + (64 << 10), whole.count)]))
            most = max(most, kept)
        }
        #expect(most <= 8 << 20)
        #expect(try replied() > 3 << 20)
        #expect(kept <= 512 << 10)
    }

    /// A string that never ends: the connection gives up at the limit for requests, and with it what it has read.
    @Test func aMessageWithoutAnEndIsBounded() throws {
        try send(#"{"jsonrpc":"2.0","id":1,"method":"echo","params":{"value":""#)
        let piece = String(repeating: "x", count: 64 << 10)
        var most = 0
        for _ in 0..<512 {
            try send(piece)
            most = max(most, kept)
        }
        #expect(most <= 8 << 20)
        #expect(kept <= 64 << 10)
        let answer = try #require(try channel.readOutbound(as: ByteBuffer.self))
        #expect(withoutData(String(buffer: answer)).contains(#""code":-32007"#))
    }

    /// The lists of calls under way grow with them, and a connection that once had many gives that back too.
    @Test func listsOfCallsAreGivenBack() throws {
        connection.session.calls.reserveCapacity(128)
        connection.session.waiting.reserveCapacity(128)
        connection.sweep(now: .now())
        #expect(connection.session.calls.capacity < 16 && connection.session.waiting.capacity < 16)
    }
}

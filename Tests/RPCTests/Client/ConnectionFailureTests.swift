import Glibc
import RPC
import Testing

@Suite struct ConnectionFailureTests {
    let folder: ScratchFolder
    init() throws { folder = try ScratchFolder() }

    private func failure(_ path: String) async -> ConnectionFailure? {
        var settings = ClientSettings()
        settings.patience = .zero
        let client = Client(path: path, settings: settings)
        defer { Task { await client.close() } }
        return await #expect(throws: ConnectionFailure.self) { try await client.call(name: "rpc.ping") }
    }

    @Test func aSocketThatDoesNotExistIsMissing() async {
        let failure = await failure(folder.file("none"))
        #expect(failure?.kind == .missing)
    }

    @Test func aSocketThatNobodyListensOnRefuses() async throws {
        let socket = try BoundSocket.open(SocketPath(folder.file("s")))
        close(socket.descriptor)
        let failure = await failure(folder.file("s"))
        #expect(failure?.kind == .refused)
        #expect(failure?.description == "Nobody listens at \(folder.file("s")).")
        socket.withdraw()
    }

    @Test(.enabled(if: geteuid() != 0, "Root may open everything.")) func aSocketOfAnotherUserIsNotPermitted()
        async throws
    {
        let socket = try BoundSocket.open(SocketPath(folder.file("s")), mode: 0)
        let failure = await failure(folder.file("s"))
        #expect(failure?.kind == .permission)
        close(socket.descriptor)
        socket.withdraw()
    }

    @Test func aCallWhoseTimeRunsOutDuringTheSearchSaysWhatWasMissing() async {
        var settings = ClientSettings()
        settings.timeout = .milliseconds(30)
        settings.retryPause = .milliseconds(10)
        let client = Client(path: folder.file("none"), settings: settings)
        let failure = await #expect(throws: ConnectionFailure.self) { try await client.call(name: "rpc.ping") }
        #expect(failure?.kind == .missing)
        await client.close()
    }
}

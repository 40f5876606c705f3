import Glibc
@testable import RPC
import Testing

@Suite struct BoundSocketTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func listensWithTheAskedModeAndLeavesOnlyTheLockAndTheSocket() throws {
        let socket = try BoundSocket.open(SocketPath(folder.file("s")), mode: 0o640)
        defer { close(socket.descriptor) }
        var information = stat()
        #expect(stat(folder.file("s"), &information) == 0)
        #expect(information.st_mode & 0o777 == 0o640)
        #expect(names() == ["s", "s.lock"])
    }

    @Test func aSecondServerOnThePathIsRefused() throws {
        let path = try SocketPath(folder.file("s"))
        let first = try BoundSocket.open(path)
        let failure = #expect(throws: SocketFailure.self) { try BoundSocket.open(path) }
        #expect(failure?.sentence == "Another server is listening on \(path).")
        first.withdraw()
        close(first.descriptor)
        let second = try BoundSocket.open(path)
        close(second.descriptor)
    }

    @Test func aFileLeftByACrashIsReplaced() throws {
        let path = try SocketPath(folder.file("s"))
        try abandon(path)
        #expect(names() == ["s", "s.lock"])
        #expect(throws: RawFailure.self) { try RawSocket(path: path.text) }
        let next = try BoundSocket.open(path)
        defer { close(next.descriptor) }
        #expect(throws: Never.self) { try RawSocket(path: path.text) }
    }

    @Test func withdrawingLeavesTheSocketOfASuccessor() throws {
        let path = try SocketPath(folder.file("s"))
        let old = try BoundSocket.open(path)
        defer { close(old.descriptor) }
        unlink(path.text)
        let successor = open(path.text, O_CREAT | O_RDWR, 0o600)
        defer { close(successor) }
        old.withdraw()
        #expect(names() == ["s", "s.lock"])
    }

    /// Leaves a path as a killed server does: bound, listening, then closed by the kernel.
    private func abandon(_ path: SocketPath) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        try #require(path.withAddress { bind(descriptor, $0, $1) } == 0)
        try #require(listen(descriptor, 1) == 0)
        close(open(path.text + ".lock", O_CREAT | O_RDWR, 0o600))
    }

    @Test func aMissingFolderIsNamedInTheSentence() {
        let failure = #expect(throws: SocketFailure.self) { try BoundSocket.open(SocketPath(folder.file("no/s"))) }
        #expect(failure?.sentence.contains("No such file or directory") == true)
    }

    private func names() -> [String] {
        guard let handle = opendir(folder.path) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

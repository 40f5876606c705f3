import Glibc
import Testing

@testable import RPC

@Suite struct ServiceNotifierTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func eachSendIsOneDatagram() throws {
        let path = try SocketPath(folder.file("n"))
        let sink = try bindSink(path)
        defer { close(sink) }
        let notifier = ServiceNotifier(address: path.text)
        #expect(notifier.send(.ready, .status("serving\n2 sockets")))
        #expect(notifier.send(.stopping))
        #expect(receive(sink) == "READY=1\nSTATUS=serving 2 sockets")
        #expect(receive(sink) == "STOPPING=1")
    }

    @Test func abstractNamesWork() throws {
        let name = "@wellspring-test-\(getpid())"
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            bytes.copyBytes(from: name.utf8)
            bytes[0] = 0
        }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(2 + name.utf8.count))
            }
        }
        try #require(bound == 0)
        #expect(ServiceNotifier(address: name).send(.watchdog))
        #expect(receive(descriptor) == "WATCHDOG=1")
    }

    @Test func nobodyListeningIsNotAnError() {
        #expect(!ServiceNotifier(address: nil).send(.ready))
        #expect(!ServiceNotifier(address: "relative").send(.ready))
        #expect(!ServiceNotifier(address: folder.file("none")).send(.ready))
    }

    private func bindSink(_ path: SocketPath) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        try #require(path.withAddress { bind(descriptor, $0, $1) } == 0)
        return descriptor
    }

    private func receive(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}

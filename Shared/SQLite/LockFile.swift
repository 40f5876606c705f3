import Foundation
import Synchronization
import TypedSQL

/// The file beside a database that one process holds locked. The kernel releases it when the process ends.
final class LockFile: Sendable {
    private let descriptor: Mutex<Int32?>

    /// - Throws: `SQLError.unavailable` naming the process that holds it.
    init(besides path: String) throws {
        let name = path + ".lock"
        let descriptor = open(name, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SQLError.unavailable("cannot open \(name): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            defer { _ = close(descriptor) }
            throw SQLError.unavailable("\(path) is in use by \(Self.owner(descriptor))")
        }
        let text = "\(ProcessInfo.processInfo.processName), process \(getpid())"
        _ = ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
        self.descriptor = Mutex(descriptor)
    }

    deinit {
        release()
    }

    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor { _ = close(open) }
            descriptor = nil
        }
    }

    private static func owner(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "another process"
    }
}

internal import Glibc

/// The lock beside a socket path: whoever holds it may put a socket there. The kernel gives it back when the process
/// ends in whatever way.
enum SocketLock {
    /// - Returns: the descriptor that holds the lock until it is closed.
    static func acquire(for path: SocketPath) throws(SocketFailure) -> Int32 {
        let name = path.text + ".lock"
        let descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open the lock file", name) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let failure = SocketFailure.system("lock", name)
            close(descriptor)
            throw isHeld ? SocketFailure("Another server is listening on \(path.text).", number: EWOULDBLOCK) : failure
        }
        return descriptor
    }
}

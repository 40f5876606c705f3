internal import Glibc

/// A listening Unix socket made by this process, and the lock that keeps a second server off its path.
///
/// The order is socket, mode, bind on a temporary name, listen, rename: there is no moment at which the path refuses a
/// caller or admits the wrong one, and a file left behind by a crash is simply replaced. The lock file stays for
/// ever, because removing it would let two servers each hold a lock on a different file of the same name.
public struct BoundSocket: Sendable {
    /// The listening descriptor. The server owns it and closes it.
    public let descriptor: Int32
    /// Where callers find it.
    public let path: SocketPath
    private let lock: Int32
    private let identity: FileIdentity

    /// - Parameters:
    ///   - mode: permission bits of the socket; who may connect is decided by them.
    ///   - group: the group that owns the socket file, unchanged where nil.
    ///   - backlog: connections that may wait to be accepted.
    /// - Throws: ``SocketFailure`` when another server holds the path or the system refuses a step.
    public static func open(
        _ path: SocketPath,
        mode: UInt32 = 0o660,
        group: UInt32? = nil,
        backlog: Int32 = 1024
    ) throws(SocketFailure) -> BoundSocket {
        let lock = try SocketLock.acquire(for: path)
        do throws(SocketFailure) {
            let descriptor = try listen(path, mode: mode, group: group, backlog: backlog)
            return BoundSocket(descriptor: descriptor, path: path, lock: lock, identity: FileIdentity(path.text))
        } catch {
            close(lock)
            throw error
        }
    }

    private static func listen(
        _ path: SocketPath,
        mode: UInt32,
        group: UInt32?,
        backlog: Int32
    ) throws(SocketFailure) -> Int32 {
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else { throw .system("make a socket for", path.text) }
        do throws(SocketFailure) {
            guard fchmod(descriptor, mode) == 0 else { throw .system("set the mode of", path.text) }
            let temporary = try SocketPath(temporaryName(of: path))
            unlink(temporary.text)
            guard temporary.withAddress({ bind(descriptor, $0, $1) }) == 0 else {
                throw .system("bind", temporary.text)
            }
            do throws(SocketFailure) {
                try publish(descriptor, temporary, as: path, mode: mode, group: group, backlog: backlog)
            } catch {
                unlink(temporary.text)
                throw error
            }
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func publish(
        _ descriptor: Int32,
        _ temporary: SocketPath,
        as path: SocketPath,
        mode: UInt32,
        group: UInt32?,
        backlog: Int32
    ) throws(SocketFailure) {
        if let group {
            guard chown(temporary.text, uid_t.max, group) == 0 else { throw .system("give a group to", path.text) }
        }
        // The mask of the process takes bits away at bind; the temporary name is the place to put them back, because
        // nobody knows it.
        guard chmod(temporary.text, mode) == 0 else { throw .system("set the mode of", path.text) }
        guard Glibc.listen(descriptor, backlog) == 0 else { throw .system("listen on", path.text) }
        guard rename(temporary.text, path.text) == 0 else { throw .system("rename to", path.text) }
    }

    /// A name in the same folder that is never longer than the path where the path is as long as it may be.
    private static func temporaryName(of path: SocketPath) -> String {
        let folder = path.text.lastIndex(of: "/").map { String(path.text[...$0]) } ?? ""
        let short = ".w\(getpid() % 100_000)"
        let long = path.text + ".\(getpid())"
        return long.utf8.count <= SocketPath.maximumLength ? long : folder + short
    }

    /// Takes the path away, unless a newer server has put its own socket there, and gives the lock back. The
    /// descriptor is not touched.
    public func withdraw() {
        if FileIdentity(path.text) == identity { unlink(path.text) }
        close(lock)
    }
}

/// Which file a name stood for at one moment.
struct FileIdentity: Equatable, Sendable {
    let device: UInt64
    let inode: UInt64

    init(_ path: String) {
        var information = stat()
        let found = lstat(path, &information) == 0
        device = found ? UInt64(information.st_dev) : 0
        inode = found ? UInt64(information.st_ino) : 0
    }
}

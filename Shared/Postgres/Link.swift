import CPostgres
import Foundation
import TypedSQL

/// A connection of libpq and the waiting for its socket. Used on one thread only.
///
/// The socket is non-blocking and waited for with `poll`, so that a server that stopped answering costs no
/// more than the limit. No cancel request is ever sent: it could hit a COMMIT that waits for its standby.
final class Link {
    private let pointer: OpaquePointer
    let notices = Notices()
    /// The link cannot be used any more and must be dropped.
    private(set) var isBroken = false
    /// When waiting for the server is given up.
    var limit = ContinuousClock.now

    private init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQfinish(pointer)
    }

    /// - Throws: `SQLError.unavailable` with the reason of libpq.
    static func open(_ address: PostgresAddress, until limit: ContinuousClock.Instant) throws -> Link {
        let names = CStrings(address.parameters.map(\.name))
        let values = CStrings(address.parameters.map(\.value))
        guard let pointer = PQconnectStartParams(names.pointers, values.pointers, 1) else {
            throw SQLError.unavailable("libpq has no memory")
        }
        let link = Link(pointer)
        link.limit = limit
        try link.connect()
        return link
    }

    private func connect() throws {
        guard PQstatus(pointer) != CONNECTION_BAD else { throw lost() }
        notices.attach(to: pointer)
        var status = PGRES_POLLING_WRITING
        while status != PGRES_POLLING_OK {
            guard status != PGRES_POLLING_FAILED else { throw lost() }
            do {
                _ = try wait(for: status == PGRES_POLLING_READING ? POLLIN : POLLOUT)
            } catch SQLError.timeout {
                throw SQLError.unavailable("the server did not accept the connection in time")
            }
            status = PQconnectPoll(pointer)
        }
        guard PQsetnonblocking(pointer, 1) == 0 else { throw lost() }
    }

    /// Marks the link as broken and tells why.
    func lost() -> SQLError {
        isBroken = true
        let reason = String(cString: PQerrorMessage(pointer)).split(separator: "\n").joined(separator: "; ")
        return .unavailable(reason.isEmpty ? "the connection was lost" : reason)
    }

    /// A server that waits for data would answer the same for ever.
    func refuseCopy() -> SQLError {
        isBroken = true
        return .other(code: "copy", message: "COPY is not supported")
    }

    func markBroken() {
        isBroken = true
    }
}

extension Link {
    /// Runs text without parameters, possibly of several statements, and gives the last answer.
    func simple(_ text: String) throws -> Answer {
        try send { PQsendQuery($0, text) }
        return try finish()
    }

    /// Hands something to libpq, which keeps it until `flush`.
    func send(_ call: (OpaquePointer) -> Int32) throws {
        guard !isBroken, call(pointer) == 1 else { throw lost() }
    }

    /// Sends what is left to send, and reads all answers up to the end of this statement.
    ///
    /// - Throws: `Refusal`, or `SQLError` when the link broke.
    func finish() throws -> Answer {
        try flush()
        var last: Answer?
        var refusal: Refusal?
        while let answer = try next() {
            guard !answer.wantsCopy else { throw refuseCopy() }
            refusal = refusal ?? answer.refusal
            last = answer
        }
        if let refusal { throw refusal }
        guard let last else { throw lost() }
        return last
    }

    /// The next answer, or nil at the end of a statement.
    func next() throws -> Answer? {
        while PQisBusy(pointer) != 0 {
            _ = try wait(for: POLLIN)
            guard PQconsumeInput(pointer) == 1 else { throw lost() }
        }
        guard let result = PQgetResult(pointer) else { return nil }
        return Answer(result)
    }

    /// Reads while it writes, because a server that waits for us to read would never take the rest.
    func flush() throws {
        while true {
            switch PQflush(pointer) {
            case 0: return
            case 1:
                if try wait(for: POLLIN | POLLOUT) & POLLIN != 0, PQconsumeInput(pointer) != 1 { throw lost() }
            default: throw lost()
            }
        }
    }

    private func wait(for events: Int32) throws -> Int32 {
        while true {
            let left = limit - ContinuousClock.now
            guard left > .zero else {
                isBroken = true
                throw SQLError.timeout
            }
            var entry = pollfd(fd: PQsocket(pointer), events: Int16(events), revents: 0)
            let milliseconds = min(left / .milliseconds(1), 60_000).rounded(.up)
            let count = poll(&entry, 1, Int32(milliseconds))
            if count > 0 { return Int32(entry.revents) }
            guard count == 0 || errno == EINTR else { throw lost() }
        }
    }
}

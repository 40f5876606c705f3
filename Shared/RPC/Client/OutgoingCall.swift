internal import Synchronization

/// A call on its way out.
struct OutgoingCall: Sendable {
    let id: Int64
    let method: String
    /// The whole request, with the line feed behind it.
    let bytes: [UInt8]
    let deadline: ContinuousClock.Instant
    let cancellation = CancellationFlag()
}

/// Set when the task that made a call is cancelled, which may be before the call has reached the event loop.
final class CancellationFlag: Sendable {
    private let flag = Atomic<Bool>(false)
    var isSet: Bool { flag.load(ordering: .acquiring) }
    func set() { flag.store(true, ordering: .releasing) }
}

/// A call that somebody waits for.
struct PendingCall {
    let call: OutgoingCall
    let continuation: CheckedContinuation<[UInt8], any Error>
}

internal import NIOCore

/// What one connection has under way, whatever its framing: messages go in, replies come out in ``out``.
///
/// Everything here happens on the event loop of the connection, in this order:
///
///     receive                        Session.swift        one message
///       take                         Session.swift        one request of it
///         begin                      Session+Begin.swift  drain, barrier, kind of method
///           serve(inPlace)           Session+Begin.swift  reply at once
///           launch                   Session+Tasks.swift  a task; its end comes back to `complete`
///       receiveBatch, pump           Session+Batch.swift  sixteen items at a time
///     deadlinesPassed                Session+Tasks.swift  answers what took too long
///     cancel                         Session+Cancel.swift
final class Session {
    /// Where the reply of a request goes.
    enum Place {
        case alone
        case batch(Batch, Int)
    }

    /// What all requests of one message have in common.
    struct Arrival {
        /// When its last byte came.
        let received: ContinuousClock.Instant
        /// From HTTP headers.
        let headers: CallMeta?
    }

    /// A request that waits for a notification in front of it.
    struct Waiting {
        let serial: UInt64
        let request: Request
        let method: ServedMethod
        let place: Place
        let arrival: Arrival
        /// The request points into it.
        let copy: MessageCopy?
    }

    let server: ServerState
    let eventLoop: any EventLoop
    let peer: Peer
    let connection: ConnectionState
    /// Replies that have not been handed to the channel.
    var out = JSONWriter(capacity: 0)
    var framing: ReplyFraming
    /// Called when a reply was completed, or a message ended without one, outside of `receive`, or in any case where
    /// the framing is `body`.
    var onReply: (_ hasBody: Bool) -> Void = { _ in }
    /// The fault of the last reply to a single request, from which HTTP takes its status.
    var lastFault: Fault?
    /// Replies are being collected; whoever called `receive` looks at them afterwards.
    var isReceiving = false
    var isClosed = false

    /// The index of the last message, kept for its memory.
    private var tape: Tape?

    var calls: [UInt64: CallUnderWay] = [:]
    /// Calls and notifications that were taken and are not yet answered or over.
    var unanswered = 0
    var openBatches = 0
    var waiting: [Waiting] = []
    /// The notification behind which everything waits.
    var barrier: UInt64?
    var nextSerial: UInt64 = 0
    var deadlineTimer: Scheduled<Void>?
    var timerDeadline: ContinuousClock.Instant?

    init(
        server: ServerState,
        eventLoop: any EventLoop,
        peer: Peer,
        framing: ReplyFraming,
        connection: ConnectionState = ConnectionState()
    ) {
        self.server = server
        self.eventLoop = eventLoop
        self.peer = peer
        self.framing = framing
        self.connection = connection
    }

    /// What an idle connection has no use for: all of them together would hold it for nothing.
    func giveBuffersBack() {
        if out.bytes.isEmpty, out.bytes.capacity > 16 << 10 { out = JSONWriter(capacity: 0) }
        if calls.isEmpty, calls.capacity > 12 { calls = [:] }
        if waiting.isEmpty, waiting.capacity > 12 { waiting = [] }
    }

    /// Whether nothing is under way.
    var isIdle: Bool { unanswered == 0 && openBatches == 0 }

    /// Takes one complete message. It need not stay valid after the call.
    func receive(_ message: UnsafeRawBufferPointer, _ arrival: Arrival) {
        isReceiving = true
        defer { isReceiving = false }
        if isBatch(message) { return receiveBatch(MessageCopy(message), arrival) }
        switch Envelope.parse(message, options: server.envelope, keeping: &tape) {
        case .fault(let fault): replyToUnreadable(fault)
        case .single(let item): take(item, .alone, arrival, copied: nil) { MessageCopy(message) }
        case .batch: replyToUnreadable(.invalidRequest())
        }
    }

    private func isBatch(_ message: UnsafeRawBufferPointer) -> Bool {
        message.first { $0 > 0x20 } == UInt8(ascii: "[")
    }

    /// One request, alone or out of a batch.
    func take(
        _ item: Envelope.Item,
        _ place: Place,
        _ arrival: Arrival,
        copied: MessageCopy?,
        copy: () -> MessageCopy
    ) {
        switch item {
        case .call(let request), .notification(let request):
            guard let method = server.methods[request.method] else { return refuseUnknown(request, place) }
            begin(request, method, place, arrival, copied: copied, copy: copy)
        case .invalid(let id, let fault):
            server.unknown.failure(code: fault.code, after: 0)
            reply(to: id, place, with: fault)
        case .dropped(let fault):
            server.unknown.failure(code: fault.code, after: 0)
            end(place)
        case .response: end(place)
        }
    }

    private func refuseUnknown(_ request: Request, _ place: Place) {
        server.unknown.failure(code: Fault.methodNotFound.code, after: 0)
        guard request.id != nil else { return end(place) }
        reply(to: request.id, place, with: server.isDraining ? .draining : .methodNotFound)
    }
}

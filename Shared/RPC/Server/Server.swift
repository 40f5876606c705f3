internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// Serves a router on Unix sockets: raw JSON, `Content-Length` blocks and HTTP on each of them.
///
/// Make one, ``start(on:)``, and at the end ``drain()``. It does not come back from that.
public final class Server: Sendable {
    private let state: ServerState
    private let group: MultiThreadedEventLoopGroup
    private let listeners = ListenerList()
    private let rosters: [ObjectIdentifier: NIOLoopBoundBox<Roster>]
    private let ending = Mutex<Task<Void, Never>?>(nil)

    /// Where calls come from.
    public enum Endpoint: Sendable {
        /// A socket that this process makes.
        case path(SocketPath, mode: UInt32 = 0o660, group: UInt32? = nil)
        /// A listening socket that was handed down, which stays when the server goes.
        case descriptor(Int32)
    }

    public init(router: Router, settings: ServerSettings = ServerSettings()) {
        state = ServerState(router: router, settings: settings)
        group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, settings.loops))
        var rosters: [ObjectIdentifier: NIOLoopBoundBox<Roster>] = [:]
        for loop in group.makeIterator() {
            rosters[ObjectIdentifier(loop)] = NIOLoopBoundBox.makeBoxSendingValue(Roster(), eventLoop: loop)
        }
        self.rosters = rosters
    }

    /// Begins to accept calls. When it returns, a caller that connects is served.
    /// - Throws: ``SocketFailure`` where the path cannot be used.
    public func start(on endpoints: [Endpoint]) async throws {
        for box in rosters.values { startSweeping(box) }
        for endpoint in endpoints {
            switch endpoint {
            case .descriptor(let descriptor): try await listen(descriptor, bound: nil)
            case .path(let path, let mode, let group):
                let bound = try BoundSocket.open(path, mode: mode, group: group)
                do { try await listen(bound.descriptor, bound: bound) } catch {
                    bound.withdraw()
                    throw error
                }
            }
        }
    }

    private func listen(_ descriptor: Int32, bound: BoundSocket?) async throws {
        let (state, rosters) = (state, rosters)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.maxMessagesPerRead, value: 64)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(
                .writeBufferWaterMark,
                value: .init(low: state.limits.lowWater, high: state.limits.highWater)
            )
            .childChannelInitializer { channel in Accepting.initialize(channel, state, rosters) }
        listeners.add(.init(channel: try await bootstrap.withBoundSocket(descriptor).get(), bound: bound))
    }

    /// Connections that are open now.
    public var openConnections: Int { state.gate.openConnections }

    /// Calls that run as tasks now.
    public var callsInFlight: Int { state.gate.callsInFlight }

    /// Ends well: accepts nothing more, lets calls under way complete, turns new ones away as draining, cancels what
    /// is left after ``Limits/drain``, and closes everything after ``Limits/drainCancelled`` more.
    ///
    /// It goes on to its end even when the task that asked for it is cancelled. Asking again waits for the same end.
    public func drain() async {
        let task = ending.withLock { task in
            let running = task ?? Task { await self.end() }
            task = running
            return running
        }
        await task.value
    }

    private func end() async {
        state.beginDrain()
        await listeners.close()
        await forEachConnection { $0.drain() }
        if await !state.gate.emptied(within: state.limits.drain) {
            await forEachConnection { $0.cancelCalls() }
            if await !state.gate.emptied(within: state.limits.drainCancelled) {
                await forEachConnection { $0.closeNow() }
            }
        }
        try? await group.shutdownGracefully()
    }

    private func forEachConnection(_ body: @escaping @Sendable (any Supervised) -> Void) async {
        for box in rosters.values {
            try? await box.eventLoop.submit { box.value.forEach(body) }.get()
        }
    }

    private func startSweeping(_ box: NIOLoopBoundBox<Roster>) {
        let shortest = min(state.limits.stall, state.limits.partial, state.settings.lingering) / 4
        let interval = TimeAmount(max(.milliseconds(5), min(.seconds(1), shortest)))
        box.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
            let now = NIODeadline.now()
            box.value.forEach { $0.sweep(now: now) }
        }
    }
}

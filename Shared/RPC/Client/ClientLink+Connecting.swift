internal import Glibc
internal import NIOCore
internal import NIOPosix

extension ClientLink {
    func connect() {
        isConnecting = true
        let left = (waiting.map(\.call.deadline).max() ?? .now) - .now
        let link = NIOLoopBound(self, eventLoop: eventLoop)
        let settings = settings
        ClientBootstrap(group: eventLoop)
            .connectTimeout(TimeAmount(max(.milliseconds(1), left)))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let connection = ClientConnection(settings: settings, eventLoop: channel.eventLoop)
                    try channel.pipeline.syncOperations.addHandler(connection)
                }
            }
            .connect(unixDomainSocketPath: path)
            .whenComplete { result in link.value.connected(result) }
    }

    private func connected(_ result: Result<any Channel, any Error>) {
        isConnecting = false
        switch result {
        case .failure(let error): retry(after: error)
        case .success(let channel):
            guard !isClosed, let made = try? channel.pipeline.syncOperations.handler(type: ClientConnection.self) else {
                return channel.close(promise: nil)
            }
            searchingSince = nil
            use(made)
        }
    }

    /// A service that restarts is missing for a moment, so it is looked for again, as long as calls have time.
    private func retry(after error: any Error) {
        let kind = Self.kind(of: error)
        let now = ContinuousClock.now
        let since = searchingSince ?? now
        if kind == .permission || isClosed || now - since >= settings.patience {
            searchingSince = nil
            return failWaiting(isClosed ? .closed : kind)
        }
        searchingSince = since
        let next = now + settings.retryPause
        for late in waiting where late.call.deadline <= next {
            late.continuation.resume(throwing: failure(kind))
        }
        waiting.removeAll { $0.call.deadline <= next }
        guard !waiting.isEmpty else { return }
        isConnecting = true
        eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(settings.retryPause)) {
            self.isConnecting = false
            if !self.waiting.isEmpty { self.connect() }
        }
    }

    private static func kind(of error: any Error) -> ConnectionFailure.Kind {
        switch (error as? IOError)?.errnoCode {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .permission
        case nil where error is ChannelError: .timeout
        // A full queue of connections reads as "try again" on a Unix socket.
        default: .refused
        }
    }
}

internal import NIOCore
internal import NIOHTTP1

extension HTTPConnection {
    func begin(_ head: HTTPRequestHead) {
        exchange = HTTPExchange(head)
        requestSince = .now()
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if length > server.limits.batchBytes { return refuseSize() }
        if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context?.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
    }

    func collect(_ bytes: ByteBuffer) {
        guard var exchange, !exchange.isAnswered else { return }
        // The body must be owned by nobody else while it grows.
        self.exchange = nil
        exchange.body.writeImmutableBuffer(bytes)
        self.exchange = exchange
        if exchange.body.readableBytes > server.limits.batchBytes { refuseSize() }
    }

    private func refuseSize() {
        exchange?.isKeptAlive = false
        respond(.payloadTooLarge, fault: .requestTooLarge)
    }

    /// The request is complete.
    func complete() {
        guard let exchange, !exchange.isAnswered else { return self.exchange = nil }
        self.exchange?.isComplete = true
        switch exchange.target {
        case .call: call(exchange)
        case .healthz: respond(.ok, type: "text/plain; charset=utf-8", body: Array("ok\n".utf8))
        case .readyz: readiness()
        case .metrics: metrics()
        case .options:
            let allow = "POST, GET, HEAD, OPTIONS"
            respond(.noContent, extra: [("Allow", allow)], body: nil)
        case .refused(let allow):
            let fault = Fault.invalidRequest("Send JSON-RPC with POST to / or /rpc.")
            respond(.methodNotAllowed, fault: fault, extra: [("Allow", allow)])
        case .broken: break
        }
    }

    private func call(_ exchange: HTTPExchange) {
        session.lastFault = nil
        do throws(Fault) {
            let arrival = Session.Arrival(received: .now, headers: try exchange.meta())
            exchange.body.withUnsafeReadableBytes { session.receive($0, arrival) }
        } catch {
            session.replyToUnreadable(error)
        }
    }

    /// The session has finished the message: with a body, or with nothing to say.
    func replied(hasBody: Bool) {
        guard hasBody else { return respond(.noContent, body: nil) }
        let body = session.out.bytes
        session.out = JSONWriter(capacity: 0)
        respond(status(of: session.lastFault), body: body)
    }

    /// RPC outcomes are 200, errors too. Three kinds of faults say more than one call and have a number of their own.
    private func status(of fault: Fault?) -> HTTPResponseStatus {
        switch fault?.reason {
        case Fault.unauthenticated.reason: .unauthorized
        case Fault.permissionDenied("").reason: .forbidden
        case Fault.requestTooLarge.reason: .payloadTooLarge
        default: .ok
        }
    }

    private func readiness() {
        answerLater { server in
            let report = await server.health(of: nil)
            let status: HTTPResponseStatus = report.status == .serving ? .ok : .serviceUnavailable
            return (status, "application/json", (try? JSONWriter.text(of: report)) ?? [])
        }
    }

    private func metrics() {
        answerLater { server in
            (.ok, "text/plain; version=0.0.4; charset=utf-8", Array(await server.settings.metricsPage().utf8))
        }
    }

    private func answerLater(
        _ make: @escaping @Sendable (ServerState) async -> (HTTPResponseStatus, String, [UInt8])
    ) {
        let (server, eventLoop) = (server, session.eventLoop)
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        Task {
            let (status, type, body) = await make(server)
            eventLoop.execute { connection.value.respond(status, type: type, body: body) }
        }
    }
}

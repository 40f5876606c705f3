import Contract

@testable import RPC

/// Parses one message and hands the result out while its bytes are there.
func parsed<Result>(
    _ text: String,
    _ options: EnvelopeOptions = .init(),
    _ body: (Envelope.Parsed) throws -> Result
) rethrows -> Result {
    try Array(text.utf8).withUnsafeBytes { try body(Envelope.parse($0, options: options)) }
}

/// What became of one message, in a form that can be compared after its bytes are gone.
enum Outcome: Hashable {
    case call(id: String, method: String)
    case notification(method: String)
    case invalid(id: String?, code: Int)
    case dropped(code: Int)
    case response
    case fault(code: Int)

    init(_ item: Envelope.Item) {
        switch item {
        case .call(let request):
            self = .call(id: String(decoding: request.id ?? [], as: UTF8.self), method: request.method)
        case .notification(let request): self = .notification(method: request.method)
        case .invalid(let id, let fault):
            self = .invalid(id: id.map { String(decoding: $0, as: UTF8.self) }, code: fault.code)
        case .dropped(let fault): self = .dropped(code: fault.code)
        case .response: self = .response
        }
    }

    static func of(_ text: String, _ options: EnvelopeOptions = .init()) -> [Outcome] {
        parsed(text, options) { parsed in
            switch parsed {
            case .single(let item): [Outcome(item)]
            case .batch(let items): items.map(Outcome.init)
            case .fault(let fault): [.fault(code: fault.code)]
            }
        }
    }
}

/// Answers messages as a server does, without one: parse, look up, run, write.
struct Exchange {
    let router: Router
    var options = EnvelopeOptions()

    /// - Returns: the response, or nil where nothing is sent.
    func answer(_ message: String) -> String? {
        parsed(message, options) { parsed in
            switch parsed {
            case .fault(let fault): text { fault.writeResponse(id: nil, to: &$0) }
            case .single(let item): answer(item)
            case .batch(let items):
                { $0.isEmpty ? nil : "[" + $0.joined(separator: ",") + "]" }(items.compactMap(answer))
            }
        }
    }

    private func answer(_ item: Envelope.Item) -> String? {
        switch item {
        case .call(let request): text { run(request, into: &$0) }
        case .invalid(let id, let fault): text { fault.writeResponse(id: id, to: &$0) }
        case .notification, .dropped, .response: nil
        }
    }

    private func run(_ request: Request, into writer: inout JSONWriter) {
        let now = ContinuousClock.now
        let call = Call(
            method: request.method,
            meta: request.meta,
            peer: Peer(uid: 0, gid: 0),
            connection: ConnectionState(),
            received: now,
            deadline: now
        )
        do {
            guard let route = router[request.method], case .inPlace(let handle) = route.handle else {
                throw Fault.methodNotFound
            }
            var result = JSONWriter()
            try handle(request.params, call, &result)
            Envelope.writeResponse(id: request.id ?? [], result: result.bytes, to: &writer)
        } catch {
            (error as? Fault ?? .internalError(trace: nil)).writeResponse(id: request.id, to: &writer)
        }
    }

    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

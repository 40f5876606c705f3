internal import NIOCore
internal import NIOHTTP1

/// One HTTP request while it is received and answered.
struct HTTPExchange {
    /// What the method and the path ask for.
    enum Target: Equatable {
        /// A JSON-RPC message.
        case call
        case healthz, readyz, metrics
        case options
        /// A method that the path does not have, with those that it has.
        case refused(allow: String)
        /// Not even a request.
        case broken
    }

    let target: Target
    let isHead: Bool
    var isKeptAlive: Bool
    let headers: HTTPHeaders
    var body = ByteBuffer()
    /// Everything of the request has arrived.
    var isComplete = false
    var isAnswered = false

    init(_ target: Target) {
        self.target = target
        isHead = false
        isKeptAlive = true
        headers = HTTPHeaders()
    }

    init(_ head: HTTPRequestHead) {
        let path = head.uri.prefix { $0 != "?" }
        isHead = head.method == .HEAD
        isKeptAlive = head.isKeepAlive
        headers = head.headers
        target = Self.target(head.method, String(path))
    }

    private static func target(_ method: HTTPMethod, _ path: String) -> Target {
        let page: Target? =
            switch path {
            case "/healthz": .healthz
            case "/readyz": .readyz
            case "/metrics": .metrics
            default: nil
            }
        if method == .OPTIONS { return .options }
        if let page { return method == .GET || method == .HEAD ? page : .refused(allow: "GET, HEAD, OPTIONS") }
        let isEntry = path == "/" || path == "/rpc"
        return isEntry && method == .POST ? .call : .refused(allow: isEntry ? "POST, OPTIONS" : "OPTIONS")
    }

    /// What the headers say beside the params.
    /// - Throws: ``Fault`` where a header that changes what a call does is not valid.
    func meta() throws(Fault) -> CallMeta {
        var meta = CallMeta()
        meta.authorization = headers.first(name: "authorization").map(Self.token)
        meta.traceparent = headers.first(name: "traceparent").flatMap(CallMeta.wellFormed)
        if meta.traceparent != nil { meta.tracestate = headers.first(name: "tracestate") }
        meta.baggage = headers.first(name: "baggage")
        if let text = headers.first(name: "request-timeout-ms") {
            guard let milliseconds = Int(text), (1...300_000).contains(milliseconds) else {
                throw .invalidRequest("The header Request-Timeout-Ms must be between 1 and 300000.")
            }
            meta.timeoutMilliseconds = milliseconds
        }
        if let key = headers.first(name: "idempotency-key") {
            guard CallMeta.isKey(key) else {
                throw .invalidRequest("The header Idempotency-Key must be 1 to 255 visible ASCII characters.")
            }
            meta.idempotencyKey = key
        }
        return meta
    }

    private static func token(_ header: String) -> String {
        header.lowercased().hasPrefix("bearer ") ? String(header.dropFirst(7)) : header
    }
}

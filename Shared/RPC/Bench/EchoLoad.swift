internal import Glibc
internal import NIOPosix

/// A generator of load for any server on a Unix socket that answers each call with one line.
///
/// It runs beside the server on the same processors, so that its own cost is kept low: one thread, requests that were
/// prepared, replies that are compared with the first one by length and by id and not read any further.
public struct EchoLoad: Sendable {
    public let path: String
    public let connections: Int
    /// Calls under way on each connection.
    public let inFlight: Int
    /// How long is measured. As much as a tenth of it goes before, to warm up.
    public let seconds: Double
    let method: String
    let params: [String]
    /// Milliseconds without any answer after which there is none to be expected.
    private static let patience: Int32 = 10_000

    /// - Parameters:
    ///   - method: nil for `echo`.
    ///   - params: JSON of one line each, sent in turns; nil for those of `echo`. The replies to several may differ in
    ///     length, those to one may not.
    public init(
        path: String,
        connections: Int,
        inFlight: Int,
        seconds: Double,
        method: String? = nil,
        params: [String]? = nil
    ) {
        self.path = path
        self.connections = connections
        self.inFlight = inFlight
        self.seconds = seconds
        self.method = method ?? "echo"
        self.params = params ?? [EchoBench.params]
    }

    /// - Throws: ``LoadFailure`` where the server cannot be reached or gives an answer that it should not give.
    public func run() async throws -> LoadFigures {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        do {
            let figures = try await pool.runIfActive { try measure() }
            try await pool.shutdownGracefully()
            return figures
        } catch {
            try await pool.shutdownGracefully()
            throw error
        }
    }

    private func measure() throws -> LoadFigures {
        var loaders: [LoadConnection] = []
        let requests = params.map { LoadRequest(method: method, params: $0) }
        for number in 0..<connections {
            // Not all of them at the same place at once.
            let first = requests.count / connections * number
            loaders.append(try LoadConnection(path: path, requests: requests, inFlight: inFlight, first: first))
        }
        guard let server = loaders.first?.serverProcess else { throw LoadFailure("No connections were asked for.") }
        for loader in loaders { try loader.begin() }
        try drive(loaders, for: seconds / 10)
        for loader in loaders { loader.samples.removeAll(keepingCapacity: true) }
        let before = try ProcessorTime(of: server)
        let took = try drive(loaders, for: seconds)
        let used = try ProcessorTime(of: server) - before
        return LoadFigures(loaders.flatMap(\.samples), seconds: took, used: used)
    }

    /// Answers answers with calls until the time is over.
    /// - Returns: how many seconds it was.
    @discardableResult
    private func drive(_ loaders: [LoadConnection], for seconds: Double) throws -> Double {
        var watched = loaders.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        let began = LoadConnection.now()
        let end = began + UInt64(seconds * 1_000_000_000)
        var now = began
        while now < end {
            let ready = poll(&watched, nfds_t(watched.count), Self.patience)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { throw LoadFailure("The server is silent.") }
            for (place, loader) in loaders.enumerated() where watched[place].revents != 0 {
                now = LoadConnection.now()
                try loader.turn(now: now)
            }
        }
        return Double(now - began) / 1_000_000_000
    }
}

/// Why a load came to nothing.
public struct LoadFailure: Error, CustomStringConvertible {
    public let description: String

    init(_ sentence: String) { description = sentence }

    static let differs = LoadFailure("An answer is not like the first, or has an id that no call waits for.")
}

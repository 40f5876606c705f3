internal import Metrics
internal import Synchronization

/// Counts and times the calls of one method.
///
/// The metric objects are looked up once, because a look-up by label costs more than a call that is served in place.
final class MethodMeter: Sendable {
    private let method: String
    private let duration: Metrics.Timer
    private let succeeded: Counter
    private let failed = Mutex<[Int: Counter]>([:])

    init(method: String) {
        self.method = method
        duration = Metrics.Timer(label: "rpc_server_call_duration_seconds", dimensions: [("method", method)])
        succeeded = Counter(label: "rpc_server_calls_total", dimensions: [("method", method), ("code", "0")])
    }

    /// A call that was answered with a result after that many nanoseconds.
    func success(after nanoseconds: Int64) {
        succeeded.increment()
        duration.recordNanoseconds(nanoseconds)
    }

    /// A call that was answered with an error.
    func failure(code: Int, after nanoseconds: Int64) {
        duration.recordNanoseconds(nanoseconds)
        let counter = failed.withLock { counters in
            if let counter = counters[code] { return counter }
            let dimensions = [("method", method), ("code", String(code))]
            let counter = Counter(label: "rpc_server_calls_total", dimensions: dimensions)
            counters[code] = counter
            return counter
        }
        counter.increment()
    }
}

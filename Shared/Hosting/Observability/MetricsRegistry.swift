public import CoreMetrics
import Synchronization

/// The metrics of one process, kept in memory and printed in Prometheus' text format.
///
/// Names are those of Prometheus: base units, `_total` for counters, `_seconds` for times. Labels are bounded: method,
/// code, engine, service; never a user, an id or a message.
public final class MetricsRegistry: MetricsFactory, Sendable {
    struct Series: Hashable {
        let name: String
        let labels: [String]

        init(_ name: String, _ dimensions: [(String, String)]) {
            self.name = name
            labels = dimensions.map { "\($0.0)=\"\(MetricText.escaped($0.1))\"" }.sorted()
        }
    }

    enum Reading { case counter(Double), gauge(Double), histogram(Histogram) }

    private let readings = Mutex<[Series: Reading]>([:])

    public init() {}

    func update(_ series: Series, _ change: (inout Reading) -> Void, initial: @autoclosure () -> Reading) {
        readings.withLock { change(&$0[series, default: initial()]) }
    }

    /// Prometheus text format 0.0.4, series sorted by name and labels.
    public func text() -> String {
        let snapshot = readings.withLock { $0 }
        let sorted = snapshot.sorted { ($0.key.name, $0.key.labels.joined()) < ($1.key.name, $1.key.labels.joined()) }
        var text = ""
        var last = ""
        for (series, reading) in sorted {
            if series.name != last { text += "# TYPE \(series.name) \(MetricText.type(reading))\n" }
            last = series.name
            text += MetricText.lines(series, reading)
        }
        return text
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        RegistryCounter(registry: self, series: Series(label, dimensions))
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        RegistryRecorder(registry: self, series: Series(label, dimensions), isGauge: !aggregate)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        RegistryTimer(registry: self, series: Series(label, dimensions))
    }

    public func makeFloatingPointCounter(label: String, dimensions: [(String, String)])
        -> any FloatingPointCounterHandler
    {
        RegistryCounter(registry: self, series: Series(label, dimensions))
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        RegistryMeter(registry: self, series: Series(label, dimensions))
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
}

/// Counts of observations up to bounds that fit calls: 1 ms to 2.5 s, few enough that forty methods stay far below 500 series.
struct Histogram {
    static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5]
    var counts = [Int](repeating: 0, count: bounds.count + 1)
    var sum = 0.0
    var count = 0

    mutating func observe(_ value: Double) {
        counts[Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count] += 1
        sum += value
        count += 1
    }
}

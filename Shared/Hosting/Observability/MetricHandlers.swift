import CoreMetrics

// What swift-metrics hands values to; each finds its series in the registry.

final class RegistryCounter: CounterHandler, FloatingPointCounterHandler, Sendable {
    private let registry: MetricsRegistry
    private let series: MetricsRegistry.Series

    init(registry: MetricsRegistry, series: MetricsRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func increment(by amount: Double) {
        registry.update(
            series,
            { reading in if case .counter(let value) = reading { reading = .counter(value + amount) } },
            initial: .counter(0)
        )
    }

    func reset() { registry.update(series, { $0 = .counter(0) }, initial: .counter(0)) }
}

final class RegistryMeter: MeterHandler, Sendable {
    private let registry: MetricsRegistry
    private let series: MetricsRegistry.Series

    init(registry: MetricsRegistry, series: MetricsRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { registry.update(series, { $0 = .gauge(value) }, initial: .gauge(value)) }
    func increment(by amount: Double) { change(by: amount) }
    func decrement(by amount: Double) { change(by: -amount) }

    private func change(by amount: Double) {
        registry.update(
            series,
            { reading in if case .gauge(let value) = reading { reading = .gauge(value + amount) } },
            initial: .gauge(0)
        )
    }
}

final class RegistryRecorder: RecorderHandler, Sendable {
    private let registry: MetricsRegistry
    private let series: MetricsRegistry.Series
    private let isGauge: Bool

    init(registry: MetricsRegistry, series: MetricsRegistry.Series, isGauge: Bool) {
        self.registry = registry
        self.series = series
        self.isGauge = isGauge
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        if isGauge { return registry.update(series, { $0 = .gauge(value) }, initial: .gauge(value)) }
        registry.observe(value, in: series)
    }
}

final class RegistryTimer: TimerHandler, Sendable {
    private let registry: MetricsRegistry
    private let series: MetricsRegistry.Series

    init(registry: MetricsRegistry, series: MetricsRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func recordNanoseconds(_ duration: Int64) { registry.observe(Double(duration) / 1e9, in: series) }
}

extension MetricsRegistry {
    func observe(_ value: Double, in series: Series) {
        update(
            series,
            { reading in
                guard case .histogram(var histogram) = reading else { return }
                histogram.observe(value)
                reading = .histogram(histogram)
            },
            initial: .histogram(Histogram())
        )
    }
}

enum MetricText {
    static func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }

    static func type(_ reading: MetricsRegistry.Reading) -> String {
        switch reading {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }

    static func lines(_ series: MetricsRegistry.Series, _ reading: MetricsRegistry.Reading) -> String {
        switch reading {
        case .counter(let value), .gauge(let value): return line(series.name, series.labels, number(value))
        case .histogram(let histogram): return self.histogram(series, histogram)
        }
    }

    private static func histogram(_ series: MetricsRegistry.Series, _ histogram: Histogram) -> String {
        var text = ""
        var total = 0
        for (bound, count) in zip(Histogram.bounds, histogram.counts) {
            total += count
            text += line(series.name + "_bucket", series.labels + ["le=\"\(bound)\""], String(total))
        }
        text += line(series.name + "_bucket", series.labels + ["le=\"+Inf\""], String(histogram.count))
        text += line(series.name + "_sum", series.labels, number(histogram.sum))
        return text + line(series.name + "_count", series.labels, String(histogram.count))
    }

    private static func line(_ name: String, _ labels: [String], _ value: String) -> String {
        labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels.joined(separator: ","))} \(value)\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}

import Foundation
public import Logging
import Models
import RPC
import ServiceContextModule

/// One JSON object a line on standard error, with the fields of the registry and no others.
public struct JSONLog: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level = .info
    private let service: String
    private let clock: WallClock
    private let write: @Sendable (String) -> Void

    /// - Parameter write: given a whole line with its LF.
    public init(
        service: String,
        clock: WallClock = .system,
        write: @escaping @Sendable (String) -> Void = JSONLog.standardError
    ) {
        self.service = service
        self.clock = clock
        self.write = write
    }

    /// One call a line, so that lines of two threads do not mix.
    public static let standardError: @Sendable (String) -> Void = { line in
        FileHandle.standardError.write(Data(line.utf8))
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var writer = JSONWriter()
        writer.write(raw: "{\"at\":")
        writer.write(string: clock.now().wire)
        field("level", event.level.rawValue, &writer)
        field("service", service, &writer)
        field("message", event.message.description, &writer)
        if let trace = TraceContext.current { field("trace_id", trace.traceID, &writer) }
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where LogField.names.contains(key) {
            field(key, value.description, &writer)
        }
        writer.write(raw: "}\n")
        write(String(decoding: writer.bytes, as: UTF8.self))
    }

    private func field(_ name: String, _ value: String, _ writer: inout JSONWriter) {
        writer.write(raw: ",")
        writer.write(string: name)
        writer.write(raw: ":")
        writer.write(string: value)
    }
}

/// Every field that a log line may have beside time, level, service, message and trace. What is not here is left out,
/// so that nothing personal slips in by a new field.
public enum LogField {
    public static let names: Set<String> = [
        "method", "code", "reason", "duration_ms", "error", "trace", "source", "event", "name", "position", "path",
        "duty",
        "migration", "count", "setting", "engine", "signal", "version", "peer_uid", "file",
    ]
}

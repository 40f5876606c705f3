public import Contract
import Foundation
public import RPC

/// What a service says of itself, computed from its endpoints.
public struct ServiceDescription<Service: HostedService>: Sendable {
    public let methods: [MethodDescription]
    public let events: [EventDescription]
    public let openRPC: JSONValue
    /// Its page of the reference, Markdown.
    public let manual: String

    /// - Throws: `InvalidValue` where a contract cannot be documented.
    public init() throws {
        methods = try Service.allEndpoints.map { try $0.describe() }
        events = try Service.events.map { try Self.describe($0) }
        openRPC = try OpenRPC.document(title: Service.title, version: Version.current, methods: methods)
        let page = try Manual.page(title: Service.title, summary: Service.summary, methods: methods)
        manual = page + "\n" + Manual.page(of: events)
    }

    private static func describe<E: Event>(_ event: E.Type) throws -> EventDescription { try EventDescription(E.self) }

    /// Its settings as a Markdown table; what this process is given plays no part.
    public static func settings() async throws -> String {
        var reader = try await SettingsReader(environment: [:])
        _ = try HostSettings(from: &reader, service: Service.Interface.service, others: Running<Service>.others)
        _ = try Service.Settings(from: &reader)
        let rows = reader.declared.map {
            "| `\($0.variable)` | \($0.standard ?? "") | \($0.unit ?? "") | \($0.sentence) |\n"
        }
        return "| variable | default | unit | what it is |\n|---|---|---|---|\n" + rows.joined()
    }
}

extension JSONWriter {
    /// The JSON text of one value.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        var writer = JSONWriter()
        try writer.write(value)
        return writer.bytes
    }
}

public import Contract

/// Everything that documents say about one event, computed from its declaration.
public struct EventDescription: Sendable {
    public let name: String
    public let summary: String
    public let members: [Schema.Property]
    /// The schemas that ``members`` refers to, by name.
    public let components: [MethodDescription.Component]

    /// - Throws: ``InvalidValue`` where the declaration is of a form that the wire does not allow.
    public init<E: Event>(_ event: E.Type) throws {
        var reader = SchemaReader()
        members = try reader.properties(of: E.self).properties
        name = E.name
        summary = E.summary
        components = reader.components.map { MethodDescription.Component(name: $0.name, schema: $0.schema) }
    }
}

extension Manual {
    /// What a service tells the others: a section behind its methods.
    public static func page(of events: [EventDescription]) -> String {
        var lines = ["# Events", "", "Read with `events.read` of the service, described above.", ""]
        for event in events {
            lines += ["## \(event.name)", "", event.summary, ""]
            let rows = event.members.map {
                ["`\($0.name)`", $0.schema.phrase, $0.schema.unit ?? "", $0.isRequired ? "yes" : "no"]
            }
            lines +=
                rows.isEmpty ? ["It has no members.", ""] : table(["member", "type", "unit", "always there"], rows)
        }
        return lines.joined(separator: "\n")
    }
}

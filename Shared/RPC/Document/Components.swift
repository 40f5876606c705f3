import Contract

/// The named schemas of several methods and events together.
struct Components {
    /// Sorted by name.
    let all: [MethodDescription.Component]
    private let byName: [String: Schema]

    /// - Throws: ``InvalidValue`` where one name stands for two schemas.
    init(of methods: [MethodDescription], _ events: [EventDescription] = []) throws {
        var byName: [String: Schema] = [:]
        for component in methods.flatMap(\.components) + events.flatMap(\.components) {
            if let other = byName.updateValue(component.schema, forKey: component.name), other != component.schema {
                throw InvalidValue("Two types with different schemas are both called \(component.name).")
            }
        }
        all = byName.map { MethodDescription.Component(name: $0.key, schema: $0.value) }.sorted { $0.name < $1.name }
        self.byName = byName
    }

    /// The schema itself where one only refers to it.
    func resolved(_ schema: Schema) -> Schema {
        guard case .reference(let name) = schema.kind, let found = byName[name] else { return schema }
        return found
    }
}

public import Contract

/// Everything that documents say about one method, computed from its declaration.
public struct MethodDescription: Sendable {
    public let name: String
    public let summary: String
    /// Markdown, may be empty.
    public let details: String
    /// In positional order.
    public let params: [Schema.Property]
    public let reply: Schema
    /// In order of precedence.
    public let refusals: [RefusalTable.Entry]
    public let caller: CallerRule
    public let scope: Scope
    /// Whether a call changes something and may be sent again under an idempotency key.
    public let isRepeatable: Bool
    /// What to call instead; nil while the method is current.
    public let deprecation: String?
    public let example: Example
    /// The schemas that ``params`` and ``reply`` refer to, by name.
    public let components: [Component]

    /// A call and its answer.
    public struct Example: Sendable, Hashable {
        /// An object with the params by name.
        public let params: JSONValue
        public let reply: JSONValue
    }

    /// A schema with a name, as it stands under `#/components/schemas`.
    public struct Component: Sendable, Hashable {
        public let name: String
        public let schema: Schema
    }

    /// - Throws: ``InvalidValue`` where the declaration cannot be documented: a type of a form that the wire does not
    ///   allow, a reason without a number in the service's table, a required param behind an optional one.
    public init<M: Method>(_ method: M.Type) throws {
        var reader = SchemaReader()
        let params = try reader.properties(of: M.self)
        let reply = try reader.read(M.Reply.self)
        name = M.name
        summary = M.summary
        details = M.details
        self.params = params.properties
        self.reply = reply.schema
        refusals = try M.Refusal.allCases.map { try Self.entry($0.rawValue, of: M.self) }
        caller = M.Caller.rule
        scope = M.scope
        isRepeatable = M.self is any Repeatable.Type
        deprecation = M.deprecation
        example = Example(
            params: try JSONValue(encoding: params.example),
            reply: try JSONValue(encoding: reply.example)
        )
        components = reader.components.map { Component(name: $0.name, schema: $0.schema) }
        try checkOrder()
    }

    /// The names of the params in positional order, as ``Params/decode(_:order:)`` needs them.
    public var order: [String] { params.map(\.name) }

    private static func entry<M: Method>(_ reason: String, of method: M.Type) throws -> RefusalTable.Entry {
        guard let entry = M.Interface.refusals[reason] else {
            throw InvalidValue(
                "\(M.name) refuses with \(reason), which has no number in the table of \(M.Interface.service)."
            )
        }
        return entry
    }

    /// OpenRPC demands it, because a call by position could not leave the optional one out.
    private func checkOrder() throws {
        guard let firstOptional = params.firstIndex(where: { !$0.isRequired }) else { return }
        if let late = params[firstOptional...].first(where: \.isRequired) {
            throw InvalidValue(
                "\(name): the required param \(late.name) stands behind the optional \(params[firstOptional].name)."
            )
        }
    }
}

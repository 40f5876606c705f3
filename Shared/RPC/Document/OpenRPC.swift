public import Contract

/// The interface of a service as an OpenRPC document, <https://spec.open-rpc.org>, feature set 1.3.
public enum OpenRPC {
    /// Byte-stable: methods and schemas are sorted by name, and members stand in a fixed order.
    /// - Parameters:
    ///   - title: of the service, for people.
    ///   - version: of the interface, SemVer.
    /// - Throws: ``InvalidValue`` where one name stands for two schemas.
    public static func document(title: String, version: String, methods: [MethodDescription]) throws -> JSONValue {
        let components = try Components(of: methods)
        return [
            "openrpc": "1.3.2",
            "info": ["title": .string(title), "version": .string(version), "description": .string(introduction)],
            "methods": .array(methods.sorted { $0.name < $1.name }.map(method)),
            "components": [
                "schemas": .object(components.all.map { .init($0.name, $0.schema.document) } + [metaSchema]),
                "errors": .object(Fault.common.map { .init($0.reason, error($0)) }),
            ],
        ]
    }

    private static let introduction =
        "JSON-RPC 2.0 over a Unix socket. Params are given by name or by position. By name, each method also takes the "
        + "member _meta, described by the schema CallMeta. Any method may answer with the errors under components."

    private static func method(_ method: MethodDescription) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(method.name)), .init("summary", .string(method.summary)),
        ]
        if !method.details.isEmpty { members.append(.init("description", .string(method.details))) }
        members.append(.init("paramStructure", "either"))
        members.append(.init("params", .array(method.params.map(param))))
        members.append(.init("result", ["name": "reply", "schema": method.reply.document]))
        if !method.refusals.isEmpty {
            members.append(.init("errors", .array(method.refusals.map { error(.refusal($0)) })))
        }
        members.append(.init("examples", [example(method)]))
        if let deprecation = method.deprecation {
            members.append(.init("deprecated", true))
            members.append(.init("x-deprecation", .string(deprecation)))
        }
        members.append(.init("x-caller", caller(method.caller)))
        members.append(.init("x-scope", .string(method.scope.description)))
        members.append(.init("x-repeatable", .bool(method.isRepeatable)))
        return .object(members)
    }

    private static func param(_ property: Schema.Property) -> JSONValue {
        ["name": .string(property.name), "required": .bool(property.isRequired), "schema": property.schema.document]
    }

    private static func example(_ method: MethodDescription) -> JSONValue {
        let given = method.params.compactMap { property in
            method.example.params[property.name].map { ["name": .string(property.name), "value": $0] as JSONValue }
        }
        return [
            "name": "example",
            "params": .array(given),
            "result": ["name": "reply", "value": method.example.reply],
        ]
    }

    private static func error(_ fault: Fault) -> JSONValue {
        let data: JSONValue = ["reason": .string(fault.reason), "retryable": .bool(fault.isRetryable)]
        return ["code": .integer(Int64(fault.code)), "message": .string(fault.message), "data": data]
    }

    private static func caller(_ rule: CallerRule) -> JSONValue {
        [
            "kinds": .array(rule.kinds.map(\.rawValue).sorted().map { .string($0) }),
            "roles": .array(rule.roles.sorted().map { .string($0) }),
            "visitors": .bool(rule.allowsVisitors),
        ]
    }
}

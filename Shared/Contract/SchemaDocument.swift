extension Schema {
    /// As JSON Schema. References point under `#/components/schemas`; nullability is a list of types.
    public var document: JSONValue {
        if case .reference(let name) = kind, !isNullable { return ["$ref": .string("#/components/schemas/\(name)")] }
        var members: [JSONValue.Member] = isNullable ? nullable(kind.members) : kind.members
        if let note { members.append(.init("description", .string(note))) }
        if let unit { members.append(.init("x-unit", .string(unit))) }
        return .object(members)
    }

    /// A type list where the type is a single word; `anyOf` for references, which cannot carry siblings in Draft-07.
    private func nullable(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        if case .reference = kind { return [.init("anyOf", [.object(members), ["type": "null"]])] }
        return members.map { member in
            switch (member.key, member.value) {
            case ("type", .string(let word)): .init("type", [.string(word), "null"])
            case ("enum", .array(let words)): .init("enum", .array(words + [.null]))
            default: member
            }
        }
    }
}

extension Schema.Kind {
    var members: [JSONValue.Member] {
        switch self {
        case .any: []
        case .boolean: [.init("type", "boolean")]
        case .integer(let range):
            [
                .init("type", "integer"), .init("minimum", .integer(range.lowerBound)),
                .init("maximum", .integer(range.upperBound)),
            ]
        case .number(let range):
            [
                .init("type", "number"), .init("minimum", .number(range.lowerBound)),
                .init("maximum", .number(range.upperBound)),
            ]
        case .string(let limits): limits.members
        case .oneOf(let words): [.init("type", "string"), .init("enum", .array(words.map { .string($0) }))]
        case .array(let element, let limit):
            [.init("type", "array"), .init("items", element.document)]
                + (limit.map { [.init("maxItems", .integer(Int64($0)))] } ?? [])
        case .object(let properties): Self.object(properties)
        case .map(let value): [.init("type", "object"), .init("additionalProperties", value.document)]
        case .reference(let name): [.init("$ref", .string("#/components/schemas/\(name)"))]
        }
    }

    private static func object(_ properties: [Schema.Property]) -> [JSONValue.Member] {
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        var members: [JSONValue.Member] = [.init("type", "object")]
        members.append(.init("properties", .object(properties.map { .init($0.name, $0.schema.document) })))
        if !required.isEmpty { members.append(.init("required", .array(required))) }
        members.append(.init("additionalProperties", false))
        return members
    }
}

extension Schema.StringLimits {
    fileprivate var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [.init("type", "string")]
        members.append(.init("minLength", .integer(Int64(length.lowerBound))))
        members.append(.init("maxLength", .integer(Int64(length.upperBound))))
        if let pattern { members.append(.init("pattern", .string(pattern))) }
        if let format { members.append(.init("format", .string(format))) }
        return members
    }
}

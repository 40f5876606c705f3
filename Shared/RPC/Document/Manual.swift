import Contract

/// The reference for people: Markdown pages, computed from the methods.
public enum Manual {
    /// The file name under which ``types(of:)`` is linked to from the other pages.
    public static let typesFile = "wire-types.md"

    /// One service: each of its methods, in the order of their names.
    /// - Throws: ``InvalidValue`` where one name stands for two schemas.
    public static func page(title: String, summary: String, methods: [MethodDescription]) throws -> String {
        let components = try Components(of: methods)
        let sorted = methods.sorted { $0.name < $1.name }
        var lines = ["# \(title)", "", summary, ""]
        lines += table(["method", "what it does"], sorted.map { ["[\($0.name)](#\(anchor($0.name)))", $0.summary] })
        for method in sorted { lines += entry(method, components) }
        return lines.joined(separator: "\n")
    }

    private static func entry(_ method: MethodDescription, _ components: Components) -> [String] {
        var lines = ["## \(method.name)", "", method.summary, ""]
        if let deprecation = method.deprecation { lines += ["**Deprecated.** \(deprecation)", ""] }
        if !method.details.isEmpty { lines += [method.details, ""] }
        lines += ["- Who may call: \(method.caller.sentence)", "- Scope of an API client: `\(method.scope)`"]
        lines += ["- \(method.isRepeatable ? repeatable : "Sent again: like any other call.")", ""]
        lines += params(method, components)
        lines += ["**Reply:** \(described(method.reply, components))", ""]
        lines += refusals(method)
        lines += example(method)
        return lines
    }

    private static let repeatable = "Sent again: with the same `_meta.idempotency_key` it takes effect once."

    private static func params(_ method: MethodDescription, _ components: Components) -> [String] {
        if method.params.isEmpty { return ["**Params:** none.", ""] }
        let rows = method.params.map { property in
            let schema = components.resolved(property.schema)
            let limits = schema == property.schema ? "" : schema.phrase
            return [
                "`\(property.name)`", property.schema.phrase, limits, schema.unit ?? "",
                property.isRequired ? "yes" : "no",
            ]
        }
        return ["**Params**, in positional order:", ""] + table(["name", "type", "limits", "unit", "required"], rows)
    }

    private static func described(_ schema: Schema, _ components: Components) -> String {
        guard let note = components.resolved(schema).note else { return schema.phrase + "." }
        return "\(schema.phrase). \(note)"
    }

    private static func refusals(_ method: MethodDescription) -> [String] {
        if method.refusals.isEmpty { return ["**Refusals:** none.", ""] }
        let rows = method.refusals.map { ["\($0.code)", "`\($0.reason)`", $0.sentence] }
        return ["**Refusals**; the first that applies is the one returned:", ""]
            + table(["code", "reason", "meaning"], rows)
    }

    private static func example(_ method: MethodDescription) -> [String] {
        let call: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": .string(method.name), "params": method.example.params,
        ]
        let answer: JSONValue = ["jsonrpc": "2.0", "id": 1, "result": method.example.reply]
        return ["**Example:**", "", "```json", call.prettyText(), "```", "", "```json", answer.prettyText(), "```", ""]
    }

    static func table(_ head: [String], _ rows: [[String]]) -> [String] {
        func line(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |" }
        return [line(head), "|" + String(repeating: "---|", count: head.count)] + rows.map(line) + [""]
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false)
            .joined(separator: "\\|")
    }

    /// As the common renderers make it from a heading.
    private static func anchor(_ heading: String) -> String { heading.lowercased().filter { $0 != "." } }
}

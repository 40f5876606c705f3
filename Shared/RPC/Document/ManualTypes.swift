import Contract

extension Manual {
    /// The types of the wire, over all services, and the faults that any method may answer with.
    /// - Throws: ``InvalidValue`` where one name stands for two schemas.
    public static func types(of methods: [MethodDescription], _ events: [EventDescription] = []) throws -> String {
        let components = try Components(of: methods, events)
        var lines = [
            "# Types on the wire", "",
            "Members that may be absent may also be null. Unknown members of params are refused.", "",
        ]
        for component in components.all { lines += entry(component) }
        lines += [
            "# Faults", "", "What any method may answer, beside its own refusals; `reason` is `error.data.reason`.", "",
        ]
        lines += table(["code", "reason", "message", "may succeed later"], Fault.common.map(row))
        return lines.joined(separator: "\n")
    }

    private static func entry(_ component: MethodDescription.Component) -> [String] {
        let schema = component.schema
        var lines = ["## \(component.name)", ""]
        if let note = schema.note { lines += [note, ""] }
        guard case .object(let properties) = schema.kind else {
            return lines + [first(schema.phrase) + (schema.unit.map { ", in \($0)" } ?? "") + ".", ""]
        }
        if properties.isEmpty { return lines + ["An object without members.", ""] }
        let rows = properties.map {
            ["`\($0.name)`", $0.schema.phrase, $0.schema.unit ?? "", $0.isRequired ? "yes" : "no"]
        }
        return lines + table(["member", "type", "unit", "always there"], rows)
    }

    private static func first(_ phrase: String) -> String { phrase.prefix(1).uppercased() + phrase.dropFirst() }

    private static func row(_ fault: Fault) -> [String] {
        ["\(fault.code)", "`\(fault.reason)`", fault.message, fault.isRetryable ? "yes" : "no"]
    }
}

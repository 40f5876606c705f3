/// Who may import whom. What is not listed here is not allowed; packages of others are no matter of this rule, except
/// in a service's domain.
enum LayerRule {
    static let services = ["Identity", "Ideas", "Rewards", "Feedback"]
    static let apis = services.map { $0 + "API" }
    private static let base = ["Contract", "Models"]
    private static let hosted = base + ["RPC", "TypedSQL", "Hosting"]
    /// Suites that look at all services together.
    private static let wide: Set = ["SystemTests", "ReferenceTests", "ClientTests"]

    private static let listed: [String: [String]] = [
        "Contract": [], "Models": ["Contract"], "RPC": ["Contract"], "TypedSQL": base, "SQLite": ["TypedSQL"],
        "CPostgres": [], "Postgres": ["TypedSQL", "CPostgres"],
        // Every service trusts identity's keys, tokens and ended sessions: docs/decisions/0001.
        "Hosting": base + ["IdentityAPI", "RPC", "TypedSQL", "SQLite", "Postgres"],
        // The command creates the databases of an empty PostgreSQL server.
        "Wellspring": hosted + ["Postgres"] + apis, "Support": hosted + ["SQLite", "Postgres"] + apis,
    ]

    static let modules = Set(listed.keys).union(services).union(apis)

    static func findings(in source: Source) -> [Finding] {
        guard let module = source.module else { return [] }
        let allowed = allowed(module)
        return source.imports.compactMap { name, line in
            if modules.contains(name), name != module, !allowed.contains(name) {
                return Finding(path: source.path, line: line, sentence: "\(module) may not import \(name).")
            }
            return layerFinding(name, line, in: source)
        }
    }

    static func allowed(_ module: String) -> Set<String> {
        if let names = listed[module] { return Set(names) }
        if apis.contains(module) { return Set(base) }
        if services.contains(module) { return Set(hosted + apis) }
        let own = module.hasSuffix("Tests") ? String(module.dropLast(5)) : ""
        let executables = wide.contains(module) ? services + ["Wellspring"] : [own]
        return modules.subtracting(services).union(executables).subtracting(["Wellspring"]).union(executables)
    }

    /// Within a service: Methods use Domain and Storage, Storage uses Domain, Domain uses values only.
    private static func layerFinding(_ name: String, _ line: Int, in source: Source) -> Finding? {
        let values = Set(base + apis)
        switch source.layer {
        case "Domain" where !values.union(["Foundation", "Crypto"]).contains(name):
            return Finding(path: source.path, line: line, sentence: "Domain is values and functions: no \(name).")
        case "Storage" where modules.contains(name) && !values.union(["TypedSQL", "RPC"]).contains(name):
            return Finding(path: source.path, line: line, sentence: "Storage uses Domain and TypedSQL: no \(name).")
        default: return nil
        }
    }
}

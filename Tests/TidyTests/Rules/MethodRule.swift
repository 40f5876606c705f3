/// A method has one file for its contract, one for its handler and one for its tests, all of its name.
enum MethodRule {
    static func findings(in sources: [Source]) -> [Finding] {
        LayerRule.services.flatMap { service in contracts(of: service, sources).flatMap { check($0, service, sources) }
        }
    }

    private static func contracts(of service: String, _ sources: [Source]) -> [Source] {
        sources.filter { $0.path.hasPrefix("Services/\(service)/API/Methods/") }
    }

    private static func check(_ contract: Source, _ service: String, _ sources: [Source]) -> [Finding] {
        let name = contract.name
        let own = sources.filter { $0.module == service }
        let handler = own.first { $0.path == "Services/\(service)/Methods/\(name).swift" }
        let test = sources.contains { $0.module == "\(service)Tests" && $0.name == "\(name)Tests" }
        var missing: [String] = []
        if !contract.has("struct", name) { missing.append("It declares no struct \(name).") }
        if handler?.has("extension", name) != true {
            missing.append("There is no handler in Services/\(service)/Methods/\(name).swift.")
        }
        if !own.contains(where: { $0.has("Endpoint", "(", name) }) {
            missing.append("No Endpoint(\(name).self) lists it.")
        }
        if !test { missing.append("There is no Tests/\(service)Tests/.../\(name)Tests.swift.") }
        return missing.map { Finding(path: contract.path, line: 1, sentence: $0) }
    }
}

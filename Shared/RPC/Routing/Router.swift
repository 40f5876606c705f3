/// Everything that one server answers: one dictionary, built once.
public struct Router: Sendable {
    private let routes: [String: Route]

    /// - Parameter routes: where two have one name, the first is kept.
    public init(_ routes: [Route]) {
        self.routes = Dictionary(routes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(name: String) -> Route? { routes[name] }

    /// The names of all methods, sorted.
    public var names: [String] { routes.keys.sorted() }
}

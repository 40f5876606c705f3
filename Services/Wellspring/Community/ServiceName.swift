import ArgumentParser

/// The four services, in the order in which they are started: identity first, because the others trust its keys.
enum ServiceName: String, CaseIterable, Sendable, ExpressibleByArgument {
    case identity, ideas, rewards, feedback

    /// The service that a method belongs to: what stands before its first dot.
    init?(method: String) {
        guard let first = method.split(separator: ".").first else { return nil }
        self.init(rawValue: String(first))
    }

    var executable: String { "wellspring-\(rawValue)" }
}

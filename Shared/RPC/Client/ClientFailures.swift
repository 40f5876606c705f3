/// No connection could be made, so nothing was sent: the call had no effect.
public struct ConnectionFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What stood in the way.
    public enum Kind: String, Sendable, Hashable {
        /// There is no socket of that name.
        case missing
        /// The socket is there and nobody listens.
        case refused
        /// This user may not open it.
        case permission
        /// Time was up before a connection was made.
        case timeout
        /// The client was closed.
        case closed
    }

    public let kind: Kind
    public let path: String

    public var description: String {
        switch kind {
        case .missing: "There is no socket at \(path)."
        case .refused: "Nobody listens at \(path)."
        case .permission: "This user may not connect to \(path)."
        case .timeout: "No connection to \(path) could be made in time."
        case .closed: "The client for \(path) was closed."
        }
    }
}

/// The connection ended after the call had been sent and before it was answered: it may have taken effect or not.
public struct OutcomeUnknown: Error, Sendable, Hashable, CustomStringConvertible {
    public let method: String
    public var description: String {
        "The connection ended before \(method) was answered; whether it took effect is unknown."
    }
}

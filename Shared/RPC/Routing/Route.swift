/// One method as the server sees it: a name and a closure over everything that serves it.
public struct Route: Sendable {
    public enum Handle: Sendable {
        /// Runs on the event loop and appends the result: no input or output, below 20 microseconds.
        case inPlace(@Sendable (Params, Call, inout JSONWriter) throws -> Void)
        /// Decodes at once, on the loop, while the bytes are there; what it returns runs as a task and returns the
        /// bytes of the result.
        case task(@Sendable (Params, Call) throws -> @Sendable () async throws -> [UInt8])
    }

    public let name: String
    public let handle: Handle
    /// Whether the call goes on when the connection it came from is lost.
    public let isDetached: Bool
    /// Whether an answer may be held back on purpose, so that a call that takes long is no sign of trouble.
    public let mayWait: Bool

    public init(name: String, isDetached: Bool = false, mayWait: Bool = false, handle: Handle) {
        self.name = name
        self.handle = handle
        self.isDetached = isDetached
        self.mayWait = mayWait
    }
}

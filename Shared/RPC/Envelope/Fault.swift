/// Why a call has no result, as it stands on the wire: refusals of methods and faults of the call itself.
public struct Fault: Error, Sendable, Hashable {
    /// One thing that is wrong with the params.
    public struct Detail: Sendable, Hashable, Codable {
        /// JSON pointer into the params: `/reward`.
        public let path: String
        /// What is wrong, in words that a caller can act on.
        public let sentence: String

        public init(path: String, sentence: String) {
            self.path = path
            self.sentence = sentence
        }
    }

    /// The JSON-RPC error code.
    public var code: Int
    /// For people; not stable.
    public var message: String
    /// For programs: stable, `data.reason`.
    public var reason: String
    /// Whether the same call may succeed later without any change.
    public var isRetryable = false
    /// How long to wait before that.
    public var retryAfterMilliseconds: Int?
    /// Under which the log tells more.
    public var traceID: String?
    public var details: [Detail] = []

    public init(code: Int, message: String, reason: String, isRetryable: Bool = false) {
        self.code = code
        self.message = message
        self.reason = reason
        self.isRetryable = isRetryable
    }
}

/// How much one process takes in and gives out. The defaults are those that the reference publishes.
public struct Limits: Sendable, Hashable {
    /// One request, in bytes.
    public var request = 4 << 20
    /// One response, in bytes.
    public var response = 16 << 20
    /// Nested arrays and objects in one message.
    public var depth = 64
    /// Values and member names in one message. The index of a message takes 16 bytes for each, so that a hostile
    /// request costs at most its own size once more.
    public var values = 1 << 18
    /// Items in one batch.
    public var batchItems = 1000
    /// One batch, in bytes, the request and its response each.
    public var batchBytes = 16 << 20
    /// Items of one batch that run at the same time.
    public var batchWidth = 16
    /// An `id` as it stands in the request, in bytes.
    public var id = 256
    /// A method's name, in bytes.
    public var method = 256
    /// Calls under way on one connection; reading stops there and resumes at ``resumeInFlight``.
    public var inFlight = 128
    public var resumeInFlight = 64
    /// Calls under way in the process; further ones are told that it is busy.
    public var processInFlight = 1024
    /// Unwritten response bytes at which reading from a connection stops, and at which it resumes.
    public var highWater = 1 << 20
    public var lowWater = 256 << 10
    /// How long a peer may take no byte of a waiting response before its connection is closed.
    public var stall = Duration.seconds(10)
    /// How long a message may stay incomplete.
    public var partial = Duration.seconds(30)
    /// Open connections, in all and of one user of the machine.
    public var connections = 4096
    public var connectionsPerUser = 1024
    /// The deadline of a call that names none, and the longest that one may name.
    public var deadline = Duration.seconds(30)
    public var longestDeadline = Duration.seconds(300)
    /// How long calls under way may go on after the end was announced, and how long cancelled ones may take to answer.
    public var drain = Duration.seconds(15)
    public var drainCancelled = Duration.seconds(5)

    public init() {}
}

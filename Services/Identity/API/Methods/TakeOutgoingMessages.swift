public import Contract
public import Models

/// Takes messages out of the outbox in order to send them.
public struct TakeOutgoingMessages: IdentityMethod {
    public var sent: [Message.ID]?
    public var limit: PageLimit?

    public init(sent: [Message.ID]? = nil, limit: PageLimit? = nil) {
        self.sent = sent
        self.limit = limit
    }

    public static let name = "identity.outgoingMessages"
    public static let summary = "Hands the messages that are due to a sender, and notes which were sent."
    public static let details = """
        Wellspring sends no mail itself: a program of the company asks for messages again and again, sends them, and \
        reports them as `sent` with its next call. A message is the caller's for five minutes; one that is not \
        reported by then is given out again, so that none is lost when a sender dies. The codes in them exist nowhere \
        else in readable form. Messages of a code that has been used or has expired are dropped.
        """
    public static let scope = Scope(service: "identity", access: .staff)
    public typealias Caller = Backend
    public typealias Reply = OutgoingMessages
}

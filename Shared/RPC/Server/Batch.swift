/// A batch that is being worked on. Its replies are collected and sent together, in the order of the requests.
final class Batch {
    let items: [Envelope.Item]
    let arrival: Session.Arrival
    /// The items point into it.
    let copy: MessageCopy
    var replies: [[UInt8]?]
    var next = 0
    var running = 0
    var settled = 0
    var isPumping = false

    init(_ items: [Envelope.Item], _ arrival: Session.Arrival, _ copy: MessageCopy) {
        self.items = items
        self.arrival = arrival
        self.copy = copy
        replies = Array(repeating: nil, count: items.count)
    }
}

extension Session {
    func receiveBatch(_ copy: MessageCopy, _ arrival: Arrival) {
        switch Envelope.parse(copy.bytes, options: server.envelope) {
        case .fault(let fault): replyToUnreadable(fault)
        case .single: replyToUnreadable(.invalidRequest())
        case .batch(let items):
            openBatches += 1
            pump(Batch(items, arrival, copy))
        }
    }

    /// Starts items until as many run as may.
    private func pump(_ batch: Batch) {
        if batch.isPumping { return }
        batch.isPumping = true
        while batch.running < server.limits.batchWidth, batch.next < batch.items.count {
            let index = batch.next
            batch.next += 1
            batch.running += 1
            take(batch.items[index], .batch(batch, index), batch.arrival, copied: batch.copy) { batch.copy }
        }
        batch.isPumping = false
        if batch.settled == batch.items.count { finish(batch) }
    }

    /// One item is over, with a reply or, as a notification, without one.
    func settle(_ batch: Batch, _ index: Int, _ reply: [UInt8]?) {
        batch.replies[index] = reply
        batch.running -= 1
        batch.settled += 1
        pump(batch)
    }

    private func finish(_ batch: Batch) {
        openBatches -= 1
        if isClosed { return }
        let replies = batch.replies.compactMap { $0 }
        if replies.isEmpty { return announce(hasBody: false) }
        let size = replies.reduce(replies.count + 1) { $0 + $1.count }
        if size > server.limits.batchBytes { return replyToUnreadable(.batchResponseTooLarge) }
        let start = out.bytes.count
        for (index, reply) in replies.enumerated() {
            out.write(raw: index == 0 ? "[" : ",")
            out.write(raw: reply)
        }
        out.write(raw: "]")
        finishReply(from: start)
    }
}

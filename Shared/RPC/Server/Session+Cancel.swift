internal import NIOCore

extension Session {
    /// Cancels the call with that id on this connection.
    ///
    /// Ids are compared byte for byte as they were written, white space around them aside, like the id that a reply
    /// repeats: `1` is not `1.0`, and `"a"` is not `"\u0061"`, though a reader of JSON may hold them to be the same. A
    /// caller writes both with one hand, and a rule for equal numbers and texts could only ever hit a call that was not
    /// meant.
    ///
    /// Its task decides what happens: a call that has had its effect already still reports success.
    /// - Returns: whether there was such a call.
    func cancel(id: [UInt8]) -> Bool {
        guard let (serial, found) = calls.first(where: { $0.value.id == id && !$0.value.isAnswered }) else {
            return false
        }
        if let task = found.task {
            calls[serial]?.cancellation = .byCaller
            task.cancel()
        } else {
            forget(serial)
            server.finished(found.method, found.call, .cancelled, nil)
            reply(to: id, found.place, with: .cancelled)
        }
        return true
    }

    /// The time that a drain gives to calls under way is over.
    func cancelForDrain() {
        for (serial, call) in calls where !call.isAnswered {
            if let task = call.task {
                if call.cancellation == nil { calls[serial]?.cancellation = .byDrain }
                task.cancel()
            } else {
                forget(serial)
                server.finished(call.method, call.call, .draining, nil)
                call.id == nil ? end(call.place) : reply(to: call.id, call.place, with: .draining)
            }
        }
    }

    /// The connection is gone. Calls nobody waits for are cancelled; notifications were complete when they came, and
    /// their sender was free to leave.
    func close() {
        isClosed = true
        onReply = { _ in }
        deadlineTimer?.cancel()
        for (serial, call) in calls where !call.isDetached {
            if let task = call.task { task.cancel() } else { forget(serial) }
        }
    }
}

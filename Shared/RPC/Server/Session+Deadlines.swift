internal import NIOCore

extension Session {
    /// Makes sure that the timer goes off no later than then. One timer serves all calls of the connection.
    func watch(_ deadline: ContinuousClock.Instant) {
        if let timerDeadline, timerDeadline <= deadline { return }
        deadlineTimer?.cancel()
        timerDeadline = deadline
        let left = max(.zero, deadline - ContinuousClock.now)
        deadlineTimer = eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(left)) { [weak self] in
            self?.deadlinesPassed()
        }
    }

    /// Answers every call whose deadline has passed, whatever its task does, and sets the timer for the next one.
    private func deadlinesPassed() {
        timerDeadline = nil
        let now = ContinuousClock.now
        for (serial, late) in calls where !late.isAnswered && late.call.deadline <= now {
            expire(serial, late)
        }
        let next = calls.values.lazy.filter { !$0.isAnswered }.map(\.call.deadline).min()
        if let next { watch(next) }
    }

    private func expire(_ serial: UInt64, _ late: CallUnderWay) {
        unanswered -= 1
        if let task = late.task {
            calls[serial]?.isAnswered = true
            task.cancel()
        } else {
            calls[serial] = nil
        }
        server.finished(late.method, late.call, .deadlineExceeded, nil)
        late.id == nil ? end(late.place) : reply(to: late.id, late.place, with: .deadlineExceeded)
    }
}

/// How long another process, or what follows from an event, may take until it can be seen. There is no call that waits
/// for it, as there is none for any other caller, so it is asked for again and again.
struct Patience {
    let limit: Duration
    var pause = Duration.milliseconds(30)
    /// What a command ends with once it is over.
    var code: Int32 = 69

    /// - Parameters:
    ///   - failure: the sentence for what did not come about.
    ///   - ask: nil as long as it has not.
    func wait<T>(orElse failure: String, _ ask: () async throws -> T?) async throws -> T {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            if let answer = try await ask() { return answer }
            try await Task.sleep(for: pause)
        }
        throw CommandProblem("\(failure) within \(limit).", code: code)
    }
}

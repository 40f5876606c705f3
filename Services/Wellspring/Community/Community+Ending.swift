extension Community {
    /// The first service that has ended by itself, if one has.
    var ended: (service: ServiceName, code: Int32)? {
        running.lazy.compactMap { process in process.exitCode.map { (process.service, $0) } }.first
    }

    /// Lets every service drain, last started first; ends those that do not within 25 seconds.
    func stop() async {
        let processes = running
        for process in processes.reversed() { process.terminate() }
        let limit = Task {
            // A limit, not a poll: cancelled as soon as all have ended.
            try await Task.sleep(for: .seconds(25))
            for process in processes { process.kill() }
        }
        await withTaskGroup { group in
            for process in processes { group.addTask { await process.waitForExit() } }
        }
        limit.cancel()
    }

    /// Comes back when the first of the services has ended, or when the task that waits is cancelled.
    func waitForAnEnd() async {
        let (ends, end) = AsyncStream<Void>.makeStream()
        for process in running {
            Task {
                await process.waitForExit()
                end.yield()
            }
        }
        for await _ in ends { break }
    }
}

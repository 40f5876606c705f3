package import Dispatch
package import TypedSQL

/// A bounded pool: threads that each own at most one connection and take jobs from one queue.
package final class PostgresDriver: Driver {
    package let engine = Engine.postgres
    package let threads = DispatchGroup()
    private let jobs: JobQueue

    init(_ address: PostgresAddress, poolSize: Int, waitLimit: Duration) {
        let jobs = JobQueue(threads: poolSize, waitLimit: waitLimit)
        let gate = ConnectGate()
        for number in 1...poolSize {
            startThread("postgres-\(number)", in: threads) {
                let worker = PostgresWorker(address, gate)
                while let next = jobs.take(upTo: 1) { next.forEach(worker.serve) }
            }
        }
        self.jobs = jobs
    }

    package func queue(for access: Access) -> JobQueue { jobs }

    package func shutDown() { jobs.close() }
}

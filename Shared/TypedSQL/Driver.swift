package import Dispatch
import Foundation

/// An engine: it has queues, and threads that each own a connection and work them off.
package protocol Driver: Sendable {
    var engine: Engine { get }
    /// Where jobs of this kind are waiting.
    func queue(for access: Access) -> JobQueue
    /// Lets every thread end after its present job; does not wait for it.
    func shutDown()
    /// Entered once by every thread, so that `close` can wait for them.
    var threads: DispatchGroup { get }
}

/// Starts the thread of a connection. A thread and not a task, because it blocks.
package func startThread(_ name: String, in group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    group.enter()
    Thread.detachNewThread {
        Thread.current.name = name
        body()
        group.leave()
    }
}

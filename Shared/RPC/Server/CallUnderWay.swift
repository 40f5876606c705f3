/// A call or notification that was taken and has not come to its end.
struct CallUnderWay {
    /// Why a task was cancelled, which decides what its caller is told.
    enum Cancellation {
        case byCaller, byDrain

        var fault: Fault {
            switch self {
            case .byCaller: .cancelled
            case .byDrain: .draining
            }
        }
    }

    /// Nil for a notification.
    let id: [UInt8]?
    let method: ServedMethod
    let place: Session.Place
    let call: Call
    /// Whether it goes on when the connection is lost.
    let isDetached: Bool
    /// Nil while it waits for a notification in front of it.
    var task: Task<Void, Never>?
    var cancellation: Cancellation?
    /// Its caller was told that the deadline has passed; the task may still run.
    var isAnswered = false
}

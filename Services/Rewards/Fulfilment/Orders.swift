import Hosting
import Models
import RewardsAPI
import TypedSQL

/// What members order or are given, within a transaction: the pieces, the order, and the task to hand it over.
struct Orders {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func place(_ order: Order) throws {
        let record = order.record
        try work.run(RedemptionTable.insert(order))
        let task = TaskRecord(
            id: work.id(StaffTask.self),
            kind: .handOver,
            member: record.member,
            redemption: record.id,
            dueAt: work.now + work.service.settings.handOver
        )
        try work.run(TaskTable.insert(task))
    }

    /// Writes down what has become of it.
    ///
    /// - Parameter order: with the state, payment and notes that it has from now on.
    /// - Returns: whether it was still in the state that it was read in.
    func move(_ order: Order, from state: RedemptionState, by actor: Actor) throws -> Bool {
        guard try work.run(RedemptionTable.move(order, from: state, by: actor, at: work.now)) == 1 else { return false }
        if state == .ordered { try work.run(TaskTable.complete(order.record.id, by: actor, at: work.now)) }
        return true
    }

    /// The pieces can be had again, and so can what the member may have of them.
    func putBack(_ order: Order) throws {
        let record = order.record
        try work.run(RewardTable.giveBack(record.units, of: record.reward))
        guard order.hold != nil else { return }
        try work.run(AllotmentTable.giveBack(record.units, of: record.reward, by: record.member))
        if let period = order.period {
            try work.run(AllotmentTable.giveBack(record.units, of: record.reward, by: record.member, in: period))
        }
    }
}

import Contract
import RewardsAPI

/// Runs the same thing many times at once and gives what came of each.
func race<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> T) async -> [Result<
    T, any Error
>] {
    await withTaskGroup(of: Result<T, any Error>.self) { group in
        for number in 0..<count {
            group.addTask {
                do { return .success(try await body(number)) } catch { return .failure(error) }
            }
        }
        return await group.reduce(into: []) { $0.append($1) }
    }
}

extension [Result<Receipt, any Error>] {
    var won: Int { filter { if case .success = $0 { true } else { false } }.count }

    func lost(by refusal: RedeemReward.Refusal) -> Int {
        filter { if case .failure(let error) = $0 { error as? RedeemReward.Refusal == refusal } else { false } }.count
    }
}

/// Starts the same thing many times at once and waits for all of them.
func race<T: Sendable>(
    _ count: Int,
    _ body: @escaping @Sendable (Int) async throws -> T
) async -> [Result<T, any Error>] {
    await withTaskGroup(of: Result<T, any Error>.self) { group in
        for index in 0..<count {
            group.addTask { do { return .success(try await body(index)) } catch { return .failure(error) } }
        }
        var results: [Result<T, any Error>] = []
        for await result in group { results.append(result) }
        return results
    }
}

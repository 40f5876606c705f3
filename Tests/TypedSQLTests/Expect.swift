import Testing

/// Expects what asynchronous work gives; `#expect` cannot hold closures that throw inside closures.
func expect<Output: Equatable>(
    _ expected: Output,
    at location: SourceLocation = #_sourceLocation,
    _ work: () async throws -> Output
) async throws {
    let output = try await work()
    #expect(output == expected, sourceLocation: location)
}

func expect<Output: Equatable>(
    _ expected: Output,
    at location: SourceLocation = #_sourceLocation,
    _ work: () throws -> Output
) throws {
    let output = try work()
    #expect(output == expected, sourceLocation: location)
}

/// Expects that work throws this error.
func expectThrows<Failure: Error & Equatable>(
    _ expected: Failure,
    at location: SourceLocation = #_sourceLocation,
    _ work: () throws -> some Any
) {
    do {
        _ = try work()
        Issue.record("nothing was thrown", sourceLocation: location)
    } catch {
        #expect(error as? Failure == expected, sourceLocation: location)
    }
}

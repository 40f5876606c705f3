import Contract

/// Where the service and its model part.
struct Disagreement: Error, CustomStringConvertible {
    let place: String
    var description: String { "the service and its model disagree at \(place)" }
}

/// As ``agree(_:file:line:)``, and tells what there is and what there should be.
func agree<T: Equatable>(_ one: T, _ expected: T, file: StaticString = #fileID, line: UInt = #line) throws {
    guard one == expected else { throw Disagreement(place: "\(file):\(line): \(one) is not \(expected)") }
}

/// - Throws: ``Disagreement``, which unlike a failed expectation can be caught, so that the run can be made shorter.
func agree(_ isSo: Bool, file: StaticString = #fileID, line: UInt = #line) throws {
    guard isSo else { throw Disagreement(place: "\(file):\(line)") }
}

/// - Throws: ``Disagreement`` where the body is not refused like this.
func refuses<R: Refusal & Equatable>(
    _ expected: R,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ body: () async throws -> some Any
) async throws {
    do { _ = try await body() } catch let refusal as R where refusal == expected { return }
    throw Disagreement(place: "\(file):\(line)")
}

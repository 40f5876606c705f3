import Models
import RewardsAPI

/// Steps as they are made, each calculated from its operands.
struct Arithmetic {
    private(set) var steps: [ArithmeticStep] = []

    /// - Returns: the result, as an operand of later steps.
    @discardableResult
    mutating func add(_ what: StepSubject, _ operation: StepOperation, _ operands: [StepOperand]) throws -> StepOperand
    {
        add(what, operation, operands, giving: try operation.result(of: operands.map(\.value)))
    }

    /// A step that is not calculated from its operands alone.
    @discardableResult
    mutating func add(
        _ what: StepSubject,
        _ operation: StepOperation,
        _ operands: [StepOperand],
        giving result: Int64
    ) -> StepOperand {
        steps.append(ArithmeticStep(what: what, operation: operation, operands: operands, result: result))
        return StepOperand(result, step: Int64(steps.count))
    }

    /// - Throws: a fault where the ledger says otherwise, which the audit finds.
    func agreeing(with number: Int64) throws -> [ArithmeticStep] {
        guard steps.last?.result == number else { throw Ledger.Broken() }
        return steps
    }
}

extension StepOperation {
    fileprivate func result(of values: [Int64]) throws -> Int64 {
        switch self {
        case .sum: return try values.reduce(Points.zero) { try $0.adding(Points(wire: $1)) }.wire
        case .difference:
            guard let first = values.first else { throw Ledger.Broken() }
            return try values.dropFirst().reduce(Points(wire: first)) { try $0.subtracting(Points(wire: $1)) }.wire
        case .largest:
            guard let largest = values.max() else { throw Ledger.Broken() }
            return largest
        case .scale:
            guard values.count == 5, values[2] != 0 else { throw Ledger.Broken() }
            let product = floorDivide(Int128(values[0]) * Int128(values[1]), Int128(values[2]))
            return Int64(min(max(product, Int128(values[3])), Int128(values[4])))
        case .share, .levelReached, .levelKept: throw Ledger.Broken()
        }
    }
}

/// What was moved by one transfer, in a list that is cut off.
struct ExplainedPart: Hashable, Sendable {
    let transfer: Transfer.ID
    let amount: Points
}

extension [ExplainedPart] {
    /// The parts, after one operand for what is not listed of the total.
    func operands(of total: Int64) -> [StepOperand] {
        let rest = total - reduce(0) { $0 + $1.amount.wire }
        let parts = map { StepOperand($0.amount.wire, transfer: $0.transfer) }
        return rest == 0 ? parts : [StepOperand(rest)] + parts
    }

    /// Where all are listed.
    var operands: [StepOperand] { map { StepOperand($0.amount.wire, transfer: $0.transfer) } }
}

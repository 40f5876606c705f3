public import Contract

/// An amount in a currency's smallest unit, never a fraction.
public struct Money: Codable, Sendable, Hashable {
    public var amount: MinorUnits
    public var currency: Currency

    public init(amount: MinorUnits, currency: Currency) {
        self.amount = amount
        self.currency = currency
    }
}

/// Cents, grosze, fen: the smallest unit of the currency beside it.
public struct MinorUnits: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...9_007_199_254_740_991).contains(wire) else {
            throw InvalidValue("must be from 0 to 2^53 - 1 minor units")
        }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema {
        Schema(
            .integer(0...9_007_199_254_740_991),
            "An amount in the smallest unit of its currency.",
            unit: "minor units"
        )
    }
    public static var example: MinorUnits { MinorUnits(unchecked: 250_000) }
    public static func < (left: MinorUnits, right: MinorUnits) -> Bool { left.wire < right.wire }
}

/// A currency by its ISO 4217 code.
public struct Currency: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count == 3, wire.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw InvalidValue("must be an ISO 4217 code of three capital letters")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    public static var schema: Schema { .text(3...3, pattern: "^[A-Z]{3}$", "A currency, ISO 4217.") }
    public static var example: Currency { Currency(unchecked: "EUR") }
}

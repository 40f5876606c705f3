import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// What tests of coupons begin with.

enum Coupons {
    static let secret = Models.Digest(bytes: (1...32).map { UInt8($0) }).wire

    static func code(_ number: Int) throws -> CouponCode { try CouponCode(wire: "SPRING-\(number)") }

    /// A service that has a key for coupons.
    static func run(on engine: TestEngine, _ body: (Harness<RewardsService>) async throws -> Void) async throws {
        try await Harness<RewardsService>.run(
            on: engine,
            adjust: { settings in settings.couponKeys = CouponKeys(secret: secret) },
            body
        )
    }
}

extension Harness where Service == RewardsService {
    func pool(of offer: Offer? = nil, isLocked: Bool = false, codes: ClosedRange<Int>? = nil) async throws
        -> CouponPoolRecord
    {
        let open = OpenCouponPool(title: try Title(wire: "Spring"), reward: offer?.id, isLocked: isLocked)
        let pool = try await call(open, as: staff())
        guard let codes else { return pool }
        return try await importCodes(codes.map { "SPRING-\($0)" }.joined(separator: "\n"), into: pool)
    }

    @discardableResult
    func importCodes(_ text: String, into pool: CouponPoolRecord, until: Instant? = nil) async throws
        -> CouponPoolRecord
    {
        let file = ImportCoupons(pool: pool.id, codes: try CouponFile(wire: text), expiresAt: until)
        return try await call(file, as: staff())
    }

    @discardableResult
    func claim(_ pool: CouponPoolRecord, as member: TestCaller) async throws -> CouponRecord {
        try await call(ClaimCoupon(pool: pool.id), as: member)
    }

    @discardableResult
    func use(_ code: CouponCode, by member: TestCaller? = nil) async throws -> CouponRecord {
        try await call(UseCoupon(code: code, member: member?.member), as: backend())
    }

    func figures(of pool: CouponPoolRecord) async throws -> [Int64] {
        let found = try await call(ListCouponPools(), as: staff()).items.first { $0.id == pool.id }
        let record = try #require(found)
        return [record.all, record.free, record.held, record.used, record.expired, record.takenBack].map(\.wire)
    }
}

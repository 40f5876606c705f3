public import Hosting
public import Models
import RPC
public import RewardsAPI
import TypedSQL

extension ImportCoupons: Handled {
    /// Read committed: that a code is there once is decided by the unique index, which makes the second of two imports
    /// wait for the first, and what it then finds is named.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> CouponPoolRecord {
        guard let keys = context.service.settings.couponKeys else { throw Refusal.couponsOff }
        let file = CouponLines(codes)
        return try await context.write(isolation: .readCommitted) { work in
            guard try work.first(CouponPoolTable.find(pool)) != nil else { throw Refusal.poolUnknown }
            if let expiresAt, expiresAt <= work.now { throw Refusal.periodEmpty }
            guard file.lines.count + file.problems.count <= CouponLines.most else { throw Refusal.tooMany }
            guard file.problems.isEmpty else { throw CouponLines.fault(file.problems) }
            guard !file.lines.isEmpty else { throw CouponLines.fault([(1, "has no code, and no other line has one")]) }
            try insert(file.lines, keys, context.random, in: work)
            return try work.one(CouponPoolTable.figures(pool, at: work.now))
        }
    }

    private func insert(
        _ lines: [CouponLine],
        _ keys: CouponKeys,
        _ random: RandomSource,
        in work: Work<RewardsService>
    ) throws {
        let batch = work.id(Occurrence.self)
        let ids = lines.map { _ in work.id(Coupon.self) }.sorted()
        let statements = try zip(lines, ids).map { line, id in
            let coupon = StoredCoupon(
                id: id,
                pool: pool,
                sealed: try keys.seal(line.code, of: id, nonce: random.bytes(12)),
                member: line.member,
                redemption: nil,
                expiresAt: expiresAt,
                usedAt: nil,
                takenBackAt: nil
            )
            return CouponTable.insert(coupon, keys.digest(of: line.code), importedAs: batch)
        }
        // In one order, so that no two imports of the same codes wait for each other in a circle.
        let ordered = zip(lines.map { keys.digest(of: $0.code).wire }, statements).sorted { $0.0 < $1.0 }.map(\.1)
        guard try work.transaction.run(each: ordered) < lines.count else { return }
        let known = Set(
            try work.all(CouponTable.earlier(lines.map { keys.digest(of: $0.code) }, than: batch)).map(\.wire)
        )
        let taken = lines.filter { known.contains(keys.digest(of: $0.code).wire) }
        throw CouponLines.fault(taken.map { ($0.number, "has a code that was imported before") })
    }
}

extension CouponLines {
    /// Every problem with the number of its line, up to 100 of them.
    fileprivate static func fault(_ problems: [(line: Int, sentence: String)]) -> Fault {
        .invalidParams(
            problems.prefix(100).map { Fault.Detail(path: "/codes", sentence: "line \($0.line) \($0.sentence)") }
        )
    }
}

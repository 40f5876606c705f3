import TypedSQL

/// The schema. What must never be false stands here first: a statement that would break it is refused by the database.
enum RewardsMigrations {
    static let all: [Migration] = [
        Migration(
            101,
            "ledger",
            RuleTable.creation + AccountTable.creation + TransferTable.creation + EntryTable.creation
                + LotTable.creation + OpenTransferTable.creation + UndoneTable.creation
                + GiftTable.creation
        ),
        Migration(102, "rewards", RewardTable.creation + RedemptionTable.creation + StaffTable.creation),
        Migration(103, "journal_is_final", []) { engine in Journal.guards(on: engine).map(\.creation) },
        Migration(
            104,
            "earning",
            EarningEventTable.creation + SkipTable.creation + JoiningTable.creation + DeviceTable.creation
        ),
        Migration(
            105,
            "spending",
            RewardTable.stockCreation + RewardTextTable.creation + AllotmentTable.periodCreation
                + CustomerTypeTable.creation + GivenTable.creation + TaskTable.creation
        ),
        Migration(
            106,
            "standing",
            ContributionTable.creation + [TransferTable.earnedIndex] + LevelTable.creation + LevelGrantTable.creation
                + DueTable.creation
                + BadgeTable.creation + CollectionTable.creation + HiddenMemberTable.creation
                + CertificateTable.creation + CourseTable.creation + CourseProgressTable.creation
                + LectureTable.creation
        ),
        Migration(
            107,
            "coupons_draws_outlays",
            CouponPoolTable.creation + CouponTable.creation + DrawTable.creation + OutlayTable.creation
        ),
        Migration(
            108,
            "steering",
            RefusedTable.creation + AdjustmentTable.creation + ReconciliationTable.creation + ErasureTable.creation
        ),
    ]
}

/// One call of every statement of the service, so that a test can prepare each on both engines.
enum RewardsStorage {
    static func samples() throws -> [SQL] {
        try AccountTable.samples + AllotmentTable.samples + AllowanceTable.samples + AuditTable.samples
            + EntryTable.samples + LotTable.samples + OpenTransferTable.samples + UndoneTable.samples
            + GiftTable.samples + RedemptionTable.samples + RewardTable.samples + RuleTable.samples
            + StaffTable.samples
            + TransferTable.samples + EarningEventTable.samples + SkipTable.samples + BudgetTable.samples
            + RewardTextTable.samples + CustomerTypeTable.samples + GivenTable.samples + TaskTable.samples
            + JoiningTable.samples + DeviceTable.samples
            + ContributionTable.samples + DueTable.samples + LevelTable.samples + LevelGrantTable.samples
            + TransferTable.earnedSamples
            + TransferTable.standingSamples + BadgeTable.samples + CollectionTable.samples + HiddenMemberTable.samples
            + CertificateTable.samples + CourseTable.samples + CourseProgressTable.samples + LectureTable.samples
            + BookingTable.samples
            + CouponPoolTable.samples + CouponTable.samples + DrawTable.samples + DrawTable.listSamples
            + OutlayTable.samples
            + EntryTable.movedSamples + LotTable.explainedSamples + TransferTable.explainedSamples
            + RefusedTable.samples + AdjustmentTable.samples + EntryTable.periodSamples + LotTable.liabilitySamples
            + ReconciliationTable.samples + ReconciledEvents.samples + ErasureTable.samples + EffectQueries.samples
            + RuleTable.versionSamples + RuleTable.bookSamples + GivenTable.bookSamples
    }
}

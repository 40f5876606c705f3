public import Models
public import RewardsAPI
public import TypedSQL

// How the service's own words are written into columns: as they stand on the wire.

extension AccountID: SQLValue {}
extension AccountKind: SQLValue {}
extension Asset: SQLValue {}
extension EarningEvent: SQLValue {}
extension Payee: SQLValue {}
extension SkipReason: SQLValue {}
extension ReferralObjection: SQLValue {}
extension BudgetKey: SQLValue {}
extension RedemptionState: SQLValue {}
extension RewardKind: SQLValue {}
extension TransferKind: SQLValue {}
extension Count: SQLValue {}
extension Rank: SQLValue {}
extension RuleKey: SQLValue {}
extension RuleVersion: SQLValue {}
extension CustomerType: SQLValue {}
extension DrawProfile: SQLValue {}
extension DrawState: SQLValue {}
extension OutlayState: SQLValue {}
extension LimitPeriod: SQLValue {}
extension PictureSize: SQLValue {}
extension PictureType: SQLValue {}
extension TaskKind: SQLValue {}
extension WebLink: SQLValue {}
extension StaffKey: SQLValue {}
extension BookingState: SQLValue {}
extension CertificateKeyText: SQLValue {}
extension CredentialToken: SQLValue {}
extension AdjustmentDirection: SQLValue {}
extension AdjustmentState: SQLValue {}
extension GapKind: SQLValue {}

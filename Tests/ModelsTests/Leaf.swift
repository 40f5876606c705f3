import Contract
import FeedbackAPI
import IdeasAPI
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Testing

/// One leaf of the wire, as a caller meets it: JSON goes in and is accepted or refused.
struct Leaf: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: Schema
    let example: JSONValue
    /// Reads a value as a method's param would be read, and writes it again; nil where it is refused.
    let passed: @Sendable (JSONValue) -> JSONValue?

    var testDescription: String { name }

    init<T: WireValue>(_ type: T.Type) throws {
        name = T.schemaName
        schema = T.schema
        example = try JSONValue(encoding: T.example)
        passed = { value in
            let read = try? JSONReader.decode(T.self, from: Array(value.text().utf8), strict: true)
            return read.flatMap { try? JSONValue(encoding: $0) }
        }
    }

    func accepts(_ value: JSONValue) -> Bool { passed(value) != nil }

    var range: ClosedRange<Int64>? { if case .integer(let range) = schema.kind { range } else { nil } }
    var limits: Schema.StringLimits? { if case .string(let limits) = schema.kind { limits } else { nil } }

    /// Every type that conforms to `WireValue`; a test compares the names with the sources.
    static func all() throws -> [Leaf] { try models() + identity() + ideas() + rewards() + feedback() }

    private static func models() throws -> [Leaf] {
        try [
            Leaf(Member.ID.self), Leaf(Instant.self), Leaf(Day.self), Leaf(Seconds.self), Leaf(Quantity.self),
            Leaf(Weight.self), Leaf(Points.self), Leaf(PointAmount.self), Leaf(MinorUnits.self), Leaf(Currency.self),
            Leaf(LanguageTag.self), Leaf(EmailAddress.self), Leaf(Digest.self), Leaf(PageLimit.self), Leaf(Cursor.self),
            Leaf(LogPosition.self), Leaf(WaitMilliseconds.self), Leaf(Actor.self), Leaf(Title.self),
            Leaf(Sentence.self), Leaf(Prose.self), Leaf(PersonName.self), Leaf(Tag.self), Leaf(SearchTerm.self),
            Leaf(CSVTable.self),
        ]
    }

    private static func identity() throws -> [Leaf] {
        try [
            Leaf(RefreshToken.self), Leaf(OneTimeSecret.self), Leaf(InvitationCode.self), Leaf(KeyName.self),
            Leaf(PublicKeyText.self), Leaf(AccessToken.self), Leaf(ScopeName.self), Leaf(ClientKey.self),
            Leaf(NormsVersion.self), Leaf(BirthYear.self), Leaf(Password.self), Leaf(Affiliation.self),
        ]
    }

    private static func ideas() throws -> [Leaf] {
        try [
            Leaf(Tally.self), Leaf(MicroScore.self), Leaf(Share.self), Leaf(CriterionKey.self), Leaf(Grade.self),
            Leaf(Pseudonym.self), Leaf(ExternalID.self),
        ]
    }

    private static func rewards() throws -> [Leaf] {
        try [
            Leaf(RuleVersion.self), Leaf(Rank.self), Leaf(Count.self), Leaf(RuleKey.self), Leaf(EarningEvent.self),
            Leaf(FieldName.self), Leaf(BudgetKey.self), Leaf(PictureSize.self), Leaf(WebLink.self), Leaf(Percent.self),
            Leaf(Months.self), Leaf(DayCount.self), Leaf(LevelKey.self), Leaf(CredentialToken.self),
            Leaf(CertificateKeyText.self), Leaf(CouponCode.self), Leaf(CouponFile.self),
        ]
    }

    private static func feedback() throws -> [Leaf] {
        try [
            Leaf(TimeLeft.self), Leaf(FigureValue.self), Leaf(QuestionNumber.self), Leaf(OptionNumber.self),
            Leaf(ScalePoint.self), Leaf(FigureCount.self), Leaf(Percentage.self), Leaf(ReportText.self),
            Leaf(Week.self), Leaf(TeamName.self), Leaf(OptionLabel.self), Leaf(AnswerText.self),
        ]
    }
}

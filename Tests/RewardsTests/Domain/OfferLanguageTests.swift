import Contract
import Models
import RewardsAPI
import Testing

@testable import Rewards

private func spoken(_ asked: String, of tags: [String]) throws -> String? {
    var offer = RewardTable.sample
    offer.language = try LanguageTag(wire: "en")
    let texts = try tags.map { RewardText(language: try LanguageTag(wire: $0), title: .example) }
    return offer.speaking(try LanguageTag(wire: asked), texts).language?.wire
}

@Test(arguments: [
    ("zh-Hant-TW", "zh-Hant"), ("zh-Hans", "zh"), ("ZH-hant".lowercased(), "zh-Hant"), ("en-GB", "en"), ("fr", "en"),
    ("de-x-far", "de"),
])
func theNearestLanguageIsSpoken(asked: String, expected: String) throws {
    #expect(try spoken(asked, of: ["zh-Hant", "zh", "de"]) == expected)
}

@Test(arguments: [
    (LimitPeriod.day, "2028-02-29"), (.week, "2028-02-28"), (.month, "2028-02-01"),
])
func aPeriodBeginsInUTC(period: LimitPeriod, first: String) throws {
    #expect(period.start(of: try Instant(wire: "2028-02-29T23:59:59Z")).wire == first)
    #expect(period.start(of: try Instant(wire: "2028-03-01T00:30:00+01:00")).wire == first)
}

@Test(arguments: ["http://shop.example/a", "https://", "https:///a", "https://a b", "ftp://x", "https://a/\"<"])
func aLinkIsRefused(text: String) { #expect(throws: InvalidValue.self) { try WebLink(wire: text) } }

@Test func aPictureHasASize() throws {
    #expect(throws: InvalidValue.self) { try PictureSize(wire: 0) }
    #expect(throws: InvalidValue.self) { try PictureSize(wire: 20_000_001) }
    #expect(try PictureSize(wire: 20_000_000).wire == 20_000_000)
}

import Contract
import Models
import RewardsAPI
import Testing

@testable import Rewards

/// RFC 3797, section 6: the pool has 25 entries, and the sources gave these numbers.
private let sources = [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]].map { DrawNumbers(numbers: $0) }

@Test func theKeyIsThatOfTheRFC() {
    #expect(VerifiableSelection.key(of: sources) == "9319./2.5.8.10.12./9.18.26.34.41.45./")
}

@Test func theChoiceIsThatOfTheRFC() {
    let key = VerifiableSelection.key(of: sources)
    let choices = VerifiableSelection(.rfc3797, key: key).choose(16, of: 25)
    #expect(choices.map(\.place) == [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4])
    #expect(choices.first?.digest == "990dd0a5692a029a98b5e01aa28f3459")
    #expect(choices[4].digest == "f4ab33df4889f0af29c513905be1d758")
    #expect(choices.last?.digest == "3269e6ce559abd57e2ba6aab495eb9bd")
}

@Test(arguments: DrawProfile.allCases)
func everybodyWinsOnceWhereThereAreEnoughPlaces(profile: DrawProfile) {
    let choices = VerifiableSelection(profile, key: "1./").choose(100, of: 30)
    #expect(choices.map(\.place).sorted() == Array(1...30))
    #expect(VerifiableSelection(profile, key: "1./").choose(7, of: 30) == Array(choices.prefix(7)))
    #expect(VerifiableSelection(profile, key: "1./").choose(3, of: 0).isEmpty)
}

/// Over 10,000 keys each of 25 entries comes first about 400 times: within the 99.9 % band of the binomial distribution,
/// widened for looking at 25 of them at once (4.2 standard deviations of 19.6).
@Test(arguments: DrawProfile.allCases)
func nobodyIsPreferred(profile: DrawProfile) {
    var first = [Int](repeating: 0, count: 26)
    for number in 0..<10_000 {
        for choice in VerifiableSelection(profile, key: "\(number)./").choose(1, of: 25) { first[choice.place] += 1 }
    }
    #expect(first.dropFirst().allSatisfy { abs($0 - 400) <= 83 }, "\(first)")
}

@Test func numbersAreNotBelowZeroAndNotTooMany() {
    #expect(DrawNumbers(numbers: [0, 7]).isValid)
    #expect(!DrawNumbers(numbers: []).isValid)
    #expect(!DrawNumbers(numbers: [-1]).isValid)
    #expect(!DrawNumbers(numbers: Array(repeating: 1, count: 21)).isValid)
}

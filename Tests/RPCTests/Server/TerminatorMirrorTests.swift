import Testing

@testable import RPC

@Suite struct TerminatorMirrorTests {
    typealias Ending = TerminatorMirror.Ending

    @Test(arguments: [
        ("\n{", Ending.lineFeed), ("\r\n", .lineFeed), ("\n\n{", .blankLine), ("\r\n\r\n", .blankLine), ("\0", .nul),
        ("", .blankLine), ("{", .blankLine), (" \n", .lineFeed),
    ])
    func whatFollowsAMessageIsWhatEndsTheReply(following: String, expected: Ending) {
        var mirror = TerminatorMirror(.mirror)
        follow(&mirror, following)
        #expect(mirror.ending == expected)
    }

    @Test func aLineFeedStaysEvenWhereALaterMessageHasNone() {
        var mirror = TerminatorMirror(.mirror)
        follow(&mirror, "\n")
        follow(&mirror, "{")
        #expect(mirror.ending == .lineFeed)
    }

    @Test func aBlankLineUpgradesAndIsNeverTakenBack() {
        var mirror = TerminatorMirror(.mirror)
        follow(&mirror, "\n")
        follow(&mirror, "\n\n")
        follow(&mirror, "\n")
        #expect(mirror.ending == .blankLine)
    }

    @Test func theTwoLineFeedsMayComeInTwoReads() {
        var mirror = TerminatorMirror(.mirror)
        mirror.messageEnded()
        observe(&mirror, "\n")
        observe(&mirror, "\n{")
        #expect(mirror.ending == .blankLine)
    }

    @Test func lineFeedsInsideTheNextMessageDoNotCount() {
        var mirror = TerminatorMirror(.mirror)
        mirror.messageEnded()
        observe(&mirror, "\n{")
        observe(&mirror, "\n\n")
        #expect(mirror.ending == .lineFeed)
    }

    @Test(arguments: [(TerminatorSetting.lf, Ending.lineFeed), (.lflf, .blankLine), (.nul, .nul)])
    func aPinnedListenerDoesNotLook(setting: TerminatorSetting, expected: Ending) {
        var mirror = TerminatorMirror(setting)
        follow(&mirror, "\n\n\0")
        #expect(mirror.ending == expected)
    }

    private func follow(_ mirror: inout TerminatorMirror, _ text: String) {
        mirror.messageEnded()
        observe(&mirror, text)
    }

    private func observe(_ mirror: inout TerminatorMirror, _ text: String) {
        Array(text.utf8).withUnsafeBytes { mirror.observe($0, from: 0) }
    }
}

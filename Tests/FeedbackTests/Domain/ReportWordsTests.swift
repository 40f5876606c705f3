import FeedbackAPI
import Models
import Testing

@testable import Feedback

struct ReportWordsTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1200, "\u{2212}1,200"),
    ])
    func numbers(number: Int64, text: String) { #expect(ReportWords.number(number) == text) }

    @Test(arguments: [
        (30, "under 1\u{A0}min"), (60, "1\u{A0}min"), (7200, "2\u{A0}h"), (12_000, "3\u{A0}h 20\u{A0}min"),
        (187_200, "2\u{A0}d 4\u{A0}h"), (86_460, "1\u{A0}d"),
    ])
    func lengths(seconds: Int64, text: String) { #expect(ReportWords.length(Seconds(seconds)) == text) }

    @Test(arguments: [
        ("2026-W38", "14\u{2013}20 September 2026"), ("2026-W40", "28 September \u{2013} 4 October 2026"),
        ("2026-W01", "29 December 2025 \u{2013} 4 January 2026"),
    ])
    func spans(week: String, text: String) throws {
        let week = try Week(wire: week)
        #expect(ReportWords.span(week.monday, week.sunday) == text)
    }

    @Test func moments() { #expect(ReportWords.moment(.example) == "21 September 2026, 14:13 UTC") }
}

struct MarkupTests {
    @Test func textIsNeverMarkup() {
        let text = "<script>alert(\"1 & 'one'\")</script>"
        let markup: Markup = "<p>\(text)</p>"
        #expect(markup.source == "<p>&lt;script&gt;alert(&quot;1 &amp; &#39;one&#39;&quot;)&lt;/script&gt;</p>")
    }

    @Test func markupStays() {
        let inner: Markup = "<b>\(3)</b>"
        let outer: Markup = "<p>\([inner, inner])</p>"
        #expect(outer.source == "<p><b>3</b><b>3</b></p>")
    }
}

struct FigureRuleTests {
    @Test func everyFigureHasOneRule() {
        #expect(
            FigureRule.all.map(\.name).sorted { $0.rawValue < $1.rawValue }
                == FigureName.allCases.sorted { $0.rawValue < $1.rawValue }
        )
    }

    @Test func everyRuleFitsTheWire() throws {
        for rule in FigureRule.all {
            _ = try Title(wire: rule.title)
            #expect(try Sentence(wire: rule.definition).wire == rule.definition)
            #expect(try Sentence(wire: rule.source).wire == rule.source)
            #expect((rule.judgement == .share) == (rule.base != nil))
        }
    }
}

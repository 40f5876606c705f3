import Contract
import FeedbackAPI
import Foundation
import FoundationXML
import Models
import RPC
import Support
import Testing

@testable import Feedback

struct ReportPageTests {
    private func page() throws -> String { ReportPage(report: try Scene.report()).document.source }

    @Test func needsNothingFromElsewhere() throws {
        let page = try page()
        for word in ["<script", "http:", "https:", "src=", "url(", "@import", "<link", "javascript:", " onload"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func isWellFormed() throws {
        let delegate = Wellformedness()
        let xml = try page().replacing("<!DOCTYPE html>", with: "").replacing(/<(meta[^>]*|br)>/) {
            "<\($0.output.1)/>"
        }
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = delegate
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        #expect(delegate.ids.count == Set(delegate.ids).count)
        #expect(delegate.references.allSatisfy { delegate.ids.contains($0) })
        #expect(delegate.pictures == delegate.titles && delegate.pictures == delegate.descriptions)
        #expect(delegate.pictures == 8)
        #expect(delegate.tables == delegate.captions)
        #expect(delegate.headings.first == "h1")
        #expect(delegate.headings.dropFirst().allSatisfy { $0 == "h2" })
    }

    @Test func saysItsLanguageAndTitle() throws {
        let page = try page()
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("<title>Week 39 of 2026"))
    }

    /// Wherever a figure stands, it is the figure of the report; and each has its definition.
    @Test func everyNumberIsANamedFigure() throws {
        let report = try Scene.report()
        let page = ReportPage(report: report).document.source
        let marks = page.matches(of: /<span class="figure" data-figure="([^"]+)"( data-day="[^"]+")?>([^<]+)</)
        #expect(marks.count > 80)
        for mark in marks where mark.output.2 == nil {
            let name = try #require(FigureName(rawValue: String(mark.output.1)))
            #expect(report[name]?.amount == String(mark.output.3), "\(name.rawValue)")
        }
        for name in FigureName.allCases {
            #expect(page.contains("data-figure=\"\(name.rawValue)\""), "\(name.rawValue)")
            #expect(page.contains("<code>\(name.rawValue)</code>"), "\(name.rawValue)")
        }
    }

    @Test func whatMembersWroteStaysText() throws {
        let evil = try Title(wire: "<img src=x onerror=alert(1)>")
        var report = try Scene.report()
        report.selected[0].title = evil
        report.answered[0].title = evil
        report.overdue[0].team = try TeamName(wire: "</td><script>")
        let page = ReportPage(report: report).document.source
        #expect(!page.contains("<img") && !page.contains("<script"))
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
        let markdown = ReportMarkdown(report: report).document
        #expect(!markdown.contains("<img") && !markdown.contains("<script"))
    }

    @Test func aCalmWeekSaysSo() throws {
        let facts = WeekFacts(week: Scene.week, asOf: Scene.week.end)
        let report = try ReportBuilder(facts: facts, previous: facts, generatedAt: Scene.week.end, lists: ReportLists())
            .report()
        let page = ReportPage(report: report).document.source
        #expect(page.contains("Nothing is overdue"))
        #expect(page.contains("No answer was due this week."))
        #expect(report[.answeredInTime]?.amount == "none due" && report[.confirmed]?.amount == "none registered")
        let markdown = ReportMarkdown(report: report).document
        for text in [page, markdown] {
            #expect(text.contains("none due"))
            #expect(!text.contains("0.0\u{00A0}%"), "nothing of nothing is no percentage")
        }
        let encoded = try JSONValue(encoding: report)
        #expect(!encoded.text().contains("percentage"))
    }

    /// Where the variable is set, the documents are written there to be looked at.
    @Test func bothDocumentsTellTheSameFigures() throws {
        let report = try Scene.report()
        let documents = [
            "html": ReportPage(report: report).document.source, "md": ReportMarkdown(report: report).document,
        ]
        for figure in report.figures {
            for (kind, text) in documents {
                #expect(text.contains(figure.amount), "\(figure.name.rawValue) in \(kind)")
            }
        }
        guard let folder = ProcessInfo.processInfo.environment["WELLSPRING_TEST_REPORTS"] else { return }
        for (kind, text) in documents {
            try text.write(toFile: "\(folder)/report.\(kind)", atomically: true, encoding: .utf8)
        }
    }
}

private final class Wellformedness: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var references: [String] = []
    var headings: [String] = []
    var pictures = 0, titles = -1, descriptions = 0, tables = 0, captions = 0

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        ids += [attributes["id"]].compactMap { $0 }
        references += (attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
        if ["h1", "h2", "h3"].contains(name) { headings.append(name) }
        pictures += name == "svg" ? 1 : 0
        titles += name == "title" ? 1 : 0
        descriptions += name == "desc" ? 1 : 0
        tables += name == "table" ? 1 : 0
        captions += name == "caption" ? 1 : 0
    }
}

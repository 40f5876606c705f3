import FeedbackAPI
import Models

/// The report as Markdown, for mail and chat: the same figures in the same order as the page, without pictures.
struct ReportMarkdown: Sendable {
    var report: ReportFigures

    var document: String {
        let title = "# \(ReportWords.week(report.week)): \(ReportWords.span(report.from, report.to))"
        let made = """
            Stocks as of \(ReportWords.moment(report.asOf)). Generated \(ReportWords.moment(report.generatedAt)).
            """
        let blocks = [title] + unfinished + headline + attention + details + days + definitions + [made]
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var unfinished: [String] {
        report.isOver ? [] : ["**The week is not over: no comparison with the week before.**"]
    }

    private var headline: [String] {
        let lines = ReportPage.headline.compactMap { report[$0] }.map { figure in
            "- **\(figure.amount)** \(text(figure.title.wire))\(figure.note.map { ": \($0)" } ?? "")"
        }
        return ["## At a glance", lines.joined(separator: "\n")]
    }

    private var attention: [String] {
        let points = Attention.points(of: report).map { "- \(text($0.lead))**\($0.amount)**\(text($0.rest))" }
        let calm = "Nothing is overdue, nothing is owed, and no figure changed more than chance explains."
        let rows = report.overdue.map { item in
            [
                item.submission.wire, item.kind.term, item.channel.rawValue, ReportWords.moment(item.dueAt),
                ReportWords.length(item.lateBy), item.holder,
            ]
        }
        let heads = ["Submission", "Kind", "Channel", "Promised by", "Late by", "With"]
        return ["## What needs attention", points.isEmpty ? calm : points.joined(separator: "\n")]
            + (rows.isEmpty ? [] : [table(heads, rows)])
    }

    private var details: [String] {
        let rows = report.figures.map { [$0.title.wire, $0.amount, $0.note ?? ""] }
        let promises = report.promises.map { row in
            [
                row.kind.plural, row.inTime.base.wire == 0 ? "none due" : ReportWords.part(row.inTime),
                ReportWords.interval(row.inTime) ?? "",
                row.medianAnswer.map(ReportWords.length) ?? "", row.promise.map(ReportWords.length) ?? "",
            ]
        }
        let bands = report.punctuality.map { [$0.band.term, ReportWords.number($0.count.wire)] }
        return ["## All figures", table(["Figure", "This week", "Base and comparison"], rows)] + lists
            + [
                "## Promises",
                table(["Kind", "In time", "95\u{00A0}% interval", "Middle answer after", "Promised within"], promises),
            ]
            + [table(["Share of the promised time", "Submissions"], bands)]
    }

    private var lists: [String] {
        let selected = report.selected.map { [String($0.rank.wire), $0.title?.wire ?? $0.idea.wire, $0.campaign.wire] }
        let answered = report.answered.map {
            [ReportWords.day($0.answeredAt.day), $0.title?.wire ?? $0.idea.wire, $0.status.term]
        }
        return (selected.isEmpty ? [] : ["## Ideas selected", table(["Rank", "Idea", "Campaign"], selected)])
            + (answered.isEmpty ? [] : ["## Answers to ideas", table(["Day", "Idea", "Answer"], answered)])
    }

    private var days: [String] {
        let rows = report.days.enumerated().map { index, day in
            ["\(ReportWords.weekdays[index]) \(ReportWords.day(day.day))"]
                + DaySeries.all.map { ReportWords.number($0.value(day).wire) }
        }
        return ["## Day by day", table(["Day (UTC)"] + DaySeries.all.map(\.title), rows)]
    }

    private var definitions: [String] {
        let rows = report.figures.map { [$0.name.rawValue, $0.definition.wire, $0.source.wire] }
        return ["## Definitions", table(["Figure", "Definition", "Source"], rows)]
    }

    private func table(_ heads: [String], _ rows: [[String]]) -> String {
        let lines = [heads.map(text), heads.map { _ in "---" }] + rows.map { $0.map(text) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// Text as text: what Markdown or the HTML in it would take for a sign is escaped.
    private func text(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~":
                result += "\\"
                result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Figure {
    /// Base, interval and comparison in one line.
    fileprivate var note: String? {
        let parts = [share.flatMap(ReportWords.base), comparison].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

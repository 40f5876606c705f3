import FeedbackAPI
import Models

/// The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.
///
/// Its order is that of a reader with little time: the headline figures, what needs attention, the details by area,
/// and at the end what each figure means.
struct ReportPage: Sendable {
    var report: ReportFigures

    var document: Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) \u{00B7} Community report</title>
        <style>\(ReportStyle.sheet)</style>
        </head>
        <body>
        <header>
        <p class="kicker">Weekly community report</p>
        <h1>\(title)</h1>
        <p class="span">\(ReportWords.span(report.from, report.to))\(unfinished)</p>
        </header>
        <main>
        \(headline)\(attention)\(ReportSections(report: report).all)\(ReportDefinitions(report: report).section)
        </main>
        <footer>
        <p>Stocks as of <time datetime="\(report.asOf.wire)">\(ReportWords.moment(report.asOf))</time>. Generated \
        <time datetime="\(report.generatedAt.wire)">\(ReportWords.moment(report.generatedAt))</time>.</p>
        </footer>
        </body>
        </html>

        """
    }

    private var title: String { ReportWords.week(report.week) }

    private var unfinished: Markup {
        report.isOver ? "" : " <strong class=\"flag\">The week is not over: no comparison with the week before</strong>"
    }

    /// What a reader sees who reads nothing else.
    static let headline: [FigureName] = [.active, .ideasSubmitted, .ballots, .received, .answeredInTime, .overdue]

    private var headline: Markup {
        let cards = Self.headline.compactMap { report[$0] }.map(card)
        return """
            <section aria-labelledby="headline">
            <h2 id="headline">At a glance</h2>
            <dl class="cards">\(cards)</dl>
            </section>

            """
    }

    private func card(_ figure: Figure) -> Markup {
        let isUrgent = figure.name == .overdue && figure.value.wire > 0
        let kind: Markup = isUrgent ? "card urgent" : "card"
        return """
            <div class="\(kind)"><dt>\(figure.title.wire)</dt><dd>\
            <span class="big">\(FigureMarkup.amount(figure))</span>\(FigureMarkup.base(figure))\
            \(FigureMarkup.comparison(figure))</dd></div>

            """
    }

    private var attention: Markup {
        let points = Attention.points(of: report)
        let calm: Markup =
            "<p>Nothing is overdue, nothing is owed, and no figure changed more than chance explains.</p>"
        let items: [Markup] = points.map { point in
            let kind: Markup = point.weight == .urgent ? "urgent" : "notable"
            return
                "<li class=\"\(kind)\">\(point.lead)\(FigureMarkup.data(point.figure, point.amount))\(point.rest)</li>\n"
        }
        return """
            <section aria-labelledby="attention">
            <h2 id="attention">What needs attention</h2>
            \(points.isEmpty ? calm : "<ul class=\"attention\">\(items)</ul>")
            \(OverdueTable(report: report).markup)</section>

            """
    }
}

/// The submissions past their promise, the latest first.
struct OverdueTable: Sendable {
    var report: ReportFigures

    var markup: Markup {
        guard !report.overdue.isEmpty else { return "" }
        let total = report[.overdue]?.value.wire ?? 0
        let more = total - Int64(report.overdue.count)
        let rest: Markup = more > 0 ? "<p class=\"note\">And \(ReportWords.number(more)) more.</p>" : ""
        return """
            <div class="scroll"><table>
            <caption>Submissions past their promise, the latest first</caption>
            <thead><tr><th scope="col">Submission</th><th scope="col">Kind</th><th scope="col">Channel</th>\
            <th scope="col">Promised by</th><th scope="col" class="n">Late by</th><th scope="col">With</th></tr></thead>
            <tbody>\(report.overdue.map(row))</tbody>
            </table></div>\(rest)
            """
    }

    private func row(_ item: OverdueItem) -> Markup {
        """
        <tr><th scope="row" class="id nowrap">\(item.submission.wire)</th><td>\(item.kind.term)</td>\
        <td>\(item.channel.rawValue)</td><td class="nowrap">\(ReportWords.moment(item.dueAt))</td>\
        <td class="n">\(ReportWords.length(item.lateBy))</td><td>\(item.holder)</td></tr>

        """
    }
}

import FeedbackAPI
import Models

/// How the promise was kept for each kind of submission.
struct PromiseTable: Sendable {
    var report: ReportFigures

    var markup: Markup {
        """
        <div class="scroll"><table>
        <caption>Promises by kind, of the submissions due this week</caption>
        <thead><tr><th scope="col">Kind</th><th scope="col" class="n">Due</th><th scope="col" class="n">In time</th>\
        <th scope="col">95\u{00A0}% interval</th><th scope="col" class="n">Middle answer after</th>\
        <th scope="col" class="n">Promised within</th></tr></thead>
        <tbody>\(report.promises.map(row))</tbody>
        </table></div>
        """
    }

    private func cell(_ promise: PromiseRow, _ part: StaticString, _ text: String) -> Markup {
        """
        <span data-figure="\(FigureName.answeredInTime.rawValue)" data-kind="\(promise.kind.rawValue)" \
        data-part="\(part.description)">\(text)</span>
        """
    }

    private func row(_ promise: PromiseRow) -> Markup {
        let share = promise.inTime
        let rate = share.percentage.map(ReportWords.percent) ?? "none due"
        let interval = ReportWords.interval(share) ?? "\u{2013}"
        let median = promise.medianAnswer.map(ReportWords.length) ?? "\u{2013}"
        return """
            <tr><th scope="row">\(promise.kind.plural)</th>\
            <td class="n">\(cell(promise, "due", ReportWords.number(share.base.wire)))</td>\
            <td class="n">\(cell(promise, "share", rate))</td><td>\(cell(promise, "interval", interval))</td>\
            <td class="n">\(cell(promise, "median", median))</td>\
            <td class="n">\(promise.promise.map(ReportWords.length) ?? "\u{2013}")</td></tr>

            """
    }
}

/// The numbers behind the pictures of the days.
struct DayTable: Sendable {
    var report: ReportFigures

    var markup: Markup {
        let heads: [Markup] = DaySeries.all.map { "<th scope=\"col\" class=\"n\">\($0.title)</th>" }
        return """
            <div class="scroll"><table>
            <caption>Day by day</caption>
            <thead><tr><th scope="col">Day (UTC)</th>\(heads)</tr></thead>
            <tbody>\(report.days.indices.map(row))</tbody>
            </table></div>
            """
    }

    private func row(_ index: Int) -> Markup {
        let day = report.days[index]
        let cells: [Markup] = DaySeries.all.map { series in
            """
            <td class="n"><span class="figure" data-figure="\(series.figure.rawValue)" data-day="\(day.day.wire)">\
            \(ReportWords.number(series.value(day).wire))</span></td>
            """
        }
        let name = "\(ReportWords.weekdays[index]) \(ReportWords.day(day.day))"
        return "<tr><th scope=\"row\">\(name)</th>\(cells)</tr>\n"
    }
}

/// One line of numbers over the days of the week.
struct DaySeries: Sendable {
    var title: String
    var figure: FigureName
    var value: @Sendable (DayFigures) -> FigureCount

    static let all: [DaySeries] = [
        DaySeries(title: "Visits", figure: .visits) { $0.visits },
        DaySeries(title: "Registered", figure: .registered) { $0.registered },
        DaySeries(title: "Ideas", figure: .ideasSubmitted) { $0.ideas },
        DaySeries(title: "Comments", figure: .comments) { $0.comments },
        DaySeries(title: "Ballots", figure: .ballots) { $0.ballots },
        DaySeries(title: "Feedback", figure: .received) { $0.received },
    ]
}

/// What each figure means and from which records it is counted.
struct ReportDefinitions: Sendable {
    var report: ReportFigures

    var section: Markup {
        let rows: [Markup] = report.figures.map { figure in
            """
            <tr><th scope="row">\(figure.title.wire)<br><code>\(figure.name.rawValue)</code></th>\
            <td>\(figure.definition.wire)</td><td><code>\(figure.source.wire)</code></td></tr>

            """
        }
        return """
            <section aria-labelledby="definitions" class="definitions">
            <h2 id="definitions">How to read the figures</h2>
            \(notes)
            <div class="scroll"><table>
            <caption>Definitions and sources</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col">Definition</th><th scope="col">Source</th></tr></thead>
            <tbody>\(rows)</tbody>
            </table></div>
            </section>

            """
    }

    private var notes: Markup {
        """
        <p>Weeks run from Monday to Sunday in UTC. A percentage stands with the number it is a part of and with the \
        95\u{00A0}% score interval of Wilson: the range in which the true rate lies unless this week was an unusual one. \
        A change is called clear where chance alone explains it too rarely to be believed: exact tests of counts and \
        shares, with the expected part of false alarms among all clear changes limited to 5\u{00A0}% (Benjamini and \
        Hochberg). Amounts of points, stocks and what the company itself decides are not tested.</p>
        <p>Answer times run from receipt to the first answer, day and night. The bars of answer time against promise, \
        the promises by kind and the days are parts of the figures that they stand under. The middle answer is the \
        median of those that were answered; the promise is the shortest that was given.</p>
        """
    }
}

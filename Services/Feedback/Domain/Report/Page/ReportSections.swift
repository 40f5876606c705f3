import FeedbackAPI
import Models

/// The details, area by area.
struct ReportSections: Sendable {
    var report: ReportFigures

    var all: Markup { "\(joining)\(ideas)\(rewards)\(feedback)\(days)" }

    private func figures(_ names: [FigureName]) -> [Figure] { names.compactMap { report[$0] } }

    private func section(_ id: String, _ heading: String, _ body: Markup) -> Markup {
        """
        <section aria-labelledby="\(id)">
        <h2 id="\(id)">\(heading)</h2>
        \(body)
        </section>

        """
    }

    private var joining: Markup {
        let table = FigureMarkup.table(
            "Joining",
            figures([.invited, .registered, .confirmed, .completed, .active, .visits])
        )
        return section(
            "joining",
            "Joining",
            "<div class=\"beside\">\(FunnelChart(report: report).figure)\(table)</div>"
        )
    }

    private var ideas: Markup {
        let main: [FigureName] = [
            .ideasSubmitted, .comments, .ballots, .campaignsOpened, .campaignsDecided, .ideasSelected, .ideasAnswered,
            .ideasAcknowledged, .ideasUnderReview, .ideasPlanned, .ideasInProgress, .ideasShipped, .ideasDeclined,
        ]
        return section("ideas", "Ideas", "\(FigureMarkup.table("Ideas", figures(main)))\(selected)\(answered)")
    }

    private var selected: Markup {
        let rows: [Markup] = report.selected.map { item in
            """
            <tr><td>\(item.rank.wire)</td><th scope="row">\(item.title?.wire ?? item.idea.wire)</th>\
            <td class="id">\(item.campaign.wire)</td></tr>

            """
        }
        return list("Ideas selected", ["Rank", "Idea", "Campaign"], rows, of: .ideasSelected)
    }

    private var answered: Markup {
        let rows: [Markup] = report.answered.map { item in
            """
            <tr><td>\(ReportWords.day(item.answeredAt.day))</td>\
            <th scope="row">\(item.title?.wire ?? item.idea.wire)</th><td>\(item.status.term)</td></tr>

            """
        }
        return list("Answers to ideas", ["Day", "Idea", "Answer"], rows, of: .ideasAnswered)
    }

    private func list(_ caption: String, _ columns: [String], _ rows: [Markup], of name: FigureName) -> Markup {
        guard !rows.isEmpty else { return "" }
        let heads: [Markup] = columns.map { "<th scope=\"col\">\($0)</th>" }
        let more = (report[name]?.value.wire ?? 0) - Int64(rows.count)
        let rest: Markup = more > 0 ? "<p class=\"note\">And \(ReportWords.number(more)) more.</p>" : ""
        return """
            <div class="scroll"><table>
            <caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody>
            </table></div>\(rest)
            """
    }

    private var rewards: Markup {
        let names: [FigureName] = [
            .pointsAwarded, .pointsRedeemed, .pointsNet, .redemptions, .fulfilled, .notFulfilled,
        ]
        return section("rewards", "Rewards", FigureMarkup.table("Rewards", figures(names)))
    }

    private var feedback: Markup {
        let names: [FigureName] = [.received, .firstAnswers, .answeredInTime, .open, .overdue, .surveyAnswers]
        let body: Markup = """
            \(PunctualityChart(report: report).figure)\(FigureMarkup.table("Feedback", figures(names)))\
            \(PromiseTable(report: report).markup)
            """
        return section("feedback", "Feedback", body)
    }

    private var days: Markup {
        section("days", "Day by day", "\(DayCharts(report: report).figures)\(DayTable(report: report).markup)")
    }
}

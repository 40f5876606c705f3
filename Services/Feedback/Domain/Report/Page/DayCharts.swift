import FeedbackAPI
import Models

/// Small pictures of equal form, one a series, each with its own scale.
struct DayCharts: Sendable {
    var report: ReportFigures

    var figures: Markup {
        let charts: [Markup] = DaySeries.all.enumerated().map { index, series in chart(series, index) }
        return "<div class=\"small\">\(charts)</div>"
    }

    private func chart(_ series: DaySeries, _ index: Int) -> Markup {
        let values = report.days.map { series.value($0).wire }
        return """
            <figure>
            <figcaption>\(series.title)</figcaption>
            <svg viewBox="0 0 280 116" role="img" aria-labelledby="day\(index)-title day\(index)-desc">
            <title id="day\(index)-title">\(series.title) by day</title>
            <desc id="day\(index)-desc">\(description(values))</desc>
            <line class="axis" x1="0" y1="96" x2="280" y2="96"/>
            \(bars(values))
            </svg>
            </figure>

            """
    }

    private func description(_ values: [Int64]) -> String {
        zip(ReportWords.weekdays, values).map { "\($0) \(ReportWords.number($1))" }.joined(separator: ", ") + "."
    }

    private func bars(_ values: [Int64]) -> [Markup] {
        let highest = max(1, values.max() ?? 1)
        return values.enumerated().map { index, value in
            let height = value * 74 / highest
            let kind: Markup = index > 4 ? "bar pale" : "bar"
            return """
                <rect class="\(kind)" x="\(index * 40 + 5)" y="\(96 - height)" width="30" height="\(height)"/>
                <text class="value" x="\(index * 40 + 20)" y="\(91 - height)" text-anchor="middle">\
                \(ReportWords.number(value))</text>
                <text class="tick" x="\(index * 40 + 20)" y="112" text-anchor="middle">\(ReportWords.weekdays[index])</text>

                """
        }
    }
}

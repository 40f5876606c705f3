import FeedbackAPI
import Models

/// How much of the promised time the answers took: one bar a band, with the promise between in time and late.
struct PunctualityChart: Sendable {
    var report: ReportFigures

    private var total: Int64 { report.punctuality.reduce(0) { $0 + $1.count.wire } }

    var figure: Markup {
        guard total > 0 else { return "<p>No answer was due this week.</p>" }
        return """
            <figure>
            <svg viewBox="0 0 720 230" role="img" aria-labelledby="punctuality-title punctuality-desc">
            <title id="punctuality-title">Answer time against promise</title>
            <desc id="punctuality-desc">\(description)</desc>
            <line class="axis" x1="0" y1="180" x2="720" y2="180"/>
            \(bars)
            <line class="promise" x1="410" y1="14" x2="410" y2="180"/>
            <text class="quiet" x="402" y="24" text-anchor="end">in time</text>
            <text class="quiet" x="418" y="24">late</text>
            <text class="label" x="200" y="222" text-anchor="middle">share of the promised time used</text>
            </svg>
            <figcaption>Answer time against promise, of the \(ReportWords.number(total)) submissions whose answer was \
            due this week. The broken line is the promise.</figcaption>
            </figure>
            """
    }

    private var description: String {
        let bands = report.punctuality.map { "\($0.band.term): \(ReportWords.number($0.count.wire))" }
        return "Submissions by the share of the promised time that the first answer took. "
            + bands.joined(separator: "; ")
            + "."
    }

    private var bars: [Markup] {
        let highest = max(1, report.punctuality.map(\.count.wire).max() ?? 1)
        return report.punctuality.enumerated().map { index, row in
            // The bands in time stand left of the promise, the others right of it.
            let left = index < 4 ? index * 100 : 420 + (index - 4) * 100
            let height = row.count.wire * 124 / highest
            let label = ReportWords.number(row.count.wire)
            return """
                <rect class="bar \(kind(row.band))" x="\(left + 10)" y="\(180 - height)" width="80" height="\(height)"/>
                <text class="value" x="\(left + 50)" y="\(172 - height)" text-anchor="middle" \
                data-figure="\(FigureName.answeredInTime.rawValue)" data-band="\(row.band.rawValue)">\(label)</text>
                <text class="tick" x="\(left + 50)" y="198" text-anchor="middle">\(row.band.term)</text>

                """
        }
    }

    private func kind(_ band: PunctualityBand) -> Markup {
        if band == .unanswered { return "missing" }
        return band.isLate ? "late" : "good"
    }
}

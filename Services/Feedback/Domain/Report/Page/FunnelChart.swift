import FeedbackAPI
import Models

/// From invitation to complete profile, one bar a step.
struct FunnelChart: Sendable {
    var report: ReportFigures

    private var steps: [Figure] { [.invited, .registered, .confirmed, .completed].compactMap { report[$0] } }

    var figure: Markup {
        """
        <figure>
        <svg viewBox="0 0 350 208" role="img" aria-labelledby="funnel-title funnel-desc">
        <title id="funnel-title">From invitation to complete profile</title>
        <desc id="funnel-desc">\(description)</desc>
        \(bars)
        </svg>
        <figcaption>Of the people who registered this week, how many went on by its end. Invitations are those sent \
        this week; not everybody who registers was invited.</figcaption>
        </figure>
        """
    }

    private var description: String {
        steps.map { "\($0.title.wire): \(ReportWords.number($0.value.wire))" }.joined(separator: "; ") + "."
    }

    private var bars: [Markup] {
        let longest = max(1, steps.map(\.value.wire).max() ?? 1)
        return steps.enumerated().map { index, step in
            let top = index * 52
            let width = step.value.wire * 250 / longest
            let kind: Markup = index == 0 ? "bar pale" : "bar"
            return """
                <text class="label" x="0" y="\(top + 14)">\(step.title.wire)</text>
                <rect class="track" x="0" y="\(top + 20)" width="250" height="22" rx="3"/>
                <rect class="\(kind)" x="0" y="\(top + 20)" width="\(width)" height="22" rx="3"/>
                <text class="value" x="258" y="\(top + 37)" data-figure="\(step.name.rawValue)">\(ReportWords.number(step.value.wire))\(share(step))</text>

                """
        }
    }

    private func share(_ step: Figure) -> Markup {
        guard let percentage = step.share?.percentage else { return "" }
        return " <tspan class=\"quiet\">\(ReportWords.percent(percentage))</tspan>"
    }
}

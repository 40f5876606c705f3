import FeedbackAPI
import Models

/// A figure in the page. Each number carries the name of its figure, under which its definition stands at the end.
enum FigureMarkup {
    static func data(_ name: FigureName, _ amount: String) -> Markup {
        "<span class=\"figure\" data-figure=\"\(name.rawValue)\">\(amount)</span>"
    }

    static func amount(_ figure: Figure) -> Markup { data(figure.name, figure.amount) }

    /// `21 of 24, 95 % interval 69.0–95.7 %`
    static func base(_ figure: Figure) -> Markup {
        guard let base = figure.share.flatMap(ReportWords.base) else { return "" }
        return "<span class=\"base\">\(base)</span>"
    }

    static func comparison(_ figure: Figure) -> Markup {
        guard let comparison = figure.comparison else { return "" }
        let kind: Markup = figure.isClear == true ? "change clear" : "change"
        return "<span class=\"\(kind)\">\(comparison)</span>"
    }

    /// Figures as a table: value, comparison.
    static func table(_ caption: String, _ figures: [Figure]) -> Markup {
        let rows: [Markup] = figures.map { figure in
            """
            <tr><th scope="row">\(figure.title.wire)</th><td class="n">\(amount(figure))</td>\
            <td>\(base(figure))\(comparison(figure))</td></tr>

            """
        }
        return """
            <div class="scroll"><table class="figures">
            <caption>\(caption)</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col" class="n">This week</th>\
            <th scope="col">Against the week before</th></tr></thead>
            <tbody>\(rows)</tbody>
            </table></div>
            """
    }
}

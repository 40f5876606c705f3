import FeedbackAPI
import Models

// What the words of the wire are called in the documents.

extension SubmissionKind {
    var term: String { rawValue }
    var plural: String { rawValue + "s" }
}

extension PunctualityBand {
    var term: String {
        switch self {
        case .firstQuarter: "up to 25\u{00A0}%"
        case .secondQuarter: "25\u{2013}50\u{00A0}%"
        case .thirdQuarter: "50\u{2013}75\u{00A0}%"
        case .lastQuarter: "75\u{2013}100\u{00A0}%"
        case .lateWithinTwice: "late, up to 2\u{00D7}"
        case .lateBeyondTwice: "late, over 2\u{00D7}"
        case .unanswered: "no answer"
        }
    }

    var isLate: Bool { self == .lateWithinTwice || self == .lateBeyondTwice }
}

extension AnsweredStatus {
    var term: String {
        switch self {
        case .underReview: "under review"
        case .inProgress: "in progress"
        case .open, .acknowledged, .planned, .shipped, .declined: rawValue
        }
    }
}

extension ReportFigures {
    /// Each name of a figure stands in the report once; a test says so.
    subscript(name: FigureName) -> Figure? { figures.first { $0.name == name } }

    var isOver: Bool { asOf >= week.end }
}

extension OverdueItem {
    /// Who has it: the person by id, the team by name.
    var holder: String {
        let parts = [team?.wire, assignee?.text].compactMap { $0 }
        return parts.isEmpty ? "nobody" : parts.joined(separator: ", ")
    }
}

extension Figure {
    /// The change in words, with the numbers that it is made of: `+5 from 26, may be chance`.
    var comparison: String? {
        guard let previous, let change else { return nil }
        if let share, let previousShare {
            guard let now = share.percentage, let earlier = previousShare.percentage else {
                return "nothing to compare with"
            }
            let points = now.tenths - earlier.tenths
            let sign = points > 0 ? "+" : ""
            let before = "\(ReportWords.percent(earlier)) (n = \(ReportWords.number(previousShare.base.wire)))"
            return "\(sign)\(ReportWords.tenths(points)) points from \(before)\(verdict)"
        }
        if change.wire == 0 { return "unchanged" }
        return "\(ReportWords.signed(change.wire)) from \(ReportWords.number(previous.wire))\(verdict)"
    }

    private var verdict: String {
        guard let isClear, change != FigureValue(0) || share != nil else { return "" }
        return isClear ? ", a clear change" : ", may be chance"
    }

    /// The figure itself: a percentage where it is a part of a whole, and words where there is no whole.
    var amount: String {
        guard let share else { return ReportWords.number(value.wire) }
        return share.percentage.map(ReportWords.percent) ?? name.wordsForNoBase
    }
}

extension FigureName {
    /// What stands instead of the percentage of a share where there is nothing that it could be a part of.
    var wordsForNoBase: String {
        switch self {
        case .answeredInTime: "none due"
        case .confirmed, .completed: "none registered"
        default: "none"
        }
    }
}

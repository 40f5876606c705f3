import IdeasAPI
import Models

/// When the phases of a campaign really are: the sealed windows with the early closings applied.
struct Timeline: Sendable {
    let windows: [PhaseWindow]
    private let isDecided: Bool

    /// A phase that was closed early ends at that moment, and the next one opens at it.
    init(_ phases: [PhaseWindow], closings: [PhaseClosing], isDecided: Bool) {
        var windows = phases
        for closing in closings {
            guard let place = windows.firstIndex(where: { $0.phase == closing.phase }) else { continue }
            windows[place].closesAt = min(windows[place].closesAt, closing.closedAt)
            guard place + 1 < windows.count else { continue }
            windows[place + 1].opensAt = min(windows[place + 1].opensAt, closing.closedAt)
        }
        self.windows = windows
        self.isDecided = isDecided
    }

    func stage(at now: Instant) -> Stage {
        if isDecided { return .decided }
        guard let window = windows.first(where: { now < $0.closesAt }) else { return .overdue }
        return now < window.opensAt ? Self.before(window.phase) : Self.during(window.phase)
    }

    static func before(_ phase: Phase) -> Stage {
        switch phase {
        case .collecting: .announced
        case .voting: .beforeVoting
        case .reviewing: .beforeReviewing
        case .deciding: .beforeDeciding
        }
    }

    static func during(_ phase: Phase) -> Stage {
        switch phase {
        case .collecting: .collecting
        case .voting: .voting
        case .reviewing: .reviewing
        case .deciding: .deciding
        }
    }
}

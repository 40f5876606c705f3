import Models
import RewardsAPI

/// Each cause fills columns of its own.
struct CauseColumns {
    var rule: Rule.ID?
    var version: RuleVersion?
    var source: Occurrence.ID?
    var actor: Actor?
    var reason: Sentence?
    var reverses: Transfer.ID?
    var ends: Transfer.ID?

    init(_ cause: Movement.Cause) {
        switch cause {
        case .rule(let rule, let version, let source):
            (self.rule, self.version, self.source) = (rule, version, source.event)
        case .hand(let actor, let reason): (self.actor, self.reason) = (actor, reason)
        case .reversal(let original, let remark):
            (reverses, actor, reason) = (original, remark?.actor, remark?.reason)
        case .conclusion(let earlier): ends = earlier
        case .order, .age, .debt: break
        }
    }
}

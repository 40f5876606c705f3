import IdeasAPI
import Models
import TypedSQL

// The service's own values stand in the database as on the wire.

extension ExternalID: @retroactive SQLValue {}
extension Pseudonym: @retroactive SQLValue {}
extension CriterionKey: @retroactive SQLValue {}
extension Grade: @retroactive SQLValue {}
extension Tally: @retroactive SQLValue {}
extension Opinion: @retroactive SQLValue {}
extension Phase: @retroactive SQLValue {}
extension IdeaStatus: @retroactive SQLValue {}
extension CustomerType: @retroactive SQLValue {}

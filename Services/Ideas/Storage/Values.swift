public import IdeasAPI
public import Models
public import TypedSQL

// The service's own values stand in the database as on the wire.

extension ExternalID: SQLValue {}
extension Pseudonym: SQLValue {}
extension CriterionKey: SQLValue {}
extension Grade: SQLValue {}
extension Tally: SQLValue {}
extension Opinion: SQLValue {}
extension Phase: SQLValue {}
extension IdeaStatus: SQLValue {}
extension CustomerType: SQLValue {}

public import Hosting
public import IdentityAPI
public import Models

extension PublicKeys: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> [SigningKey] {
        try context.service.keys.published(at: context.now)
    }
}

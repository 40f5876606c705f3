import Hosting
import IdentityAPI
import Models

extension PublicKeys: Handled {
    func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> [SigningKey] {
        try context.service.keys.published(at: context.now)
    }
}

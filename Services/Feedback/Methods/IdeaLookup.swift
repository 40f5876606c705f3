import IdeasAPI
import Models
import RPC

/// Asks the service of ideas for what events do not carry: titles are texts of people and stay where they were written.
enum IdeaLookup {
    /// An idea that is not there any more has no title.
    static func titles(of ideas: [Idea.ID], from client: RPC.Client) async throws -> [Idea.ID: Title] {
        try await withThrowingTaskGroup(of: (Idea.ID, Title)?.self) { group in
            for idea in Set(ideas) {
                group.addTask {
                    do { return (idea, try await client.call(GetIdea(idea: idea)).summary.title) } catch GetIdea.Refusal
                        .ideaUnknown
                    {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: [:]) { titles, found in
                if let (idea, title) = found { titles[idea] = title }
            }
        }
    }
}

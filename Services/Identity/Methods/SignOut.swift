public import Hosting
public import IdentityAPI
public import Models

extension SignOut: Handled {
    public func respond(to member: ActingMember, in context: Context<IdentityService>) async throws -> EndedSessions {
        try await context.write { work in
            let running = try Sessions.running(of: member.id, in: work)
            let chosen = everywhere == true ? running : running.filter { $0 == session ?? member.session }
            guard everywhere == true || !chosen.isEmpty else { throw Refusal.sessionUnknown }
            for session in chosen { try Sessions.end(session, of: member.id, in: work) }
            return EndedSessions(sessions: chosen)
        }
    }
}

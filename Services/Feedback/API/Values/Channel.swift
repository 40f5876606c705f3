/// How something was said (requirements F-01 to F-07); the member chooses what suits best.
public enum Channel: String, Codable, CaseIterable, Sendable {
    case post, survey, email, telephone, meeting, interview, chat
}

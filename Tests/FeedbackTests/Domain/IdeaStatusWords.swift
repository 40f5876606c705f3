import IdeasAPI

enum IdeaStatusWords {
    static let all = IdeaStatus.allCases.map(\.rawValue)
}

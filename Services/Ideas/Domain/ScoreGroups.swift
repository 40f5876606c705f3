/// Which ideas and judges can be compared: those connected by scores.
struct ScoreGroups: Sendable {
    let ofIdea: [Int]
    let ofJudge: [Int]
    /// How many groups have at least one score.
    let count: Int
    /// How many quantities the model fits: scored ideas and their judges, less one constant for each group.
    let size: Int

    init(ideas: Int, judges: Int, _ observations: [ScoreModel.Observation]) {
        var parent = Array(0..<(ideas + judges))
        func root(_ node: Int) -> Int {
            var node = node
            while parent[node] != node {
                parent[node] = parent[parent[node]]
                node = parent[node]
            }
            return node
        }
        for observation in observations {
            let (left, right) = (root(observation.idea), root(ideas + observation.judge))
            parent[max(left, right)] = min(left, right)
        }
        let scored = Set(observations.map(\.idea)).union(observations.map { ideas + $0.judge })
        var numbers: [Int: Int] = [:]
        for node in scored.sorted() where numbers[root(node)] == nil { numbers[root(node)] = numbers.count }
        // A judge without scores is a group alone, numbered behind the others, so that it shares no equation.
        let number = { (node: Int) in scored.contains(node) ? numbers[root(node)] ?? 0 : numbers.count + node }
        ofIdea = (0..<ideas).map { scored.contains($0) ? number($0) : 0 }
        ofJudge = (0..<judges).map { number(ideas + $0) }
        count = numbers.count
        size = scored.count - numbers.count
    }
}

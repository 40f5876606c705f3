/// How generous judges are beside each other.
enum Leniency {
    /// Solves the normal equations of the two-way model for the judges, the ideas being eliminated: for each judge j,
    /// sum over j's ideas of (b_j - mean of b over the idea's judges) = sum of (score - the idea's mean score).
    ///
    /// In each group the equations determine b up to a constant; adding the all-ones matrix of the group to them takes
    /// the solution whose sum is zero.
    static func fit(
        ideas: Int,
        judges: Int,
        _ observations: [ScoreModel.Observation],
        _ groups: ScoreGroups
    ) -> [Double] {
        var matrix = Array(repeating: Array(repeating: 0.0, count: judges), count: judges)
        var right = Array(repeating: 0.0, count: judges)
        var byIdea = Array(repeating: [ScoreModel.Observation](), count: ideas)
        for observation in observations { byIdea[observation.idea].append(observation) }
        for scores in byIdea where !scores.isEmpty {
            let part = 1 / Double(scores.count)
            let mean = scores.reduce(0) { $0 + $1.score } * part
            for score in scores {
                right[score.judge] += score.score - mean
                matrix[score.judge][score.judge] += 1
                for other in scores { matrix[score.judge][other.judge] -= part }
            }
        }
        for row in 0..<judges {
            for column in 0..<judges where groups.ofJudge[row] == groups.ofJudge[column] { matrix[row][column] += 1 }
        }
        return solve(matrix, right)
    }

    /// Gaussian elimination with row exchange. The matrix is positive definite, so each pivot is.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var matrix = matrix
        var right = right
        for place in right.indices {
            let best = (place..<right.count).max { abs(matrix[$0][place]) < abs(matrix[$1][place]) } ?? place
            matrix.swapAt(place, best)
            right.swapAt(place, best)
            let pivot = matrix[place]
            for row in (place + 1)..<max(place + 1, right.count) where matrix[row][place] != 0 {
                let factor = matrix[row][place] / pivot[place]
                for column in place..<right.count { matrix[row][column] -= factor * pivot[column] }
                right[row] -= factor * right[place]
            }
        }
        for place in right.indices.reversed() {
            for column in (place + 1)..<max(place + 1, right.count) {
                right[place] -= matrix[place][column] * right[column]
            }
            right[place] /= matrix[place][place]
        }
        return right
    }
}

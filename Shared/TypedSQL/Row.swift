/// One row of an answer.
public struct Row: Sendable {
    package let columns: [String]
    package let values: [Value]

    package init(columns: [String], values: [Value]) {
        self.columns = columns
        self.values = values
    }

    /// Reads a column by its name; the first one when two have the same.
    ///
    /// - Throws: `SQLError.decoding` when there is no such column or its value is of another kind.
    public func get<T: SQLValue>(_ column: String, as type: T.Type = T.self) throws -> T {
        guard let index = columns.firstIndex(of: column) else {
            throw SQLError.decoding("there is no column \(column)")
        }
        return try read(index)
    }

    /// Reads a column by its position, the first being 0.
    ///
    /// - Throws: `SQLError.decoding` when there is no such column or its value is of another kind.
    public func get<T: SQLValue>(_ index: Int, as type: T.Type = T.self) throws -> T {
        guard values.indices.contains(index) else { throw SQLError.decoding("there is no column \(index)") }
        return try read(index)
    }

    private func read<T: SQLValue>(_ index: Int) throws -> T {
        do {
            return try T(sqlValue: values[index])
        } catch SQLError.decoding(let reason) {
            throw SQLError.decoding("column \(columns[index]): \(reason)")
        }
    }
}

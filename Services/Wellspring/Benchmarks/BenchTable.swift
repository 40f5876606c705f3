import Foundation

/// The lines that the benchmark prints, each as soon as it is known: what was done, the figure, and the command that
/// takes it again.
struct BenchTable {
    func begin() {
        row("what", "figure", "command")
        row("---", "---", "---")
    }

    func add(_ what: String, _ figure: String, command: String) {
        row(what, figure, "`wellspring bench \(command)`")
    }

    private func row(_ cells: String...) {
        // Not printed, because what is printed to a pipe is kept back until the end.
        FileHandle.standardOutput.write(Data("| \(cells.joined(separator: " | ")) |\n".utf8))
    }
}

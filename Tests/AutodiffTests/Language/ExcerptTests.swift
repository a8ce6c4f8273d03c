import Autodiff
import Testing

@Suite struct `Excerpts` {
    private func error(_ expression: String) -> GraphError? {
        do {
            _ = try Graph(expression: expression)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("y = tahn(x)", 1, 5, "y = tahn(x)\n    ^"),
        ("x = 1\n\ny = x $ 2\nz = 3", 3, 7, "y = x $ 2\n      ^"),
        ("x = 1\r\ny = x $ 2\r\nz = 3", 2, 7, "y = x $ 2\n      ^"),
        ("x = 1\ry = x $ 2\rz = 3", 2, 7, "y = x $ 2\n      ^"),
        ("\ty\t=\tx $ 2", 1, 8, "\ty\t=\tx $ 2\n\t \t \t  ^"),
        ("y = äö + $", 1, 10, "y = äö + $\n         ^"),
        ("y = e\u{301} + $", 1, 9, "y = e\u{301} + $\n        ^"),
        ("y = a\u{20DD}", 1, 5, "y = a\u{20DD}\n    ^"),
        ("y = a +", 1, 7, "y = a +\n      ^"),
        ("y = \u{1B}[31m", 1, 5, "y = \u{FFFD}[31m\n    ^"),
        ("", 1, 1, "\n^"),
    ])
    func `show the line and a caret under the place`(
        expression: String, line: Int, column: Int, excerpt: String
    ) {
        #expect(error(expression)?.place == .expression(line: line, column: column, excerpt: excerpt))
    }

    @Test func `show a window of a long line`() {
        let terms = Array(repeating: "xyz", count: 10_000).joined(separator: " + ")
        guard case .expression(_, let column, let excerpt) = error("y = \(terms) + $ + \(terms)")?.place else {
            Issue.record("no place in the expression")
            return
        }
        let lines = excerpt.split(separator: "\n").map(Array.init)
        #expect(column == 4 + terms.count + 4)
        #expect(lines[0].count == 122)
        #expect(lines[0].first == "…" && lines[0].last == "…")
        #expect(lines[0][lines[1].count - 1] == "$")
    }
}

import Autodiff
import Testing

/// Deep, long and explosive programs: they work, or are refused, and never exhaust stack, memory or patience.
@Suite struct `Large expressions` {
    private func code(
        _ expression: String, _ limits: GraphLimits = GraphLimits(), _ shapes: [String: [Int]] = [:]
    ) -> GraphError.Code? {
        do {
            _ = try Graph(expression: expression, shapes: shapes.compactMapValues { Shape($0) }, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    private static let deep = 100_000

    private static func many(_ piece: String) -> String { String(repeating: piece, count: deep) }

    private static let programs: [(name: String, text: String)] = [
        ("sum", many("x+") + "x"),
        ("power", many("x^") + "x"),
        ("negative powers", many("x^-") + "x"),
        ("signs", many("-") + "x"),
        ("choices within choices", many("x?") + "x" + many(":x")),
        ("choices after choices", many("x?x:") + "x"),
        ("newlines", many("\n") + "x"),
        ("statements", "a0 = x\n" + (1..<deep).map { i in "a\(i) = a\(i - 1)\n" }.joined()),
        ("functions", "f0(x) = x\n" + (1..<deep).map { i in "f\(i)(x) = f\(i - 1)(x) + 1\n" }.joined() + "f99999(x)"),
        ("shapes", (0..<deep).map { i in "a\(i) = reshape([], [0, \(i)])\n" }.joined()),
        ("indices", "[7]" + many("[:]") + "[0]"),
        ("parts", "[7]" + many("[0:]") + "[0]"),
        ("arguments", "sum(" + "concat([1]" + many(", [x]").prefix(5 * 60_000) + "), axis=0)"),
    ]

    @Test(arguments: programs.map(\.name))
    func `work however deep they are`(name: String) throws {
        let program = try #require(Self.programs.first { $0.name == name })
        #expect(code(program.text) == nil)
    }

    @Test(arguments: ["(", "sin(", "-(", "x^(", "x?(", "[", "x[", "[1, [", "f((("])
    func `nest parentheses only so deep`(opening: String) {
        let text = String(repeating: opening, count: Self.deep)
        let code = code(text + "x" + String(repeating: ")", count: Self.deep))
        // An index has no brackets inside.
        #expect(code == (opening == "x[" ? .invalidExpression : .limitExceeded))
    }

    @Test(arguments: [(10, nil), (9, GraphError.Code.limitExceeded)])
    func `nest to the limit and no deeper`(nesting: Int, code: GraphError.Code?) {
        let text = String(repeating: "(", count: 5) + String(repeating: "sin(", count: 5) + "x"
        #expect(self.code(text + String(repeating: ")", count: 10), GraphLimits(nesting: nesting)) == code)
    }

    @Test(arguments: [(3, nil), (2, GraphError.Code.limitExceeded)])
    func `nest brackets as deep as parentheses`(nesting: Int, code: GraphError.Code?) {
        #expect(self.code("([[1]])", GraphLimits(nesting: nesting)) == code)
        #expect(self.code("[[x[0:][0:]]]", GraphLimits(nesting: nesting), ["x": [2]]) == code)
    }

    @Test func `make one node of an array of numbers`() throws {
        let row = "[" + String(repeating: "-1.5, ", count: 999) + "2]"
        let graph = try Graph(expression: "[" + String(repeating: row + ",\n", count: 99) + row + "]")
        #expect(graph.count == 1)
        #expect(graph.shape(of: graph.outputs[0]).extents == [100, 1_000])
    }

    @Test(arguments: [
        ("[1, 2, 3, 4, 5, 6, 7, 8, 9]", GraphError.Code.limitExceeded), ("[1, 2, 3, 4, 5, 6, 7, 8]", nil),
        ("x + x", nil), ("x + x + x", .limitExceeded), ("y = broadcast_to(1, [100])", .limitExceeded),
        ("[x, x]", .limitExceeded),
    ])
    func `have as many elements as allowed`(expression: String, code: GraphError.Code?) {
        #expect(self.code(expression, GraphLimits(elements: 8), ["x": [4]]) == code)
    }

    /// Two inputs, a reshape of each, and the array of both.
    @Test(arguments: [(5, nil), (4, GraphError.Code.limitExceeded)])
    func `count the nodes of composite ops`(nodes: Int, code: GraphError.Code?) {
        #expect(self.code("y = [a, b]", GraphLimits(nodes: nodes)) == code)
    }

    @Test(arguments: ["x", "x + 1", "x * x", "2", "k"])
    func `cannot explode by inlining`(body: String) {
        let doubling = (1..<64).map { "f\($0)(x) = f\($0 - 1)(f\($0 - 1)(x))\n" }.joined()
        let limits = GraphLimits(nodes: 100_000)
        #expect(code("f0(x) = \(body)\n\(doubling)y = f63(a)", limits) == .limitExceeded)
    }

    @Test(arguments: [(4, nil), (3, GraphError.Code.limitExceeded)])
    func `have as many nodes as allowed`(nodes: Int, code: GraphError.Code?) {
        #expect(self.code("y = a*b + a\n", GraphLimits(nodes: nodes)) == code)
        #expect(self.code("x = 1; y = x; z = y; w = z", GraphLimits(nodes: nodes)) == code)
    }
}

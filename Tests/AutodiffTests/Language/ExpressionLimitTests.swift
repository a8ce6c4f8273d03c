import Autodiff
import Testing

/// Deep, long and explosive programs: they work, or are refused, and never exhaust stack, memory or patience.
@Suite struct `Large expressions` {
    private func code(_ expression: String, _ limits: GraphLimits = GraphLimits()) -> GraphError.Code? {
        do {
            _ = try Graph(expression: expression, limits: limits)
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
    ]

    @Test(arguments: programs.map(\.name))
    func `work however deep they are`(name: String) throws {
        let program = try #require(Self.programs.first { $0.name == name })
        #expect(code(program.text) == nil)
    }

    @Test(arguments: ["(", "sin(", "-(", "x^(", "x?(", "[", "f((("])
    func `nest parentheses only so deep`(opening: String) {
        let text = String(repeating: opening, count: Self.deep)
        let code = code(text + "x" + String(repeating: ")", count: Self.deep))
        #expect(code == (opening == "[" ? .invalidExpression : .limitExceeded))
    }

    @Test(arguments: [(10, nil), (9, GraphError.Code.limitExceeded)])
    func `nest to the limit and no deeper`(nesting: Int, code: GraphError.Code?) {
        let text = String(repeating: "(", count: 5) + String(repeating: "sin(", count: 5) + "x"
        #expect(self.code(text + String(repeating: ")", count: 10), GraphLimits(nesting: nesting)) == code)
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

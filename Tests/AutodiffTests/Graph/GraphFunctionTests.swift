import Autodiff
import Testing

/// Functions of one's own in graph documents.
@Suite struct `Functions of a graph` {
    private let product = FunctionDescription("f", ["x", "y"], "x*y", derivatives: ["x": "y", "y": "x"])

    private func gradients(
        _ functions: [FunctionDescription], _ nodes: [NodeDescription]
    ) throws -> [String: Double] {
        let result = try Gradient(of: try Graph(functions: functions, nodes: nodes))()
        return Dictionary(
            result.gradients.map { ($0.name, $0.tensor.elements[0]) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `are called as ops`() throws {
        let nodes = [
            NodeDescription("z", "f", ["b", "a"]), NodeDescription("b", "f", ["a", 3]),
            NodeDescription("a", "input", value: 2),
        ]
        let found = try gradients([product], nodes)
        #expect(found == ["a": 12, "b": 2, "z": 1])
        let plain = try gradients([FunctionDescription("f", ["x", "y"], "x*y")], nodes)
        #expect(found == plain)
    }

    @Test func `may call each other in any order, and go before ops`() throws {
        let functions = [
            FunctionDescription("f", ["x"], "g(x, 2) + sin(x)"), FunctionDescription("g", ["x", "y"], "h(x)*y"),
            FunctionDescription("h", ["x"], "x", derivatives: ["x": "one()"]), FunctionDescription("one", [], "1"),
            FunctionDescription("sin", ["x"], "100*x"),
        ]
        let nodes = [NodeDescription("a", "input", value: 2), NodeDescription("z", "f", ["a"])]
        #expect(try gradients(functions, nodes)["a"] == 102)
    }

    @Test func `make a node of its own even of an operand`() throws {
        let functions = [FunctionDescription("same", ["x"], "x"), FunctionDescription("first", ["x", "y"], "x")]
        let nodes = [
            NodeDescription("a", "input", value: 2), NodeDescription("b", "same", ["a"]),
            NodeDescription("c", "first", ["b", 3]), NodeDescription("d", "first", [4, "c"]),
            NodeDescription("z", "multiply", ["c", "b"]),
        ]
        let graph = try Graph(functions: functions, nodes: nodes, outputs: ["z"])
        #expect(Set(graph.namedNodes.map(\.node)).count == 5)
        #expect(try Gradient(of: graph)().gradients.map { $0.tensor.elements[0] } == [4, 4, 2, 0, 1])
    }

    /// A function that is wrong, and where and how it is said.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let function: FunctionDescription
        let path: [GraphError.Step]
        /// In the expression at the path, if it is there.
        let line: Int
        let column: Int?
        let code: GraphError.Code
        let words: String

        init(
            _ expression: String, _ code: GraphError.Code, derivatives: [String: String] = [:], line: Int = 1,
            column: Int? = 1, at path: GraphError.Step..., words: String
        ) {
            function = FunctionDescription("f", ["x", "rate"], expression, derivatives: derivatives)
            self.path = [.field("functions"), .field("f")] + path
            self.line = line
            self.column = column
            self.code = code
            self.words = words
        }

        var testDescription: String { "\(function.expression) \(function.derivatives)" }
    }

    private static let mistakes: [Mistake] = [
        Mistake("x +", .invalidExpression, column: 3, at: .field("expression"), words: "missing after"),
        Mistake("", .invalidExpression, at: .field("expression"), words: "missing"),
        Mistake(" # x", .invalidExpression, column: 5, at: .field("expression"), words: "missing"),
        Mistake("x)", .invalidExpression, column: 2, at: .field("expression"), words: "no \"(\""),
        Mistake("(x", .invalidExpression, at: .field("expression"), words: "never closed"),
        Mistake("y = x", .invalidExpression, column: 3, at: .field("expression"), words: "no \"=\""),
        Mistake("x; rate", .invalidExpression, column: 2, at: .field("expression"), words: "one expression"),
        Mistake("x\nrate", .invalidExpression, line: 2, at: .field("expression"), words: "one expression"),
        Mistake("x\u{0}", .invalidExpression, column: 2, at: .field("expression"), words: "U+0000"),
        Mistake("x*f(x, 1)", .invalidExpression, column: 3, at: .field("expression"), words: "call itself"),
        Mistake("x*g(x)", .invalidExpression, at: .field("expression"), words: "by way of others"),
        Mistake("x + tahn(x)", .unknownOp, column: 5, at: .field("expression"), words: "tanh"),
        Mistake("x*sin(x, 2)", .wrongArity, column: 3, at: .field("expression"), words: "1 operand"),
        Mistake("x*rat", .unknownID, column: 3, at: .field("expression"), words: "\"rate\""),
        Mistake("x @ rate", .shapeMismatch, column: 3, at: .field("expression"), words: "matmul"),
        Mistake(
            "x", .unknownID, derivatives: ["x": "1", "rate": "x*a"], column: 3, at: .field("derivatives"),
            .field("rate"),
            words: "no parameter"),
        Mistake(
            "x", .invalidExpression, derivatives: ["x": "2 2", "rate": "1"], column: 3, at: .field("derivatives"),
            .field("x"),
            words: "operator is missing"),
        Mistake(
            "x", .missingField, derivatives: ["x": "1"], column: nil, at: .field("derivatives"),
            words: "\"rate\" is missing"),
        Mistake(
            "x", .unknownID, derivatives: ["rat": "1"], column: nil, at: .field("derivatives"), .field("rat"),
            words: "\"rate\""),
    ]

    @Test(arguments: mistakes) func `are refused with the place`(mistake: Mistake) throws {
        let other = FunctionDescription("g", ["x"], "f(x, 1)")
        let nodes = [NodeDescription("a", "input"), NodeDescription("z", "f", ["a", 2])]
        let caller = mistake.words == "by way of others" ? [other, mistake.function] : [mistake.function]
        let error = #expect(throws: GraphError.self) { try Graph(functions: caller, nodes: nodes) }
        #expect(error?.code == mistake.code)
        #expect(error?.detail.contains(mistake.words) == true, "\(error?.detail ?? "")")
        switch error?.place {
        case .graph(let path): #expect(path == mistake.path && mistake.column == nil)
        case .function(let path, let line, let column, _):
            let isOther = mistake.words == "by way of others"
            #expect(
                isOther || (path == mistake.path && line == mistake.line && column == mistake.column),
                "\(path) \(column)")
        case _: Issue.record("no place in the graph")
        }
    }

    @Test func `are refused with bad names, and with other operands than they have parameters`() throws {
        func error(_ function: FunctionDescription, _ node: NodeDescription) -> GraphError? {
            do {
                _ = try Graph(functions: [function], nodes: [node])
                return nil
            } catch {
                return error
            }
        }
        let node = NodeDescription("z", "f", [1])
        for name in ["", "x y", "2", "x ", "#x", "sin(x)", "\u{FEFF}x"] {
            #expect(error(FunctionDescription("f", [name], "1"), node)?.code == .invalidID, "\(name)")
        }
        #expect(error(FunctionDescription("f", ["x", "x"], "x"), node)?.code == .duplicateID)
        #expect(error(FunctionDescription("input", ["x"], "x"), node)?.code == .invalidID)
        #expect(error(FunctionDescription("", ["x"], "x"), node)?.code == .invalidID)
        let one = FunctionDescription("f", ["x"], "x")
        #expect(error(one, NodeDescription("z", "f", [1, 2]))?.code == .wrongArity)
        #expect(error(one, NodeDescription("z", "f", [1], value: 1))?.code == .invalidAttribute)
        #expect(error(one, NodeDescription("z", "f", [1], attributes: ["axis": 0]))?.code == .invalidAttribute)
        #expect(
            error(FunctionDescription("spread", ["x"], "x"), NodeDescription("z", "spraed", [1]))?.suggestion
                == "spread")
        #expect(error(one, node) == nil)
    }

    @Test func `tell the node that calls`() {
        let error = #expect(throws: GraphError.self) {
            try Graph(
                functions: [FunctionDescription("f", ["x"], "x @ x")],
                nodes: [NodeDescription("a", "input"), NodeDescription("z", "f", ["a"])])
        }
        #expect(error?.node == "z")
    }

    @Test func `count by what they make`() {
        // Each doubles what the one before makes.
        let functions = (1...40).map { index in
            FunctionDescription("f\(index)", ["x"], index == 1 ? "sin(x)" : "f\(index - 1)(x) + f\(index - 1)(x)")
        }
        let error = #expect(throws: GraphError.self) {
            try Graph(
                functions: functions, nodes: [NodeDescription("z", "f40", [1])], limits: GraphLimits(nodes: 10_000))
        }
        #expect(error?.code == .limitExceeded)
    }
}

import Autodiff
import Testing

/// Two functions of one operand that a program computes at once have the bits that they have apart.
@Suite("Functions paired in programs") struct FusedPairTests {
    /// An expression of `x` and `y`, and in how many runs a program computes it.
    struct Form: Sendable, CustomTestStringConvertible {
        let expression: String
        let runs: Int
        var testDescription: String { expression }
    }

    static let forms = [
        Form(expression: "sin(x) * cos(x)", runs: 2), Form(expression: "cos(x) - sin(x)", runs: 2),
        Form(expression: "sin(x)", runs: 1), Form(expression: "cos(x)", runs: 1),
        Form(expression: "sin(x) * cos(y)", runs: 3), Form(expression: "sin(x) / sin(y)", runs: 2),
        Form(expression: "(sin(x) * cos(x)) / (cos(y) - sin(y))", runs: 4),
        Form(expression: "tanh(x) * tanh(y)", runs: 2), Form(expression: "tanh(sin(x)) * cos(x)", runs: 3),
        Form(expression: "s = sin(x + y); c = cos(x + y); sin(s) * cos(s) / (cos(c) * sin(c) * c)", runs: 6),
    ]

    static let numbers: [Double] = [0, -0.0, 0.4, -2.5, 10, 1e5, -3e8, 0x1p-1030, .infinity, .nan]

    static let points = numbers.flatMap { x in numbers.map { y in [x, y] } }

    static func areSame(_ some: some Sequence<Double>, _ others: some Sequence<Double>) -> Bool {
        zip(some, others).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
    }

    /// What a graph's nodes are at a point, one by one and in lanes of some widths, checked to be what they are node by
    /// node.
    private func check(_ graph: Graph, wanted: [NodeIndex], at points: [[Double]]) throws {
        let program = Program.compile(graph, wanted: wanted)
        let lanes = try [3, 8, 20].map { try program.run(InputTable(points: points), width: $0) }
        var workspace: [Double] = []
        for (index, point) in points.enumerated() {
            var bound = graph
            var rest = point[...]
            for input in graph.inputs {
                let count = graph.shape(of: input.node).count
                bound.bind(Array(rest.prefix(count)), to: input.node)
                rest = rest.dropFirst(count)
            }
            var numbers = NodeNumbers()
            try Interpreter.extend(&numbers, by: bound, through: NodeIndex(graph.count - 1))
            let truth = wanted.flatMap { numbers[$0] }
            #expect(truth.count == program.resultCount)
            #expect(Self.areSame(try program.run(inputs: point, workspace: &workspace), truth), "\(index)")
            for lanes in lanes {
                let found = wanted.indices.flatMap { place in
                    let numbers = lanes.numbers(place, direction: 0)
                    let count = numbers.count / points.count
                    return numbers.dropFirst(index * count).prefix(count)
                }
                #expect(Self.areSame(found, truth), "\(index)")
            }
        }
    }

    @Test(arguments: forms) func `give the same bits, whatever is wanted of them`(form: Form) throws {
        let graph = try Graph(expression: form.expression)
        let points = Self.points.map { Array($0.prefix(graph.inputs.count)) }
        #expect(Program.compile(graph, wanted: graph.outputs).size.runs == form.runs)
        try check(graph, wanted: graph.outputs, at: points)
        let all = (0..<graph.count).map { NodeIndex($0) }
        try check(graph, wanted: all, at: points)
        try check(graph, wanted: all.reversed(), at: points)
        for node in all { try check(graph, wanted: [node], at: points) }
        let gradient = Reverse(graph, output: graph.outputs[0])
        try check(gradient.graph, wanted: gradient.adjoints.compactMap { $0 }, at: points)
    }

    /// The functions that are paired.
    static let pairs: [[Op]] = [[.sin, .cos], [.tanh, .sechSquare]]

    @Test(arguments: pairs) func `are one run`(pair: [Op]) throws {
        for ops in [pair, pair.reversed()] {
            var graph = Graph()
            let x = graph.appendInput("x", shape: .scalar, defaultValue: nil)
            let nodes = try ops.map { op in
                let node = graph.append(op, [x])
                return try #require(node)
            }
            #expect(Program.compile(graph, wanted: nodes).size.runs == 1)
            try check(graph, wanted: nodes, at: Self.numbers.map { [$0] })
        }
    }

    /// Enough of them that runs are vectors, and that their results end up in pieces.
    @Test(arguments: pairs, [1, 2, 7, 8, 9, 70, 300])
    func `give the same bits in long runs`(pair: [Op], count: Int) throws {
        var graph = Graph()
        var inputs = (0..<count).map { graph.appendInput("x\($0)", shape: .scalar, defaultValue: nil) }
        let point = (0..<count).map { Self.numbers[$0 % 8] + Double($0) / 16 }
        func append(_ op: Op, _ operands: [NodeIndex]) throws -> NodeIndex {
            let node = graph.append(op, operands)
            return try #require(node)
        }
        for depth in 0..<6 {
            inputs = try inputs.enumerated().map { place, input in
                let ops = (place + depth) % 2 == 0 ? pair : pair.reversed()
                let pair = try ops.map { try append($0, [input]) }
                return try append(.subtract, pair)
            }
        }
        var sum = inputs[0]
        for input in inputs.dropFirst() { sum = try append(.add, [sum, input]) }
        try check(graph, wanted: inputs, at: [point])
        let gradient = Reverse(graph, output: sum)
        try check(gradient.graph, wanted: gradient.adjoints.compactMap { $0 }, at: [point, point.map { -$0 }])
        let program = Program.compile(graph, wanted: inputs)
        #expect(program.size.runs <= 2 * 6 * (count / 32 + 1))
        // No more than a pair's two results are alive with what they are made of and what is made of them.
        #expect(program.size.slots <= 5 * count)
    }

    @Test(arguments: [0, 1, 3, 40, 5000]) func `are of arrays too`(count: Int) throws {
        let shape = try #require(Shape([count]))
        let graph = try Graph(
            expression: "s = sin(x); c = cos(x); d = cos(s*y) * sin(s*y) + c; sum(cos(d) * sin(d) + s)",
            shapes: ["x": shape, "y": shape])
        let point = (0..<2 * count).map { Self.numbers[$0 % 8] + Double($0) / 16 }
        try check(graph, wanted: graph.outputs, at: [point, point.reversed()])
        try check(graph, wanted: (0..<graph.count).map { NodeIndex($0) }, at: [point, point.reversed()])
        let gradient = Reverse(graph, output: graph.outputs[0])
        try check(gradient.graph, wanted: gradient.adjoints.compactMap { $0 }, at: [point, point.reversed()])
    }

    @Test func `have no names that a function could use`() {
        for name in ["sine_and_cosine", "tanh_and_sech_square", "other_result"] { #expect(Op.named(name) == nil) }
    }
}

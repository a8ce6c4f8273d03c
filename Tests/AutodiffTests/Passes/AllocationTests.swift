import Autodiff
import CAllocations
import Testing

#if DEBUG
    private let isOptimised = false
#else
    private let isOptimised = true
#endif

/// That what runs often asks for no memory; without optimisation the standard library's generics do.
@Suite(.enabled(if: isOptimised)) struct `Hot loops` {
    /// A layer of a network for some samples, of arrays, with a scalar as its output.
    private static let layer = "h = tanh(x @ w + b); o = mean(relu(h @ v)^2) + sum(exp(-abs(b)))"

    private static let shapes: [String: Shape] = [
        "x": [20, 2], "w": [2, 16], "b": [16], "v": [16],
    ].compactMapValues { Shape($0) }

    /// A graph with its gradient.
    private static func program(_ graph: Graph) throws -> Program {
        let output = try #require(graph.outputs.last)
        let reverse = Reverse(graph, output: output)
        let adjoints = graph.inputs.compactMap { reverse.adjoints[Int($0.node)] }
        return Program.compile(reverse.graph, wanted: [output] + adjoints)
    }

    private static func allocations(_ program: Program, at inputs: [Double]? = nil, runs: Int) throws -> Int {
        let inputs = inputs ?? (0..<program.inputCount).map { 0.3 + 0.01 * Double($0 % 50) }
        var workspace: [Double] = []
        var numbers = [Double](repeating: 0, count: program.resultCount)
        // Once for the workspace, and for what is made when it is first asked for.
        try program.run(inputs: inputs, into: &numbers, workspace: &workspace)
        let before = CAllocations_count()
        for _ in 0..<runs { try program.run(inputs: inputs, into: &numbers, workspace: &workspace) }
        return CAllocations_count() - before
    }

    @Test func `count what is allocated`() {
        let before = CAllocations_count()
        let array = [Double](repeating: 1, count: 1000)
        #expect(CAllocations_count() > before && array.count == 1000)
    }

    @Test(arguments: [
        "tanh((x*y + z)*w)", "exp(-x^2)*sin(y)*cos(z) + log(1 + w^2)/sqrt(x)", "sigmoid(x)*relu(y - z) + softplus(w)",
        "where(x > y, atan2(x, z), hypot(y, w))",
    ])
    func `allocate nothing when a graph of scalars runs`(expression: String) throws {
        #expect(try Self.allocations(try Self.program(Graph(expression: expression)), runs: 50) == 0)
    }

    @Test(arguments: Op.computing) func `allocate nothing when an op and its derivatives run`(op: Op) throws {
        for sample in op.description.samples {
            var graph = Graph()
            let operands = sample.indices.map { position in
                op.isWhole(position)
                    ? graph.appendConstant(sample[position])
                    : graph.appendInput("x\(position)", shape: .scalar, defaultValue: nil)
            }
            let output = try graph.append(op, operands, [:])
            let reverse = Reverse(graph, output: output)
            let adjoints = operands.compactMap { reverse.adjoints[Int($0)] }
            let program = Program.compile(reverse.graph, wanted: [output] + adjoints)
            let point = sample.indices.filter { !op.isWhole($0) }.map { sample[$0] }
            #expect(try Self.allocations(program, at: point, runs: 50) == 0, "\(op.name) at \(sample)")
        }
    }

    @Test func `allocate nothing when a graph of arrays runs`() throws {
        let graph = try Graph(expression: Self.layer, shapes: Self.shapes)
        #expect(try Self.allocations(try Self.program(graph), runs: 50) == 0)
    }

    @Test(arguments: 1...20) func `allocate nothing when a random graph of all ops runs`(seed: Int) throws {
        let program = try Self.program(try RandomGraph(seed: seed).graph())
        #expect(try Self.allocations(program, runs: 50) == 0)
    }

    @Test(arguments: [1, 8]) func `allocate nothing for more points`(width: Int) throws {
        for graph in [
            try RandomGraph(seed: 3).graph(), try Graph(expression: Self.layer, shapes: Self.shapes),
        ] {
            let program = try Self.program(graph)
            func allocations(_ count: Int) throws -> Int {
                let point = (0..<program.inputCount).map { 0.3 + 0.01 * Double($0 % 50) }
                let table = InputTable(points: [[Double]](repeating: point, count: count))
                let before = CAllocations_count()
                _ = try program.run(table, width: width)
                return CAllocations_count() - before
            }
            _ = try allocations(10)
            #expect(try allocations(400) == allocations(40))
        }
    }
}

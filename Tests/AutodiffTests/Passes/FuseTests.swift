import Autodiff
import Testing

/// Two ops that a program runs as one give what they give one after the other, to the bit.
@Suite("Ops fused in programs") struct FuseTests {
    /// An expression of x, y and z, how many ops it has, and as how many it runs.
    struct Form: Sendable, CustomTestStringConvertible {
        let expression: String
        let fused: Int
        var testDescription: String { expression }
    }

    static let forms = [
        Form(expression: "x*y + z", fused: 1), Form(expression: "z + x*y", fused: 1),
        Form(expression: "azmul(x, y) + z", fused: 1), Form(expression: "z + azmul(x, y)", fused: 1),
        Form(expression: "(x + y) + z", fused: 1), Form(expression: "z + (x + y)", fused: 1),
        Form(expression: "x*y + azmul(y, z)", fused: 2), Form(expression: "((x + y) + z) + x", fused: 2),
        Form(expression: "x + (-y)", fused: 1), Form(expression: "(-x) + y", fused: 1),
        Form(expression: "(-x) + (-y)", fused: 2), Form(expression: "(x + (-y)) + z", fused: 2),
    ]

    static let numbers: [Double] = [
        0, -0.0, 1, -2.5, 0.1, 1e308, -1e308, .leastNonzeroMagnitude, .infinity, -.infinity, .nan,
    ]

    static let points: [[Double]] = numbers.flatMap { x in
        numbers.flatMap { y in numbers.map { z in [x, y, z] } }
    }

    static func isSame(_ here: Double, _ there: Double) -> Bool {
        here.bitPattern == there.bitPattern || here.isNaN && there.isNaN
    }

    private func program(_ graph: Graph) -> Program { Program.compile(graph, wanted: graph.outputs) }

    @Test(arguments: forms) func `give the same bits at every point`(form: Form) throws {
        let graph = try Graph(expression: form.expression)
        let program = program(graph)
        #expect(program.size.ops == form.fused)
        let order = graph.inputs.map(\.name)
        let points = Self.points.map { point in order.map { $0 == "x" ? point[0] : $0 == "y" ? point[1] : point[2] } }
        let lanes = try program.run(InputTable(points: points), width: 16)
        var workspace: [Double] = []
        for (index, point) in points.enumerated() {
            var numbers = NodeNumbers()
            var bound = graph
            for (input, number) in zip(graph.inputs, point) { bound.bind([number], to: input.node) }
            try Interpreter.extend(&numbers, by: bound, through: graph.outputs[0])
            let truth = numbers.scalar(graph.outputs[0])
            let alone = try program.run(inputs: point, workspace: &workspace)[0]
            #expect(Self.isSame(alone, truth), "\(point): \(alone), interpreted \(truth)")
            let beside = lanes.elements[index]
            #expect(Self.isSame(beside, truth), "\(point): \(beside) in lanes, interpreted \(truth)")
        }
    }

    /// Runs of more than one gather what they work on.
    @Test(arguments: forms) func `give the same bits in long runs`(form: Form) throws {
        var graph = Graph()
        let inputs = Self.numbers.indices.map { graph.appendInput("n\($0)", shape: .scalar, defaultValue: nil) }
        let single = try Graph(expression: form.expression)
        var results: [NodeIndex] = []
        for point in Self.numbers.indices.flatMap({ x in
            Self.numbers.indices.flatMap { y in Self.numbers.indices.map { z in [x, y, z] } }
        }) {
            var places = [NodeIndex](repeating: -1, count: single.count)
            for input in single.inputs {
                let operand = input.name == "x" ? point[0] : input.name == "y" ? point[1] : point[2]
                places[Int(input.node)] = inputs[operand]
            }
            for index in 0..<single.count where places[index] < 0 {
                let operands = single.operands(of: NodeIndex(index)).map { places[Int($0)] }
                let appended = graph.append(single.op(of: NodeIndex(index)), operands)
                places[index] = try #require(appended)
            }
            results.append(places[Int(single.outputs[0])])
        }
        for (input, number) in zip(inputs, Self.numbers) { graph.bind([number], to: input) }
        var numbers = NodeNumbers()
        try Interpreter.extend(&numbers, by: graph, through: NodeIndex(graph.count - 1))
        var workspace: [Double] = []
        let found = try Program.compile(graph, wanted: results).run(inputs: Self.numbers, workspace: &workspace)
        for (result, number) in zip(results, found) {
            #expect(Self.isSame(number, numbers.scalar(result)), "\(number), not \(numbers.scalar(result))")
        }
    }

    @Test func `are apart where both are wanted or read`() throws {
        let graph = try Graph(expression: "p = x*y; q = p + z; q*q")
        let all = (0..<graph.count).map { NodeIndex($0) }
        #expect(Program.compile(graph, wanted: all).size.ops == 3)
        #expect(program(graph).size.ops == 2)
        #expect(program(try Graph(expression: "p = x*y; (p + z) / p")).size.ops == 3)
        let difference = try Graph(expression: "n = -y; x + n")
        let both = (0..<difference.count).map { NodeIndex($0) }
        #expect(Program.compile(difference, wanted: both).size.ops == 2)
        #expect(program(difference).size.ops == 1)
    }

    @Test func `are of arrays too, where none broadcasts`() throws {
        let shape = try #require(Shape([40]))
        func ops(_ shapes: [String: Shape]) throws -> Int {
            program(try Graph(expression: "x*y + z", shapes: shapes)).size.ops
        }
        #expect(try ops(["x": shape, "y": shape, "z": shape]) == 40)
        #expect(try ops(["x": shape, "y": shape, "z": .scalar]) == 80)
    }

    @Test func `have no names that a function could use`() {
        for name in ["sum_of_three", "multiply_add", "absolute_zero_multiply_add"] { #expect(Op.named(name) == nil) }
    }
}

import Autodiff
import Testing

/// Functions that come with derivatives of their own.
@Suite struct `Derivatives of one's own` {
    /// The gradient by reverse mode, by forward mode along each axis, and the Hessian, by rows.
    private func derivatives(
        _ graph: Graph, _ point: [String: Double]
    ) throws -> (reverse: [Double], forward: [Double], second: [Double]) {
        let bound = point.mapValues { Tensor($0) }
        let names = graph.inputs.map(\.name)
        let reverse = try Gradient(of: graph, report: .inputs)(bound).gradients.map { $0.tensor.elements[0] }
        let axes = Directions(list: names.map { [$0: 1] })
        let jvp = try JVP(of: graph, tangents: axes, report: .outputs)(bound, tangents: axes)
        let forward = jvp.tangents.map { $0[0].tensor.elements[0] }
        return (reverse, forward, try Hessian(of: graph)(bound).hessian.numbers)
    }

    private func derivatives(
        _ expression: String, _ point: [String: Double]
    ) throws -> (reverse: [Double], forward: [Double], second: [Double]) {
        try derivatives(try Graph(expression: expression), point)
    }

    @Test func `of a product are those of the product`() throws {
        let own = "f(x, y) = x*y where d/dx = y, d/dy = x; z = sin(f(a, a + b))"
        let plain = "f(x, y) = x*y; z = sin(f(a, a + b))"
        let point = ["a": 0.7, "b": -0.3]
        let (found, truth) = (try derivatives(own, point), try derivatives(plain, point))
        #expect(found.reverse == truth.reverse)
        #expect(found.forward == truth.forward)
        #expect(zip(found.second, truth.second).allSatisfy { $0.isClose(to: $1, ulps: 4) })
        #expect(found.second.contains { $0 != 0 })
    }

    /// A rounding has no slope of use; its estimator passes what arrives straight through.
    @Test func `pass straight through a step`() throws {
        let found = try derivatives("ste(x) = sign(x) where d/dx = 1\nz = 3*ste(w)^2 + w*ste(w)", ["w": -0.2])
        // With s = ste(w) = -1 and s' = 1: 6 s + s + w, and 6 + 2.
        #expect(found.reverse == [-7.2])
        #expect(found.forward == [-7.2])
        #expect(found.second == [8])
        #expect(try derivatives("z = 3*sign(w)^2", ["w": -0.2]).reverse == [0])
    }

    @Test(arguments: [(0.25, 0.5, 2.0), (3, 1, 0), (-3, -1, 0)])
    func `clip a gradient`(x: Double, slope: Double, second: Double) throws {
        let clip = "f(x) = x^2 where d/dx = maximum(-1, minimum(1, 2*x)); z = f(w)"
        let found = try derivatives(clip, ["w": x])
        #expect(found.reverse == [slope] && found.forward == [slope] && found.second == [second])
    }

    @Test func `have derivatives that are those of what is given`() throws {
        // Neither the first nor the second derivative has to do with the value.
        let found = try derivatives("f(x, y) = x where d/dx = x^3*y, d/dy = 5; z = f(u, v)", ["u": 2, "v": 7])
        #expect(found.reverse == [56, 5] && found.forward == [56, 5])
        #expect(found.second[0] == 84)
    }

    @Test func `of derivatives may use names and functions of the program`() throws {
        let text = """
            scale = 10
            twice(x) = 2*x
            f(x) = twice(x)^2 where
                d/dx = scale*twice(x)
            g(where, d) = f(where)*d where d/dd = f(where), d/dwhere = d
            z = g(a, 3)
            """
        #expect(try derivatives(text, ["a": 0.5]).reverse == [3])
        #expect(try derivatives(text.replacing("z = g(a, 3)", with: "z = f(a)"), ["a": 0.5]).reverse == [10])
    }

    @Test func `are not computed where no derivative is asked for`() throws {
        // There is no element 5, which only a run of the derivative finds out.
        let graph = try Graph(expression: "f(x) = x^2 where d/dx = take([1, 2], x); z = f(w)")
        #expect(try Evaluation(of: graph)(["w": 5]).values.last?.tensor == 25)
        #expect(throws: PlanError.self) { try Gradient(of: graph)(["w": 5]) }
        #expect(try Gradient(of: graph)(["w": 1]).gradients.first?.tensor == 2)
    }

    /// The shapes of the operand, the derivative and the value.
    static let shapes: [ArrayCase] = [
        ArrayCase(.withDerivatives, [3], [3], [3], result: [3]),
        ArrayCase(.withDerivatives, [2, 3], [3], [], result: [2, 3]),
        ArrayCase(.withDerivatives, [2, 3], [], [2, 3], result: [2, 3]),
        ArrayCase(.withDerivatives, [], [3], [3], result: []),
        ArrayCase(.withDerivatives, [3], [2, 3], [3], result: [3]),
        ArrayCase(.withDerivatives, [], [2, 3], [], result: []),
        ArrayCase(.withDerivatives, [2, 1], [2, 1], [], [1], [2, 1], result: [2, 1]),
        ArrayCase(.withDerivatives, [2, 0], [2, 1], [0], result: [2, 0]),
    ]

    @Test(arguments: shapes) func `have one derivative in both modes`(example: ArrayCase) throws {
        let function = try ArrayFunction(example.op, example.operands)
        #expect(try function.value() == example.operands[0])
        #expect(try function.value().shape.extents == example.result)
        let gradient = try function.gradient()
        let directions = example.operands.map { operand in
            operand.elements.indices.map { Double(($0 * 3) % 7) / 3 - 1 }
        }
        let reverse = zip(gradient, directions).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }.reduce(0, +)
        let forward = try function.tangent(along: directions)
        #expect(abs(forward - reverse) <= 1e-13 * max(1, abs(reverse)), "forward \(forward), reverse \(reverse)")
        for position in gradient.indices where position.isMultiple(of: 2) {
            #expect(gradient[position].allSatisfy { $0 == 0 })
        }
        #expect(example.result.contains(0) || gradient[1].contains { $0 != 0 })
    }

    @Test func `of arrays are elementwise`() throws {
        let text = "f(x) = sum(x^2) where d/dx = 2*x; g(x) = x where d/dx = 10; z = f(g(w))"
        let graph = try Graph(expression: text, shapes: ["w": Shape(vectorOf: 3)])
        let result = try Gradient(of: graph)(["w": Tensor([1, 2, 3])])
        #expect(result.gradients.first { $0.name == "w" }?.tensor == Tensor([20, 40, 60]))
        #expect(result.value == 14)
    }

    @Test(arguments: [
        [[3], [3], [2]], [[3], [2], [2]], [[2], [2, 3], []], [[1, 4], [3, 1], []], [[], []], [[2]],
    ])
    func `are refused where shapes do not fit`(shapes: [[Int]]) {
        #expect(throws: OpError.self) { try ArrayFunction(.withDerivatives, shapes.map { .sample($0) }) }
    }
}

import Autodiff
import Testing

@Suite struct `Jacobians` {
    /// Both modes round, differently, on ways of at most some hundred steps.
    @Test(arguments: DerivativeSubject.all)
    func `are the same in both modes`(subject: DerivativeSubject) throws {
        let graph = try subject.graph()
        let forward = try Jacobian(of: graph, mode: .forward)().jacobian
        let reverse = try Jacobian(of: graph, mode: .reverse)().jacobian
        #expect(forward.map(\.name) == reverse.map(\.name))
        let scale = forward.numbers.map(\.magnitude).max() ?? 0
        #expect(scale > 0 && forward.numbers.count == reverse.numbers.count)
        for (one, other) in zip(forward.numbers, reverse.numbers) { #expect(abs(one - other) <= 1e-12 * scale) }
    }

    @Test(arguments: DerivativeSubject.all)
    func `have a row that is the gradient`(subject: DerivativeSubject) throws {
        let graph = try subject.scalarGraph()
        let row = try Jacobian(of: graph, mode: .reverse)().jacobian[0].derivatives
        let gradient = try Gradient(of: graph, report: .inputs)().gradients
        #expect(row.map(\.name) == gradient.map(\.name))
        for (one, other) in zip(row, gradient) { #expect(one.tensor == other.tensor) }
    }

    @Test(arguments: Jacobian.Mode.allCases) func `have the shape of output and input`(mode: Jacobian.Mode) throws {
        let nodes = [
            NodeDescription("a", "input", value: Tensor.sample([2, 3])),
            NodeDescription("x", "input", value: Tensor([1, 2, 3])),
            NodeDescription("y", "matmul", ["a", "x"]), NodeDescription("z", "sum", ["x"]),
        ]
        let result = try Jacobian(of: Graph(nodes: nodes), mode: mode)()
        #expect(result.jacobian.map(\.name) == ["y", "z"])
        #expect(
            result.jacobian.map { $0.derivatives.map(\.tensor.shape.extents) } == [
                [[2, 2, 3], [2, 3]], [[2, 3], [3]],
            ])
        #expect(result.jacobian[0].derivatives[0].tensor.elements == [1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 2, 3])
        #expect(result.jacobian[0].derivatives[1].tensor == Tensor.sample([2, 3]))
        #expect(result.jacobian[1].derivatives[0].tensor == Tensor(shape: Shape([2, 3]) ?? .scalar, repeating: 0))
        #expect(result.values.map(\.name) == ["a", "x", "y", "z"])
    }

    @Test(arguments: Jacobian.Mode.allCases) func `may be empty`(mode: Jacobian.Mode) throws {
        let nodes = [
            NodeDescription("x", "input", value: Tensor([])), NodeDescription("u", "input", value: 2),
            NodeDescription("y", "multiply", ["x", "u"]),
        ]
        let row = try Jacobian(of: Graph(nodes: nodes), mode: mode)().jacobian[0]
        #expect(row.derivatives.map(\.tensor.shape.extents) == [[0, 0], [0]])
        let constant = try Graph(expression: "y = 2*3")
        let result = try Jacobian(of: constant, mode: mode)()
        #expect(result.values.map(\.tensor) == [6] && result.jacobian[0].derivatives.isEmpty)
    }

    @Test func `take the mode of fewer runs`() throws {
        let wide = try Graph(expression: "y = a + b + c")
        let tall = try Graph(expression: "u = a; v = a^2", outputs: ["u", "v"])
        #expect(try Jacobian(of: wide).mode == .reverse)
        #expect(try Jacobian(of: wide, wrt: ["b"]).mode == .forward)
        #expect(try Jacobian(of: tall).mode == .forward)
    }
}

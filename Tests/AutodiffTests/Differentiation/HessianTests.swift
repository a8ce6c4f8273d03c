import Autodiff
import Testing

@Suite struct `Hessians` {
    @Test(arguments: DerivativeSubject.all)
    func `are symmetric to the bit`(subject: DerivativeSubject) throws {
        let rows = try Hessian(of: try subject.scalarGraph())().hessian
        for (i, row) in rows.enumerated() {
            for (j, block) in row.derivatives.enumerated() {
                let mirrored = rows[j].derivatives[i].tensor
                let height = rows[i].derivatives[i].tensor.elements.count.squareRoot
                let width = rows[j].derivatives[j].tensor.elements.count.squareRoot
                for a in 0..<height {
                    for b in 0..<width {
                        let (upper, lower) = (block.tensor.elements[a * width + b], mirrored.elements[b * height + a])
                        #expect(upper.bitPattern == lower.bitPattern)
                    }
                }
            }
        }
    }

    /// Forward over reverse mode rounds in another order than reverse over reverse.
    @Test(arguments: 1...30) func `are those of reverse mode over itself`(seed: Int) throws {
        let graph = try RandomGraph(seed: seed).graph()
        let truth = OpFunction(graph).hessian(try graph.inputNumbers([:]))
        let rows = try Hessian(of: graph)().hessian
        let upper = rows.enumerated().flatMap { i, row in row.derivatives[i...].flatMap(\.tensor.elements) }
        let scale = truth.map(\.magnitude).max() ?? 0
        try #require(upper.count == truth.count)
        for (number, truth) in zip(upper, truth) { #expect(abs(number - truth) <= 1e-11 * scale) }
    }

    @Test func `are those of nested gradients`() throws {
        func rosenbrock(_ x: [Value]) -> Value { (1 - x[0]).square() + 100 * (x[1] - x[0].square()).square() }
        let graph = try Graph(expression: "f = (1 - x)^2 + 100*(y - x^2)^2")
        let rows = try Hessian(of: graph)(["x": -1.2, "y": 1]).hessian
        #expect(rows.numbers == [1330, 480, 480, 200])
        for (row, derivatives) in rows.enumerated() {
            let second = gradient { gradient(of: rosenbrock)($0)[row] }([Value(-1.2), Value(1)])
            for (number, block) in zip(second, derivatives.derivatives) {
                #expect(number.data.isClose(to: block.tensor.scalar ?? .nan, ulps: 4))
            }
        }
    }

    @Test func `come with value and gradients`() throws {
        let result = try Hessian(of: Graph(expression: "e = x*y; f = e^2"), wrt: ["y"])(["x": 2, "y": 3])
        #expect(result.value == 36)
        #expect(result.gradients.map(\.name) == ["y"] && result.gradients[0].tensor == 24)
        #expect(result.hessian.map(\.name) == ["y"] && result.hessian.numbers == [8])
        let all = try Hessian(of: Graph(expression: "e = x*y; f = e^2"))(["x": 2, "y": 3])
        #expect(all.gradients.map(\.name) == ["x", "y", "e", "f"])
        #expect(all.hessian.map(\.name) == ["x", "y"])
    }

    @Test func `tell where they are not finite`() throws {
        let result = try Hessian(of: Graph(expression: "y = x^1.5"))(["x": 0])
        #expect(result.warning == nil || result.warning?.node == "x")
        #expect(result.hessian.numbers == [.infinity])
        #expect(result.warning?.detail.contains("derivative of the gradient of \"x\" is Infinity") == true)
    }
}

extension Int {
    /// The side of a square of so many elements.
    fileprivate var squareRoot: Int { Int(Double(self).squareRoot()) }
}

import Autodiff
import Testing

@Suite struct `Batches` {
    /// Five points of a vector and a scalar, and a weight that they share.
    static let inputs: [String: Tensor] = [
        "x": matrix(5, 3) { Double($0) * 0.37 - 2.1 }, "s": Tensor([0.3, -0.7, 1.1, 2.3, -0.2]),
        "w": Tensor([0.5, -1.5, 0.25]),
    ]
    static let text = "d = sum(w*x); o = tanh(d*s) + exp(s*0.1)*d^2"

    static func matrix(_ rows: Int, _ columns: Int, _ number: (Int) -> Double) -> Tensor {
        let elements = (0..<rows * columns).map(number)
        return Shape([rows, columns]).flatMap { Tensor(shape: $0, elements: elements) } ?? Tensor(.nan)
    }

    /// What can be asked of the function at a point.
    enum Question: String, CaseIterable, Sendable {
        case evaluate, gradient, vjp, jvp, jacobian, hessian, hvp

        static let tangents = Directions(list: [["w": Tensor([1, 2, -1])], ["s": 0.5, "x": Tensor([0.1, 0, 2])]])

        /// The arrays of the answer, for a batch or for a point.
        func arrays(_ batch: Batch, reduce: Batch.Reduction? = nil) throws -> [Tensor] {
            let graph = try Graph(expression: Batches.text, shapes: batch.shapes)
            switch self {
            case .evaluate:
                let evaluation = try Evaluation(of: graph)
                return try flat(batch, reduce) { point throws(PlanError) in try evaluation(point.bindings) }
            case .gradient:
                let gradient = try Gradient(of: graph)
                return try flat(batch, reduce) { point throws(PlanError) in try gradient(point.bindings) }
            case .vjp:
                let cotangents: Directions = ["o": 1.5, "d": -1]
                let vjp = try VJP(of: graph, cotangents: cotangents)
                return try flat(batch, reduce) { point throws(PlanError) in
                    try vjp(point.bindings, cotangents: cotangents)
                }
            case .jvp:
                let jvp = try JVP(of: graph, tangents: Self.tangents)
                return try flat(batch, reduce) { point throws(PlanError) in
                    try jvp(point.bindings, tangents: Self.tangents)
                }
            case .jacobian:
                let jacobian = try Jacobian(of: graph)
                return try flat(batch, reduce) { point throws(PlanError) in try jacobian(point.bindings) }
            case .hessian:
                let hessian = try Hessian(of: graph)
                return try flat(batch, reduce) { point throws(PlanError) in try hessian(point.bindings) }
            case .hvp:
                let product = try HessianProduct(of: graph, vector: Self.tangents)
                return try flat(batch, reduce) { point throws(PlanError) in
                    try product(point.bindings, vector: Self.tangents)
                }
            }
        }

        private func flat<Result: BatchResult>(
            _ batch: Batch, _ reduce: Batch.Reduction?, _ body: (Batch.Point) throws(PlanError) -> Result
        ) throws -> [Tensor] {
            var result = try batch.run(reduce: reduce, body)
            var arrays: [Tensor] = []
            result.update { arrays.append($0) }
            return arrays
        }
    }

    /// The arrays of each point by itself, with the leading axis of extent 1 that a batch of one point leaves.
    private func points(_ question: Question) throws -> [[Tensor]] {
        try (0..<5).map { index in
            var inputs = Self.inputs
            let row = Array(inputs["x"]?.elements[index * 3..<index * 3 + 3] ?? [])
            inputs["x"] = Self.matrix(1, 3) { row[$0] }
            inputs["s"] = Tensor([inputs["s"]?.elements[index] ?? .nan])
            return try question.arrays(try Batch(["x", "s"], of: inputs))
        }
    }

    @Test(arguments: Question.allCases)
    func `give the bits of each point, stacked`(question: Question) throws {
        let stacked = try question.arrays(try Batch(["s", "x"], of: Self.inputs))
        let points = try points(question)
        #expect(stacked.count > 3)
        for (index, array) in stacked.enumerated() {
            let parts = points.map { $0[index] }
            #expect(array.shape.extents == [5] + parts[0].shape.extents.dropFirst())
            #expect(array.elements.map(\.bitPattern) == parts.flatMap(\.elements).map(\.bitPattern))
        }
    }

    @Test(arguments: Question.allCases)
    func `are added up neighbours first`(question: Question) throws {
        let batch = try Batch(["s", "x"], of: Self.inputs)
        let stacked = try question.arrays(batch)
        let sums = try question.arrays(batch, reduce: .sum)
        let means = try question.arrays(batch, reduce: .mean)
        for (index, array) in stacked.enumerated() {
            let width = array.elements.count / 5
            #expect(sums[index].shape.extents == Array(array.shape.extents.dropFirst()))
            for element in 0..<width {
                let terms = (0..<5).map { array.elements[$0 * width + element] }
                let sum = ((terms[0] + terms[1]) + (terms[2] + terms[3])) + terms[4]
                #expect(sums[index].elements[element].bitPattern == sum.bitPattern)
                #expect(means[index].elements[element].bitPattern == (sum / 5).bitPattern)
            }
        }
    }

    @Test func `of one point are that point, exactly`() throws {
        let one: [String: Tensor] = ["x": Tensor([2.5])]
        let batch = try Batch(["x"], of: one)
        let gradient = try Gradient(of: Graph(expression: "y = x^3", shapes: batch.shapes))
        let total = try batch.run(reduce: .mean) { point throws(PlanError) in try gradient(point.bindings) }
        #expect(total.outputValue == Tensor(2.5 * 2.5 * 2.5))
        #expect(total.gradients.first?.tensor == Tensor(3 * 2.5 * 2.5))
    }

    @Test func `have a direction for all points or one for each`() throws {
        let batch = try Batch(["x"], of: ["x": Tensor([1, 2, 3])])
        let graph = try Graph(expression: "y = x^2", shapes: batch.shapes)
        let jvp = try JVP(of: graph, tangents: ["x": 1], report: .outputs)
        func tangents(_ direction: Tensor) throws -> Tensor? {
            let result = try batch.run { point throws(PlanError) in
                try jvp(point.bindings, tangents: point.directions(["x": direction], in: graph))
            }
            return result.tangents.first?.first?.tensor
        }
        #expect(try tangents(2) == Tensor([4, 8, 12]))
        #expect(try tangents(Tensor([1, 10, 100])) == Tensor([2, 40, 600]))
        #expect(throws: PlanError.self) { try tangents(Tensor([1, 10])) }
    }

    @Test func `name the point of a number that is not finite, or that a sum is not`() throws {
        let batch = try Batch(["x"], of: ["x": Tensor([1, 1e308, 1e308])])
        let linear = try Evaluation(of: Graph(expression: "y = x + 0", shapes: batch.shapes))
        let stacked = try batch.run { point throws(PlanError) in try linear(point.bindings) }
        #expect(stacked.warning == nil)
        let total = try batch.run(reduce: .sum) { point throws(PlanError) in try linear(point.bindings) }
        #expect(total.warning?.detail == "A sum over the 3 points is not finite, although every point is.")
        let square = try Evaluation(of: Graph(expression: "y = x*x", shapes: batch.shapes))
        let squares = try batch.run { point throws(PlanError) in try square(point.bindings) }
        #expect(squares.warning?.detail.hasPrefix("At point 1: ") == true)
        #expect(squares.warning?.node == "y")
    }
}

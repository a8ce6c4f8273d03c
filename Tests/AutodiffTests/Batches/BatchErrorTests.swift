import Autodiff
import Testing

@Suite struct `Batches are refused` {
    /// A batch, and what is wrong with it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let names: [String]
        let inputs: [String: Tensor]
        let code: GraphError.Code
        let place: GraphError.Place
        var testDescription: String { "\(names)" }
    }

    static let faults: [Fault] = [
        Fault(
            names: ["x", "y"], inputs: ["x": Tensor([1, 2]), "y": Tensor([1, 2, 3])], code: .shapeMismatch,
            place: .inputs([.field("y")])),
        Fault(
            names: ["x", "y"], inputs: ["x": Tensor([1, 2]), "y": 3], code: .shapeMismatch,
            place: .request([.field("batch"), .element(1)])),
        Fault(names: ["x"], inputs: ["x": Tensor([]), "y": 3], code: .shapeMismatch, place: .inputs([.field("x")])),
        Fault(names: [], inputs: ["x": 1, "y": 3], code: .missingInput, place: .request([.field("batch")])),
        Fault(
            names: ["x", "z"], inputs: ["x": Tensor([1, 2]), "y": 3], code: .unknownInput,
            place: .request([.field("batch"), .element(1)])),
        Fault(
            names: ["z"], inputs: ["x": 1, "y": 3], code: .unknownInput,
            place: .request([.field("batch"), .element(0)])),
        Fault(
            names: ["x"], inputs: ["y": 3], code: .missingInput,
            place: .request([.field("batch"), .element(0)])),
    ]

    @Test(arguments: faults)
    func `where they stand`(fault: Fault) throws {
        let error = #expect(throws: GraphError.self) {
            let batch = try Batch(fault.names, of: fault.inputs)
            try batch.check(Graph(expression: "o = x*y", shapes: batch.shapes))
        }
        #expect(error?.code == fault.code)
        #expect(error?.place == fault.place)
    }

    @Test func `where their results are too large`() throws {
        let batch = try Batch(["x"], of: ["x": Tensor([Double](repeating: 1, count: 10))])
        let evaluation = try Evaluation(of: Graph(expression: "y = [x, x, x]", shapes: batch.shapes), report: .outputs)
        func run(_ elements: Int) throws -> Evaluation.Result {
            try batch.run(limits: GraphLimits(elements: elements)) { point throws(PlanError) in
                try evaluation(point.bindings)
            }
        }
        #expect(throws: PlanError.self) { try run(29) }
        #expect(try run(30).values.first?.tensor.elements.count == 30)
    }

    @Test func `at a point, which is named`() throws {
        let batch = try Batch(["i"], of: ["i": Tensor([0, 1, 7]), "x": Tensor([1, 2])])
        let evaluation = try Evaluation(of: Graph(expression: "y = take(x, i)", shapes: batch.shapes))
        let error = #expect(throws: PlanError.self) {
            try batch.run { point throws(PlanError) in try evaluation(point.bindings) }
        }
        guard case .graph(let refusal) = error else {
            Issue.record("not refused for its function")
            return
        }
        #expect(refusal.detail.hasPrefix("At point 2: "))
    }

    /// Passed from its second question on.
    private final class Second: Deadline, @unchecked Sendable {
        private var isFirst = true
        var hasPassed: Bool {
            defer { isFirst = false }
            return !isFirst
        }
    }

    @Test func `where the deadline passes between points`() throws {
        let batch = try Batch(["x"], of: ["x": Tensor([1, 2, 3])])
        let evaluation = try Evaluation(of: Graph(expression: "y = x", shapes: batch.shapes))
        var runs = 0
        #expect(throws: PlanError.self) {
            try batch.run(reduce: nil, limits: GraphLimits(), deadline: Second()) { point throws(PlanError) in
                runs += 1
                return try evaluation(point.bindings)
            }
        }
        #expect(runs == 1)
    }
}

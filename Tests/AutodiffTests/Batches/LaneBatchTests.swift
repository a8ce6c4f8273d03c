import Autodiff
import Testing

/// Batches that run side by side and by several threads, against one point after the other.
@Suite struct `Batches in lanes` {
    private typealias Question = `Batches`.Question

    /// Points of a vector, a scalar and a direction of it, and a weight that they share.
    private static func batch(_ count: Int, _ special: [Int: Double] = [:]) throws -> Batch {
        let inputs: [String: Tensor] = [
            "x": `Batches`.matrix(count, 3) { Double($0 % 41) * 0.07 - 1.3 },
            "s": Tensor((0..<count).map { special[$0] ?? Double($0 % 17) * 0.21 - 0.9 }),
            "w": Tensor([0.5, -1.5, 0.25]),
        ]
        return try Batch(["s", "x"], of: inputs)
    }

    private struct Outcome: Equatable {
        var shapes: [[Int]] = []
        var bits: [UInt64] = []
        var warning: String?
        var error: String?

        init(_ run: () throws -> any BatchResult) {
            do {
                var result = try run()
                result.update { tensor in
                    shapes.append(tensor.shape.extents)
                    bits += tensor.elements.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
                }
                warning = result.warning.map { "\($0.node ?? "") \($0.detail)" }
            } catch { self.error = "\(error)" }
        }
    }

    /// What comes of a question, point by point and at all points at once.
    private static func outcomes(
        _ question: Question, _ text: String, _ batch: Batch, _ settings: Batch.Settings, reduce: Batch.Reduction?
    ) throws -> (one: Outcome, all: Outcome) {
        let graph = try Graph(expression: text, shapes: batch.shapes)
        // A direction for all points, one with a part for each, and one that says nothing of an input.
        let tangents = Directions(list: [
            ["w": Tensor([1, 2, -1]), "s": Tensor((0..<batch.count).map(Double.init))],
            ["s": 0.5, "x": Tensor([0.1, 0, 2])],
        ])
        let cotangents: Directions = ["o": 1.5, "d": Tensor((0..<batch.count).map { 1 - Double($0) })]
        let limit = Unlimited()
        func pair(
            _ point: (Batch.Point) throws(PlanError) -> some BatchResult, _ all: () throws -> any BatchResult
        ) -> (Outcome, Outcome) {
            (Outcome { try batch.run(reduce: reduce, point) }, Outcome(all))
        }
        switch question {
        case .evaluate:
            let plan = try Evaluation(of: graph)
            return pair { point throws(PlanError) in
                try plan(point.bindings)
            } _: {
                try plan.run(batch, settings, deadline: limit)
            }
        case .gradient:
            let plan = try Gradient(of: graph, output: "o")
            return pair { point throws(PlanError) in
                try plan(point.bindings)
            } _: {
                try plan.run(batch, settings, deadline: limit)
            }
        case .vjp:
            let plan = try VJP(of: graph, cotangents: cotangents)
            return pair { point throws(PlanError) in
                try plan(point.bindings, cotangents: point.directions(cotangents, in: graph))
            } _: {
                try plan.run(batch, cotangents: cotangents, in: graph, settings, deadline: limit)
            }
        case .jvp:
            let plan = try JVP(of: graph, tangents: tangents)
            return pair { point throws(PlanError) in
                try plan(point.bindings, tangents: point.directions(tangents, in: graph))
            } _: {
                try plan.run(batch, tangents: tangents, in: graph, settings, deadline: limit)
            }
        case .jacobian:
            let plan = try Jacobian(of: graph)
            return pair { point throws(PlanError) in
                try plan(point.bindings)
            } _: {
                try plan.run(batch, settings, deadline: limit)
            }
        case .hessian:
            let plan = try Hessian(of: graph, output: "o")
            return pair { point throws(PlanError) in
                try plan(point.bindings)
            } _: {
                try plan.run(batch, settings, deadline: limit)
            }
        case .hvp:
            let plan = try HessianProduct(of: graph, output: "o", vector: tangents)
            return pair { point throws(PlanError) in
                try plan(point.bindings, vector: point.directions(tangents, in: graph))
            } _: {
                try plan.run(batch, vector: tangents, in: graph, settings, deadline: limit)
            }
        }
    }

    @Test(arguments: `Batches`.Question.allCases, [1, 2, 7, 8, 33, 70])
    func `give what one point after the other does`(question: `Batches`.Question, count: Int) throws {
        for text in [
            `Batches`.text, "d = sum(x) * s; e = log(s) + d; o = sqrt(e)*d - exp(max(x) + sum(w))",
        ] {
            for reduce in [nil, Batch.Reduction.sum, .mean] {
                for threads in [1, 3] {
                    let (one, all) = try Self.outcomes(
                        question, text, try Self.batch(count, [4: 1e200, 5: .infinity]),
                        Batch.Settings(reduce: reduce, threads: threads), reduce: reduce)
                    #expect(one == all, "\(text), \(count) points, \(threads) threads")
                }
            }
        }
    }

    @Test func `share the work of large ones among threads`() throws {
        let count = 20_000
        let batch = try Self.batch(count)
        let gradient = try Gradient(of: Graph(expression: `Batches`.text, shapes: batch.shapes), output: "o")
        func outcome(_ threads: Int, _ reduce: Batch.Reduction?) -> Outcome {
            Outcome {
                try gradient.run(batch, Batch.Settings(reduce: reduce, threads: threads), deadline: Unlimited())
            }
        }
        for reduce in [nil, Batch.Reduction.sum] {
            let one = outcome(1, reduce)
            #expect(one.error == nil && one.bits.count > 7)
            for threads in [2, 3, 8] { #expect(outcome(threads, reduce) == one) }
        }
    }

    @Test(arguments: [1, 3]) func `refuse what the first point that is wrong refuses`(threads: Int) throws {
        // An index that is outside from the point on at which it says so.
        let count = 50
        let batch = try Batch(
            ["i"], of: ["i": Tensor((0..<count).map { $0 < 20 ? 1 : Double($0) }), "x": Tensor([1, 2, 3])])
        let evaluation = try Evaluation(of: Graph(expression: "y = take(x, i)", shapes: batch.shapes))
        let one = Outcome { try batch.run { point throws(PlanError) in try evaluation(point.bindings) } }
        let all = Outcome { try evaluation.run(batch, Batch.Settings(threads: threads), deadline: Unlimited()) }
        #expect(one.error?.contains("At point 20: ") == true)
        #expect(one == all)
    }

    @Test func `are refused where they are too large`() throws {
        let batch = try Self.batch(70)
        let graph = try Graph(expression: `Batches`.text, shapes: batch.shapes)
        let evaluation = try Evaluation(of: graph)
        let limits = GraphLimits(nodes: 1000, nesting: 100, elements: 100)
        let one = Outcome {
            try batch.run(limits: limits) { point throws(PlanError) in try evaluation(point.bindings) }
        }
        let all = Outcome { try evaluation.run(batch, Batch.Settings(limits: limits), deadline: Unlimited()) }
        #expect(one.error != nil)
        #expect(one == all)
    }
}

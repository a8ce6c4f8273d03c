import Autodiff
import Testing

@Suite struct `Checks of gradients` {
    private func check(
        _ text: String, _ inputs: [String: Tensor], step: Double? = nil,
        tolerance: GradientCheck.Tolerance = GradientCheck.Tolerance()
    ) throws -> GradientCheck.Result {
        let graph = try Graph(expression: text, shapes: inputs.mapValues(\.shape))
        return try GradientCheck(of: graph)(inputs, step: step, tolerance: tolerance)
    }

    @Test(
        arguments: [
            "y = sin(x)", "y = exp(x) + x^5", "y = log(x)", "y = sqrt(x)", "y = tanh(40*x)", "y = gamma(x)",
            "y = sin(50*x)",
            "y = relu(x - 0.02)", "y = 1e9 + x", "y = sin(x*8*6.283185307179586)", "y = sin(x*16*6.283185307179586)",
            "y = 3 + 0*x", "y = 1/x",
        ], [0.05, 0.7, 3, 1000])
    func `pass what is right`(text: String, x: Double) throws {
        // Where the value overflows there is nothing to check.
        if text.contains("gamma") || text.contains("exp"), x > 100 { return }
        let result = try check(text, ["x": Tensor(x)])
        #expect(result.passed, "\(result.entries)")
    }

    /// The estimate of the error holds, but for a factor of 2 and the rounding of the gradient itself.
    @Test(arguments: [0.05, 0.7, 3, 12])
    func `are as exact as they say`(x: Double) throws {
        for text in ["y = sin(x)", "y = log(x)", "y = exp(-x^2)", "y = x^7", "y = atan(10*x)"] {
            let entry = try #require(try check(text, ["x": Tensor(x)]).entries.first)
            let (exact, found) = (entry.analytic.elements[0], entry.numeric.elements[0])
            let uncertainty = try #require(entry.uncertainty?.elements[0])
            #expect(abs(exact - found) <= 2 * uncertainty + 4 * exact.ulp, "\(text)")
            #expect(uncertainty <= 1e-8 * max(abs(exact), 1), "\(text)")
        }
    }

    @Test func `do not pass what is wrong`() throws {
        // The convention at the kink is 0; the chord has 1/2.
        let relu = try check("y = relu(x)", ["x": 0])
        #expect(!relu.passed)
        #expect(abs((relu.entries.first?.numeric.scalar ?? .nan) - 0.5) < 1e-12)
        // The condition gets no gradient, but the value has a step there.
        #expect(try !check("y = x > 0.5 ? 1 : 0", ["x": 0.5]).passed)
        #expect(try !check("y = log(x)", ["x": -1]).passed)
        #expect(try !check("y = sqrt(x)", ["x": 0]).passed)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func `have no differences where a number is not finite`(x: Double) throws {
        for step in [nil, 0.5] {
            let result = try check("y = tanh(x) + z", ["x": Tensor(x), "z": Tensor(1e308)], step: step)
            #expect(result.entries.first?.numeric.scalar?.isNaN == true)
            #expect(result.entries.first?.passed == false)
        }
    }

    @Test(arguments: [1e300, -1e308, .leastNonzeroMagnitude, 0])
    func `end at any number`(x: Double) throws {
        #expect(try check("y = x/2", ["x": Tensor(x)]).passed)
    }

    @Test func `name the worst element of an array`() throws {
        let result = try check("y = sum(relu(x)*c)", ["x": Tensor([1, 0, -1, 0]), "c": Tensor([1, 2, 3, 5])])
        #expect(result.entries.map(\.name) == ["x", "c"])
        #expect(result.entries.map(\.passed) == [false, true])
        #expect(result.entries[0].worst == 3)
        #expect(abs(result.entries[0].error.absolute - 2.5) < 1e-12)
        #expect(result.entries[0].error.relative == 1)
        #expect(result.value == 1)
    }

    @Test func `take the step that is chosen`() throws {
        let result = try check("y = x^3", ["x": 2], step: 0.5)
        // ((2.5)^3 - (1.5)^3) / 1, exact in binary.
        #expect(result.entries.first?.numeric.scalar == 12.25)
        #expect(result.entries.first?.uncertainty == nil)
        #expect(!result.passed)
        let loose = GradientCheck.Tolerance(relative: 0, absolute: 0.25)
        #expect(try check("y = x^3", ["x": 2], step: 0.5, tolerance: loose).passed)
        let tight = GradientCheck.Tolerance(relative: 0, absolute: 0.249)
        #expect(try !check("y = x^3", ["x": 2], step: 0.5, tolerance: tight).passed)
        let relative = GradientCheck.Tolerance(relative: 0.0205, absolute: 0)
        #expect(try check("y = x^3", ["x": 2], step: 0.5, tolerance: relative).passed)
    }

    @Test func `look at the inputs asked for, and at no others`() throws {
        let graph = try Graph(expression: "y = x*relu(z)")
        let result = try GradientCheck(of: graph, wrt: ["x"])(["x": 2, "z": 0])
        #expect(result.entries.map(\.name) == ["x"])
        #expect(result.passed)
        #expect(throws: GraphError.self) { try GradientCheck(of: graph, wrt: ["y"]) }
    }

    /// Passed after so many questions.
    private final class Countdown: Deadline, @unchecked Sendable {
        private var rest: Int
        init(_ rest: Int) { self.rest = rest }
        var hasPassed: Bool {
            rest -= 1
            return rest < 0
        }
    }

    @Test func `end with the deadline`() throws {
        let check = try GradientCheck(of: Graph(expression: "y = exp(x)"))
        #expect(throws: PlanError.self) {
            try check.run(["x": 1], step: nil, tolerance: GradientCheck.Tolerance(), deadline: Countdown(5))
        }
    }
}

import Autodiff
import Testing

/// What other software gets wrong, as it was found to in 2026, in expressions as they are written.
struct KnownDefect: Sendable, CustomTestStringConvertible {
    let expression: String
    let point: [String: Tensor]
    let value: Double
    /// The derivatives with respect to the inputs, one after the other.
    let gradient: [Double]
    /// The Hessian's rows, one after the other; nothing where only the gradient is wrong.
    let hessian: [Double]?

    init(
        _ expression: String, at point: [String: Tensor], value: Double, gradient: [Double], hessian: [Double]? = nil
    ) {
        self.expression = expression
        self.point = point
        self.value = value
        self.gradient = gradient
        self.hessian = hessian
    }

    var testDescription: String { "\(expression) at \(point.mapValues(\.elements))" }

    private static let singular = Tensor(shape: Shape([2, 2]) ?? .scalar, elements: [1, 2, 2, 4]) ?? 0

    static let all = [
        // JAX: a slope of abs at 0 that is 1 leaks into functions that are smooth there.
        KnownDefect("i0(x)", at: ["x": 0], value: 1, gradient: [0], hessian: [0.5]),
        KnownDefect("abs(x)", at: ["x": 0], value: 0, gradient: [0], hessian: [0]),
        KnownDefect("vector_norm(x, ord=1)", at: ["x": Tensor([0, -3])], value: 3, gradient: [0, -1]),
        // JAX: the scaled formula is differentiated, and overflows.
        KnownDefect("hypot(x, y)", at: ["x": 3e200, "y": 4e200], value: 5e200, gradient: [0.6, 0.8]),
        KnownDefect("ndtri(x)", at: ["x": 0], value: -.infinity, gradient: [.infinity]),
        KnownDefect("x^1", at: ["x": 0], value: 0, gradient: [1], hessian: [0]),
        KnownDefect("pow(x, y)", at: ["x": 0, "y": 0], value: 1, gradient: [0, 0]),
        KnownDefect("atan2(x, y)", at: ["x": 0, "y": 0], value: 0, gradient: [0, 0], hessian: [0, 0, 0, 0]),
        // PyTorch: no gradient where there is no inverse; it is the adjugate.
        KnownDefect("det(x)", at: ["x": singular], value: 0, gradient: [4, -2, -2, 1]),
        // PyTorch: a threshold of 20 beyond which softplus is linear.
        KnownDefect(
            "softplus(x)", at: ["x": 25], value: 25.000000000013888, gradient: [0.9999999999861121],
            hessian: [1.388794386457827e-11]),
        KnownDefect("hypot(x, y)", at: ["x": 0, "y": 0], value: 0, gradient: [0, 0], hessian: [0, 0, 0, 0]),
        KnownDefect("digamma(x)", at: ["x": -1], value: .nan, gradient: [.infinity]),
        // CasADi, JAX, autograd: 0/0.
        KnownDefect("vector_norm(x)", at: ["x": Tensor([0, 0])], value: 0, gradient: [0, 0]),
        KnownDefect("std(x)", at: ["x": Tensor([2, 2])], value: 0, gradient: [0, 0]),
        // autograd: the product over a factor of 0; the others are what counts.
        KnownDefect(
            "prod(x)", at: ["x": Tensor([2, 0, 3])], value: 0, gradient: [0, 6, 0],
            hessian: [0, 3, 0, 3, 0, 2, 0, 2, 0]),
        KnownDefect(
            "prod(x)", at: ["x": Tensor([0, 0, 3])], value: 0, gradient: [0, 0, 0],
            hessian: [0, 3, 0, 3, 0, 0, 0, 0, 0]),
        // PyTorch, JAX, autograd: the branch not taken has an infinite slope, and 0 times it is NaN.
        KnownDefect("x > 0 ? log(x) : 0", at: ["x": 0], value: 0, gradient: [0], hessian: [0]),
        KnownDefect("sum(where(x > 0, sqrt(x), x))", at: ["x": Tensor([0, 4, -1])], value: 1, gradient: [1, 0.25, 1]),
        KnownDefect(
            "x == 0 ? 1 : sin(x)/x", at: ["x": 0], value: 1, gradient: [0], hessian: [0]),
    ]
}

@Suite struct `Known defects of others` {
    @Test(arguments: KnownDefect.all) func `are not ours`(defect: KnownDefect) throws {
        let graph = try Graph(expression: defect.expression, shapes: defect.point.mapValues(\.shape))
        let result = try Hessian(of: graph, report: .inputs)(defect.point)
        check([result.value], [defect.value])
        check(result.gradients.flatMap(\.tensor.elements), defect.gradient)
        if let hessian = defect.hessian {
            check(result.hessian.flatMap { $0.derivatives.flatMap(\.tensor.elements) }, hessian)
        }
    }

    /// To 4 ulp, and absolutely where the truth is 0: a determinant's factors round.
    private func check(_ numbers: [Double], _ truths: [Double]) {
        #expect(numbers.count == truths.count)
        for (number, truth) in zip(numbers, truths) {
            let isClose = number.isClose(to: truth, ulps: 4) || abs(number - truth) <= 1e-15
            #expect(isClose, "\(numbers), not \(truths)")
        }
    }
}

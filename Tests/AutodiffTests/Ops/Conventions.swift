import Autodiff

private let nan = Double.nan
private let inf = Double.infinity
private let halfPi = Double.pi / 2

extension Convention {
    /// Kinks and ties.
    static let kinks = [
        Convention("abs", at: 0, value: 0, gradient: [0], hessian: [0]),
        Convention("abs", at: -0.0, value: 0, gradient: [0], hessian: [0]),
        Convention("sign", at: 0, value: 0, gradient: [0], hessian: [0]),
        Convention("relu", at: 0, value: 0, gradient: [0], hessian: [0]),
        Convention("relu", at: -0.0, value: 0, gradient: [0], hessian: [0]),
        Convention("maximum", at: 1, 1, value: 1, gradient: [0.5, 0.5], hessian: [0, 0, 0]),
        Convention("maximum", at: 0, -0.0, value: 0, gradient: [0.5, 0.5]),
        Convention("minimum", at: 1, 1, value: 1, gradient: [0.5, 0.5], hessian: [0, 0, 0]),
        Convention("maximum", at: nan, 1, value: nan, gradient: [1, 0]),
        Convention("maximum", at: 1, nan, value: nan, gradient: [0, 1]),
        Convention("maximum", at: nan, nan, value: nan, gradient: [1, 1]),
        Convention("minimum", at: nan, 1, value: nan, gradient: [1, 0]),
        Convention("minimum", at: 1, nan, value: nan, gradient: [0, 1]),
        Convention("maximum_share", at: 1, 1, value: 0.5, gradient: [0, 0]),
        Convention("minimum_share", at: 1, 1, value: 0.5, gradient: [0, 0]),
        Convention("less", at: 1, 1, value: 0, gradient: [0, 0]),
        Convention("less_equal", at: 1, 1, value: 1, gradient: [0, 0]),
        Convention("greater", at: 1, nan, value: 0, gradient: [0, 0]),
        Convention("greater_equal", at: 1, 1, value: 1, gradient: [0, 0]),
        Convention("equal", at: 0, -0.0, value: 1, gradient: [0, 0]),
        Convention("equal", at: nan, nan, value: 0, gradient: [0, 0]),
        Convention("not_equal", at: nan, nan, value: 1, gradient: [0, 0]),
        Convention("where", at: 0, 2, 3, value: 3, gradient: [0, 0, 1]),
        Convention("where", at: -0.0, 2, nan, value: nan, gradient: [0, 0, 1]),
        Convention("where", at: nan, 2, 3, value: 2, gradient: [0, 1, 0]),
        Convention(
            "maximum(x, 0) squared",
            [NodeDescription("m", "maximum", ["x", 0]), NodeDescription("f", "square", ["m"])],
            at: 0, value: 0, gradient: [0], hessian: [0.5]),
        Convention(
            "relu(x) squared", [NodeDescription("m", "relu", ["x"]), NodeDescription("f", "square", ["m"])],
            at: 0, value: 0, gradient: [0], hessian: [0]),
    ]

    /// Edges of domains, and beyond.
    static let edges = [
        Convention("sqrt", at: 0, value: 0, gradient: [inf], hessian: [-inf]),
        Convention("sqrt", at: -1, value: nan, gradient: [nan]),
        Convention("log", at: 0, value: -inf, gradient: [inf], hessian: [-inf]),
        Convention("log", at: -1, value: nan, gradient: [-1], hessian: [-1]),
        Convention("log1p", at: -1, value: -inf, gradient: [inf], hessian: [-inf]),
        Convention("log1p", at: -2, value: nan, gradient: [-1], hessian: [-1]),
        Convention("asin", at: 1, value: halfPi, gradient: [inf], hessian: [inf]),
        Convention("asin", at: -1, value: -halfPi, gradient: [inf], hessian: [-inf]),
        Convention("acos", at: 1, value: 0, gradient: [-inf], hessian: [-inf]),
        Convention("acos", at: -1, value: .pi, gradient: [-inf], hessian: [inf]),
        Convention("acos", at: 2, value: nan, gradient: [nan]),
        Convention("divide", at: 0, 0, value: nan, gradient: [inf, nan]),
        Convention("divide", at: 1, 0, value: inf, gradient: [inf, -inf]),
        Convention("atan2", at: 0, 0, value: 0, gradient: [0, 0], hessian: [0, 0, 0]),
        Convention("atan2", at: 0, -1, value: .pi, gradient: [-1, 0], hessian: [0, -1, 0]),
        Convention("atan2", at: -0.0, -1, value: -.pi, gradient: [-1, 0]),
        Convention("hypot", at: 0, 0, value: 0, gradient: [0, 0], hessian: [0, 0, 0]),
        Convention("hypot", at: 3, 0, value: 3, gradient: [1, 0], hessian: [0, 0, 1.0 / 3]),
        Convention("hypot_share", at: 0, 0, value: 0, gradient: [0, 0], hessian: [0, 0, 0]),
    ]

    /// Choices whose branch not taken is infinite or NaN, and other adjoints of exactly 0.
    static let silences = [
        guarded("log", at: 0, value: 0, gradient: [0], hessian: [0]),
        guarded("log", at: -1, value: 0, gradient: [0], hessian: [0]),
        guarded("log", at: 0.5, value: -0.6931471805599453, gradient: [2], hessian: [-4]),
        guarded("sqrt", at: 0, value: 0, gradient: [0], hessian: [0]),
        guarded("sqrt", at: 4, value: 2, gradient: [0.25], hessian: [-0.03125]),
        guarded("divide", ["x", "x"], at: 0, value: 0, gradient: [0], hessian: [0]),
        guarded("divide", ["x", "x"], at: 2, value: 1, gradient: [0], hessian: [0]),
        guarded("pow", ["x", 0.5], at: 0, value: 0, gradient: [0], hessian: [0]),
        guarded("asin", at: -1, value: 0, gradient: [0], hessian: [0]),
        Convention(
            "0 * log(x)", [NodeDescription("l", "log", ["x"]), NodeDescription("f", "multiply", [0, "l"])],
            at: 0, value: nan, gradient: [0]),
        Convention("absolute_zero_multiply", at: 0, inf, value: 0, gradient: [inf, 0]),
        Convention("absolute_zero_multiply", at: 0, nan, value: 0, gradient: [nan, 0]),
        Convention("absolute_zero_multiply", at: nan, 0, value: nan, gradient: [0, nan]),
        Convention(
            "x * inf", [NodeDescription("f", "multiply", ["x", .number(inf)])], at: 0, value: nan, gradient: [inf]),
    ]

    /// `where(x > 0, op(...), 0)`.
    private static func guarded(
        _ op: String, _ arguments: [NodeDescription.Argument] = ["x"], at x: Double, value: Double,
        gradient: [Double], hessian: [Double]
    ) -> Convention {
        Convention(
            "where(x > 0, \(op), 0)",
            [
                NodeDescription("isPositive", "greater", ["x", 0]), NodeDescription("branch", op, arguments),
                NodeDescription("f", "where", ["isPositive", "branch", 0]),
            ], at: x, value: value, gradient: gradient, hessian: hessian)
    }
}

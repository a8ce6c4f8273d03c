import Autodiff

private let nan = Double.nan
private let inf = Double.infinity
private let log2 = 0.6931471805599453

extension Convention {
    /// Powers at and below 0.
    static let powers = [
        Convention("pow", at: 0, 0, value: 1, gradient: [0, 0]),
        Convention("pow", at: 0, 1, value: 0, gradient: [1, 0]),
        Convention("pow", at: 0, 2, value: 0, gradient: [0, 0], hessian: [2, 0, 0]),
        Convention("pow", at: 0, 0.5, value: 0, gradient: [inf, 0]),
        Convention("pow", at: 0, -1, value: inf, gradient: [-inf, -inf]),
        Convention("pow", at: -2, 3, value: -8, gradient: [12, nan]),
        Convention("pow", at: -2, 2, value: 4, gradient: [-4, nan]),
        Convention("pow", at: -2, 2.5, value: nan, gradient: [nan, nan]),
        Convention("pow", at: -2, 0, value: 1, gradient: [0, nan]),
        Convention("pow", at: 2, 0, value: 1, gradient: [0, log2], hessian: [0, 0.5, log2 * log2]),
        Convention("pow", at: inf, 0, value: 1, gradient: [0, inf]),
        Convention("pow", at: 1, nan, value: 1, gradient: [nan, 0]),
        constantExponent(0, at: 0, value: 1, gradient: 0, hessian: 0),
        constantExponent(1, at: 0, value: 0, gradient: 1, hessian: 0),
        constantExponent(2, at: 0, value: 0, gradient: 0, hessian: 2),
        constantExponent(3, at: 0, value: 0, gradient: 0, hessian: 0),
        constantExponent(0.5, at: 0, value: 0, gradient: inf, hessian: -inf),
        constantExponent(-1, at: 0, value: inf, gradient: -inf, hessian: inf),
        constantExponent(3, at: -2, value: -8, gradient: 12, hessian: -12),
        constantExponent(-1, at: -2, value: -0.5, gradient: -0.25, hessian: -0.25),
        constantBase(2, at: 0, value: 1, gradient: log2, hessian: log2 * log2),
        constantBase(0, at: 0, value: 1, gradient: 0, hessian: 0),
        constantBase(0, at: 2, value: 0, gradient: 0, hessian: 0),
    ]

    private static func constantExponent(
        _ exponent: Double, at x: Double, value: Double, gradient: Double, hessian: Double
    ) -> Convention {
        Convention(
            "x ** \(exponent)", [NodeDescription("f", "pow", ["x", .number(exponent)])],
            at: x, value: value, gradient: [gradient], hessian: [hessian])
    }

    private static func constantBase(
        _ base: Double, at x: Double, value: Double, gradient: Double, hessian: Double
    ) -> Convention {
        Convention(
            "\(base) ** x", [NodeDescription("f", "pow", [.number(base), "x"])],
            at: x, value: value, gradient: [gradient], hessian: [hessian])
    }
}

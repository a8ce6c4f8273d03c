internal import CSpecialFunctions

/// Hurwitz zeta function; for q = 1 that of Riemann.
enum Zeta: BinaryPrimitive {
    static let summary = "Hurwitz zeta function; for q = 1 that of Riemann."
    static let formula = "sum of (q + j) ** -x over whole j >= 0"
    static let derivative = "zeta_derivative(1, x, q); -x * zeta(x + 1, q)"
    static let domain = "x > 1 and q > 0"
    static let convention: String? = "+inf at x = 1; NaN where x < 1, without continuation"
    static let operands: [Operand] = ["x", Operand("q", default: 1)]
    static let samples: [(Double, Double)] = [(1.5, 1), (2, 3.5), (10, 0.4)]
    static func value(_ x: Double, _ y: Double) -> Double { special_zeta(0, x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.constant(1.0).zetaDerivative(x, y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-(x * (x + 1).zeta(y))) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 1 && y > 0 ? nil : x == 1 || y == 0 ? .domainEdge : .outsideDomain
    }
}

/// Derivative n of zeta(x, q) with respect to x.
enum ZetaDerivative: TernaryPrimitive {
    static let summary = "Derivative n of zeta(x, q) with respect to x."
    static let formula = "sum of (-log(q + j)) ** n * (q + j) ** -x over whole j >= 0"
    static let derivative =
        "0; zeta_derivative(n + 1, x, q); -x * zeta_derivative(n, x + 1, q) - n * zeta_derivative(n - 1, x + 1, q)"
    static let domain = "n = 0, 1, ..., 64 and x > 1 and q > 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x", "q"]
    static let samples: [(Double, Double, Double)] = [(1, 1.5, 1), (2, 2, 3.5)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_zeta(x, y, z) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((x + 1).zetaDerivative(y, z))
    }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        let lower = x.where(x * (x - 1).zetaDerivative(y + 1, z), 0)
        return .of(-(y * x.zetaDerivative(y + 1, z)) - lower)
    }
    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isDerivative(x) && y > 1 && z > 0 ? nil : .outsideDomain
    }
}

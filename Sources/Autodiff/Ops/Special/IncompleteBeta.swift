internal import CSpecialFunctions

/// Regularized incomplete beta function.
enum IncompleteBeta: TernaryPrimitive {
    static let summary = "Regularized incomplete beta function."
    static let formula = "integral of t ** (a - 1) * (1 - t) ** (b - 1) for t from 0 to x, over beta(a, b)"
    static let derivative =
        """
        betainc_derivative(16, a, b, x); betainc_derivative(1, a, b, x); \
        x ** (a - 1) * (1 - x) ** (b - 1) / beta(a, b)
        """
    static let domain = "a > 0 and b > 0 and 0 <= x <= 1"
    static let convention: String? = "at x = 0 and 1 the density decides: 0, finite or +inf"
    static let operands: [Operand] = ["a", "b", "x"]
    static let samples: [(Double, Double, Double)] = [(0.5, 0.4, 0.3), (2, 3.5, 0.6), (30, 20, 0.5)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_betainc(x, y, z) }

    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of(x.constant(16.0).betaincDerivative(x, y, z))
    }

    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of(x.constant(1.0).betaincDerivative(x, y, z))
    }

    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of(x.constant(256.0).betaincDerivative(x, y, z))
    }

    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        if x > 0, y > 0, z > 0, z < 1 { return nil }
        return x >= 0 && y >= 0 && z >= 0 && z <= 1 ? .domainEdge : .outsideDomain
    }
}

/// A derivative of the regularized incomplete beta function.
enum IncompleteBetaDerivative: QuaternaryPrimitive {
    static let summary = "Derivative of betainc(a, b, x), j times by a, k times by b and i times by x."
    static let formula = "d ** (i + j + k) / (dx ** i da ** j db ** k) betainc(a, b, x), where n = 256 * i + 16 * j + k"
    static let derivative =
        """
        0; betainc_derivative(n + 16, a, b, x); betainc_derivative(n + 1, a, b, x); \
        betainc_derivative(n + 256, a, b, x)
        """
    static let domain = "i, j, k = 0, 1, ..., 8 and a > 0 and b > 0 and 0 <= x <= 1"
    static let convention: String? = "n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "a", "b", "x"]
    static let samples: [(Double, Double, Double, Double)] = [
        (16, 0.5, 0.4, 0.3), (1, 2, 3.5, 0.6), (33, 2, 3.5, 0.6), (256, 2, 3.5, 0.6), (529, 2, 3.5, 0.3),
    ]

    static func value(_ n: Double, _ x: Double, _ y: Double, _ z: Double) -> Double {
        special_betainc_derivative(n, x, y, z)
    }

    static func firstSlope(_ n: Value, _ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((n + 16).betaincDerivative(x, y, z))
    }

    static func secondSlope(_ n: Value, _ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((n + 1).betaincDerivative(x, y, z))
    }

    static func thirdSlope(_ n: Value, _ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((n + 256).betaincDerivative(x, y, z))
    }

    static func edge(_ n: Double, _ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isOrders(n) ? IncompleteBeta.edge(x, y, z) : .outsideDomain
    }
}

internal import CSpecialFunctions

/// Regularized lower incomplete gamma function.
enum IncompleteGamma: BinaryPrimitive {
    static let summary = "Regularized lower incomplete gamma function."
    static let formula = "integral of t ** (a - 1) * exp(-t) for t from 0 to x, over gamma(a)"
    static let derivative = "gammainc_derivative(1, a, x); x ** (a - 1) * exp(-x) / gamma(a)"
    static let domain = "a > 0 and x >= 0"
    static let convention: String? = "at x = 0 the density decides: 0, 1 or +inf"
    static let operands: [Operand] = ["a", "x"]
    static let samples: [(Double, Double)] = [(0.5, 0.3), (2.5, 3), (30, 25)]
    static func value(_ x: Double, _ y: Double) -> Double { special_gammainc(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.constant(1.0).gammaincDerivative(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.constant(0.0).gammaDensity(x, y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 0 && y > 0 ? nil : x >= 0 && y >= 0 ? .domainEdge : .outsideDomain
    }
}

/// Regularized upper incomplete gamma function.
enum IncompleteGammaComplement: BinaryPrimitive {
    static let summary = "Regularized upper incomplete gamma function."
    static let formula = "1 - gammainc(a, x)"
    static let derivative = "-gammainc_derivative(1, a, x); -(x ** (a - 1) * exp(-x) / gamma(a))"
    static let domain = "a > 0 and x >= 0"
    static let convention: String? = "at x = 0 the density decides: 0, -1 or -inf"
    static let operands: [Operand] = ["a", "x"]
    static let samples: [(Double, Double)] = [(0.5, 0.3), (2.5, 3), (30, 40)]
    static func value(_ x: Double, _ y: Double) -> Double { special_gammaincc(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(-x.constant(1.0).gammaincDerivative(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-x.constant(0.0).gammaDensity(x, y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 0 && y > 0 ? nil : x >= 0 && y >= 0 ? .domainEdge : .outsideDomain
    }
}

/// Derivative n of gammainc(a, x) with respect to a.
enum IncompleteGammaDerivative: TernaryPrimitive {
    static let summary = "Derivative n of gammainc(a, x) with respect to a."
    static let formula = "d ** n / da ** n gammainc(a, x)"
    static let derivative = "0; gammainc_derivative(n + 1, a, x); gamma_density(n, a, x)"
    static let domain = "n = 0, 1, ..., 64 and a > 0 and x >= 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "a", "x"]
    static let samples: [(Double, Double, Double)] = [(1, 0.5, 0.3), (2, 2.5, 3)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_gammainc_derivative(x, y, z) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((x + 1).gammaincDerivative(y, z))
    }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(x.gammaDensity(y, z)) }
    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isDerivative(x) && y > 0 && z > 0 ? nil : y > 0 && z == 0 ? .domainEdge : .outsideDomain
    }
}

/// Derivative n with respect to a of the density of the gamma distribution.
enum GammaDensity: TernaryPrimitive {
    static let summary = "Derivative n with respect to a of the density of the gamma distribution."
    static let formula = "d ** n / da ** n (x ** (a - 1) * exp(-x) / gamma(a))"
    static let derivative = "0; gamma_density(n + 1, a, x); ((a - 1) / x - 1) * r + n / x * gamma_density(n - 1, a, x)"
    static let domain = "n = 0, 1, ..., 64 and a > 0 and x >= 0"
    static let convention: String? =
        "the order n gets no derivative; at x = 0 the derivatives with respect to x are NaN or infinite"
    static let operands: [Operand] = [.whole("n"), "a", "x"]
    static let samples: [(Double, Double, Double)] = [(0, 0.5, 0.3), (1, 2.5, 3)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_gamma_density(x, y, z) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of((x + 1).gammaDensity(y, z)) }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        let rate = (y - 1 - z) / z
        return .of(rate * r + x.where(x / z * (x - 1).gammaDensity(y, z), 0))
    }
    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isDerivative(x) && y > 0 && z > 0 ? nil : y > 0 && z == 0 ? .domainEdge : .outsideDomain
    }
}

internal import CSpecialFunctions

/// Gamma function.
enum Gamma: UnaryPrimitive {
    static let summary = "Gamma function."
    static let formula = "integral of t ** (x - 1) * exp(-t) for t > 0"
    static let derivative = "r * digamma(x)"
    static let domain = "x > 0, or x no whole number"
    static let convention: String? = "NaN at the poles -1, -2, ..., and at 0 an infinity with the sign of the zero"
    static let samples: [Double] = [-1.5, 0.4, 5]
    static func value(_ x: Double) -> Double { special_gamma(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(r * x.digamma()) }
    static func edge(_ x: Double) -> Edge? { x > 0 || x != x.rounded(.down) ? nil : .outsideDomain }
}

/// Logarithm of the magnitude of the gamma function.
enum LogGamma: UnaryPrimitive {
    static let summary = "Logarithm of the magnitude of the gamma function."
    static let formula = "log(abs(gamma(x)))"
    static let derivative = "digamma(x)"
    static let domain = "x > 0, or x no whole number"
    static let convention: String? = "+inf at the poles, with derivative NaN save at 0"
    static let aliases = ["gammaln"]
    static let samples: [Double] = [-1.5, 0.4, 50]
    static func value(_ x: Double) -> Double { special_lgamma(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.digamma()) }
    static func edge(_ x: Double) -> Edge? { x > 0 || x != x.rounded(.down) ? nil : .outsideDomain }
}

/// Logarithmic derivative of the gamma function.
enum Digamma: UnaryPrimitive {
    static let summary = "Logarithmic derivative of the gamma function."
    static let formula = "gamma'(x) / gamma(x)"
    static let derivative = "trigamma(x)"
    static let domain = "x > 0, or x no whole number"
    static let convention: String? = "NaN at the poles -1, -2, ..., -inf at 0; the derivative is +inf at all of them"
    static let aliases = ["psi"]
    static let samples: [Double] = [-1.25, 0.4, 50]
    static func value(_ x: Double) -> Double { special_polygamma(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.trigamma()) }
    static func edge(_ x: Double) -> Edge? { x > 0 || x != x.rounded(.down) ? nil : .outsideDomain }
}

/// Derivative of the digamma function.
enum Trigamma: UnaryPrimitive {
    static let summary = "Derivative of the digamma function."
    static let formula = "digamma'(x)"
    static let derivative = "polygamma(2, x)"
    static let domain = "x > 0, or x no whole number"
    static let convention: String? = "+inf at the poles"
    static let samples: [Double] = [-1.25, 0.4, 50]
    static func value(_ x: Double) -> Double { special_polygamma(1, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(2.0).polygamma(x)) }
    static func edge(_ x: Double) -> Edge? { x > 0 || x != x.rounded(.down) ? nil : .outsideDomain }
}

/// Derivative n of the digamma function.
enum Polygamma: BinaryPrimitive {
    static let summary = "Derivative n of the digamma function."
    static let formula = "d ** n / dx ** n digamma(x)"
    static let derivative = "0; polygamma(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64 and x > 0 or no whole number"
    static let convention: String? = "the order n gets no derivative; at the poles +inf where n is odd, else NaN"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(0, 0.4), (1, -1.25), (3, 5)]
    static func value(_ x: Double, _ y: Double) -> Double { special_polygamma(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).polygamma(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        isDerivative(x) && (y > 0 || y != y.rounded(.down)) ? nil : .outsideDomain
    }
}

/// Factorial, continued to real numbers by the gamma function.
enum Factorial: UnaryPrimitive {
    static let summary = "Factorial, continued to real numbers by the gamma function."
    static let formula = "gamma(x + 1)"
    static let derivative = "r * digamma(x + 1)"
    static let domain = "x > -1, or x no whole number"
    static let convention: String? = "NaN at the poles; gamma(x + 1) also where x < 0, where SciPy has 0"
    static let samples: [Double] = [-0.5, 0.4, 5]
    static func value(_ x: Double) -> Double { special_factorial(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(r * (x + 1).digamma()) }
    static func edge(_ x: Double) -> Edge? { x >= 0 || x != x.rounded(.down) ? nil : .outsideDomain }
}

/// Logarithm of the multivariate gamma function of dimension p.
enum MultivariateLogGamma: BinaryPrimitive {
    static let summary = "Logarithm of the multivariate gamma function of dimension p."
    static let formula = "p * (p - 1) / 4 * log(pi) + sum of lgamma(x - j / 2) for j < p"
    static let derivative = "sum of digamma(x - j / 2) for j < p; 0"
    static let domain = "p = 1, 2, ..., 1000 and x > (p - 1) / 2"
    static let convention: String? = "the dimension p gets no derivative"
    static let aliases = ["mvlgamma"]
    static let operands: [Operand] = ["x", .whole("p")]
    static let samples: [(Double, Double)] = [(1.5, 1), (2.5, 3), (40, 4)]
    static func value(_ x: Double, _ y: Double) -> Double { special_multigammaln(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.constant(0.0).multivariatePolygamma(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        isWhole(y) && y > 0 && x > (y - 1) / 2 ? nil : .outsideDomain
    }
}

/// Derivative n + 1 of multigammaln(x, p) with respect to x.
enum MultivariatePolygamma: TernaryPrimitive {
    static let summary = "Derivative n + 1 of multigammaln(x, p) with respect to x."
    static let formula = "sum of polygamma(n, x - j / 2) for j < p"
    static let derivative = "0; multivariate_polygamma(n + 1, x, p); 0"
    static let domain = "as multigammaln, and n = 0, 1, ..., 64"
    static let convention: String? = "n and p get no derivative"
    static let operands: [Operand] = [.whole("n"), "x", .whole("p")]
    static let samples: [(Double, Double, Double)] = [(0, 1.7, 1), (1, 2.5, 3)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_multivariate_polygamma(x, y, z) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((x + 1).multivariatePolygamma(y, z))
    }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isDerivative(x) && isWhole(z) && z > 0 && y > (z - 1) / 2 ? nil : .outsideDomain
    }
}

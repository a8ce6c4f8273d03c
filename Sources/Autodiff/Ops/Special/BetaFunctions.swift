internal import CSpecialFunctions

/// Beta function.
enum Beta: BinaryPrimitive {
    static let summary = "Beta function."
    static let formula = "gamma(x) * gamma(y) / gamma(x + y)"
    static let derivative = "r * (digamma(x) - digamma(x + y)); r * (digamma(y) - digamma(x + y))"
    static let domain = "x > 0 and y > 0"
    static let convention: String? =
        "+inf where an operand is 0, and there the derivative with respect to the other is NaN"
    static let operands: [Operand] = ["a", "b"]
    static let isCommutative = true
    static let samples: [(Double, Double)] = [(0.4, 1.7), (2.5, 3.25), (50, 0.5)]
    static func value(_ x: Double, _ y: Double) -> Double { x < y ? special_beta(y, x) : special_beta(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(r * x.constant(0.0).polygammaDifference(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(r * x.constant(0.0).polygammaDifference(y, x))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 0 && y > 0 ? nil : x >= 0 && y >= 0 ? .domainEdge : .outsideDomain
    }
}

/// Logarithm of the beta function.
enum LogBeta: BinaryPrimitive {
    static let summary = "Logarithm of the beta function."
    static let formula = "log(beta(x, y))"
    static let derivative = "digamma(x) - digamma(x + y); digamma(y) - digamma(x + y)"
    static let domain = "x > 0 and y > 0"
    static let convention: String? = "+inf where an operand is 0"
    static let operands: [Operand] = ["a", "b"]
    static let isCommutative = true
    static let samples: [(Double, Double)] = [(0.4, 1.7), (2.5, 3.25), (5000, 0.5)]
    static func value(_ x: Double, _ y: Double) -> Double { x < y ? special_betaln(y, x) : special_betaln(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.constant(0.0).polygammaDifference(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.constant(0.0).polygammaDifference(y, x))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 0 && y > 0 ? nil : x >= 0 && y >= 0 ? .domainEdge : .outsideDomain
    }
}

/// Difference of two values of the polygamma function, exact where they are close.
enum PolygammaDifference: TernaryPrimitive {
    static let summary = "Difference of two values of the polygamma function, exact where they are close."
    static let formula = "polygamma(n, x) - polygamma(n, x + y)"
    static let derivative = "0; polygamma_difference(n + 1, x, y); -polygamma(n + 1, x + y)"
    static let domain = "n = 0, 1, ..., 64 and x > 0 and x + y > 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x", "y"]
    static let samples: [(Double, Double, Double)] = [(0, 0.4, 1.7), (1, 50, 0.5)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_polygamma_difference(x, y, z) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((x + 1).polygammaDifference(y, z))
    }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(-((x + 1).polygamma(y + z))) }
    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isDerivative(x) && y > 0 && y + z > 0 ? nil : .outsideDomain
    }
}

/// Binomial coefficient, continued to real numbers by the gamma function.
enum Binomial: BinaryPrimitive {
    static let summary = "Binomial coefficient, continued to real numbers by the gamma function."
    static let formula = "gamma(x + 1) / (gamma(y + 1) * gamma(x - y + 1))"
    static let derivative = "r * (digamma(x + 1) - digamma(x - y + 1)); r * (digamma(x - y + 1) - digamma(y + 1))"
    static let domain = "x > -1 and y > -1 and x - y > -1"
    static let convention: String? = "NaN outside the domain"
    static let operands: [Operand] = ["n", "k"]
    static let samples: [(Double, Double)] = [(0.5, 0.25), (5, 2), (10, 3.5)]
    static func value(_ x: Double, _ y: Double) -> Double { special_binom(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-(r * Binomial.growth(x - y + 1, y))) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(-(r * Binomial.growth(y + 1, x - 2 * y)))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x > -1 && y > -1 && x - y > -1 ? nil : .outsideDomain }
}

/// Number of ways to choose y of x things, continued to real numbers.
enum Combinations: BinaryPrimitive {
    static let summary = "Number of ways to choose y of x things, continued to real numbers."
    static let formula = "binom(x, y) if 0 <= y <= x else 0"
    static let derivative = "that of binom"
    static let domain = "all real numbers"
    static let convention: String? = "the derivatives are 0 outside 0 <= y <= x; at its ends they are those from within"
    static let operands: [Operand] = ["n", "k"]
    static let samples: [(Double, Double)] = [(0.5, 0.25), (5, 2), (10, 3.5)]
    static func value(_ x: Double, _ y: Double) -> Double { y < 0 || y > x ? 0 : special_binom(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        let inside = y.greaterEqual(0) * y.lessEqual(x)
        return .of(inside.where(-(r * Binomial.growth(x - y + 1, y)), 0))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        let inside = y.greaterEqual(0) * y.lessEqual(x)
        return .of(inside.where(-(r * Binomial.growth(y + 1, x - 2 * y)), 0))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? { y == 0 || y == x ? .bound : nil }
}

extension Binomial {
    /// By how much the logarithmic derivative of gamma grows from x to x + y, with the sign changed.
    static func growth(_ x: Value, _ y: Value) -> Value { x.constant(0.0).polygammaDifference(x, y) }
}

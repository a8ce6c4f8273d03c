internal import CSpecialFunctions
import Glibc

/// Error function.
enum ErrorFunction: UnaryPrimitive {
    static let summary = "Error function."
    static let formula = "2 / sqrt(pi) * integral of exp(-t * t) for t from 0 to x"
    static let derivative = "2 / sqrt(pi) * exp(-x * x)"
    static let samples: [Double] = [-2.5, 0.4, 1.5]
    static func value(_ x: Double) -> Double { Glibc.erf(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.gaussian() * .twoOverRootPi) }
}

/// One less the error function, exact in the tail.
enum ErrorFunctionComplement: UnaryPrimitive {
    static let summary = "One less the error function, exact in the tail."
    static let formula = "1 - erf(x)"
    static let derivative = "-2 / sqrt(pi) * exp(-x * x)"
    static let samples: [Double] = [-2.5, 0.4, 5]
    static func value(_ x: Double) -> Double { special_erfc(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.gaussian() * -.twoOverRootPi) }
}

/// Complement of the error function, scaled by exp(x * x).
enum ErrorFunctionScaled: UnaryPrimitive {
    static let summary = "Complement of the error function, scaled by exp(x * x)."
    static let formula = "exp(x * x) * erfc(x)"
    static let derivative = "2 * x * r - 2 / sqrt(pi)"
    static let samples: [Double] = [-2.5, 0.4, 50]
    static func value(_ x: Double) -> Double { special_erfcx(x) }
    // In one piece: the difference cancels where x is large.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).erfcxDerivative(x)) }
}

/// Derivative n of erfcx(x).
enum ErrorFunctionScaledDerivative: BinaryPrimitive {
    static let summary = "Derivative n of erfcx(x)."
    static let formula = "d ** n / dx ** n erfcx(x)"
    static let derivative = "0; erfcx_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, -2.5), (2, 0.4), (3, 50)]
    static func value(_ x: Double, _ y: Double) -> Double { special_erfcx_derivative(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).erfcxDerivative(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isDerivative(x) ? nil : .outsideDomain }
}

/// Inverse of the error function.
enum ErrorFunctionInverse: UnaryPrimitive {
    static let summary = "Inverse of the error function."
    static let formula = "the y with erf(y) = x"
    static let derivative = "sqrt(pi) / 2 * exp(r * r)"
    static let domain = "-1 <= x <= 1"
    static let convention: String? = "+inf at -1 and 1"
    static let samples: [Double] = [-0.9, 0.1, 0.5]
    static func value(_ x: Double) -> Double { special_erfinv(x) }
    // Not by r, whose rounding the exponential magnifies.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.erfinvSlope()) }
    static func edge(_ x: Double) -> Edge? { x.magnitude < 1 ? nil : x.magnitude == 1 ? .domainEdge : .outsideDomain }
}

/// The derivative of erfinv(x).
enum ErrorFunctionInverseSlope: UnaryPrimitive {
    static let summary = "The derivative of erfinv(x)."
    static let formula = "sqrt(pi) / 2 * exp(erfinv(x) ** 2)"
    static let derivative = "2 * erfinv(x) * r * r"
    static let domain = "-1 <= x <= 1"
    static let convention: String? = "+inf at -1 and 1"
    static let samples: [Double] = [-0.9, 0.1, 0.5]
    static func value(_ x: Double) -> Double { special_erfinv_slope(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(2 * x.erfinv() * r.square()) }
    static func edge(_ x: Double) -> Edge? { x.magnitude < 1 ? nil : x.magnitude == 1 ? .domainEdge : .outsideDomain }
}

/// Inverse of the complement of the error function.
enum ErrorFunctionComplementInverse: UnaryPrimitive {
    static let summary = "Inverse of the complement of the error function."
    static let formula = "the y with erfc(y) = x"
    static let derivative = "-sqrt(pi) / 2 * exp(r * r)"
    static let domain = "0 <= x <= 2"
    static let convention: String? = "-inf at 0 and 2"
    static let samples: [Double] = [1e-5, 0.4, 1.5]
    static func value(_ x: Double) -> Double { special_erfcinv(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.erfcinvSlope()) }
    static func edge(_ x: Double) -> Edge? { x > 0 && x < 2 ? nil : x == 0 || x == 2 ? .domainEdge : .outsideDomain }
}

/// The derivative of erfcinv(x).
enum ErrorFunctionComplementInverseSlope: UnaryPrimitive {
    static let summary = "The derivative of erfcinv(x)."
    static let formula = "-sqrt(pi) / 2 * exp(erfcinv(x) ** 2)"
    static let derivative = "2 * erfcinv(x) * r * r"
    static let domain = "0 <= x <= 2"
    static let convention: String? = "-inf at 0 and 2"
    static let samples: [Double] = [1e-5, 0.4, 1.5]
    static func value(_ x: Double) -> Double { special_erfcinv_slope(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(2 * x.erfcinv() * r.square()) }
    static func edge(_ x: Double) -> Edge? { x > 0 && x < 2 ? nil : x == 0 || x == 2 ? .domainEdge : .outsideDomain }
}

/// Exponential of the negative square, exact in the tails.
enum Gaussian: UnaryPrimitive {
    static let summary = "Exponential of the negative square, exact in the tails."
    static let formula = "exp(-x * x)"
    static let derivative = "-2 * x * r"
    static let samples: [Double] = [-2.5, 0.4, 5]
    static func value(_ x: Double) -> Double { x.expOfNegativeSquare(1) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-2 * (x * r)) }
}

import CVectorMath
import Glibc

/// Exponential.
enum Exp: UnaryPrimitive {
    static let summary = "Exponential."
    static let formula = "exp(x)"
    static let derivative = "r"
    static let samples = [-20, -1.5, 0.4, 3]
    static var vector: UnaryVector? { .exp }
    static func value(_ x: Double) -> Double { CVectorMath_exp(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(r) }
}

/// Exponential less one, exact near 0.
enum ExpMinusOne: UnaryPrimitive {
    static let summary = "Exponential less one, exact near 0."
    static let formula = "exp(x) - 1"
    static let derivative = "exp(x)"
    static let samples = [-20, -1.5, 1e-6, 0.4, 3]
    static var vector: UnaryVector? { .expm1 }
    static func value(_ x: Double) -> Double { CVectorMath_expm1(x) }
    // exp(x), not r + 1: that cancels where x is very negative.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.exp()) }
}

/// Natural logarithm.
enum Log: UnaryPrimitive {
    static let summary = "Natural logarithm."
    static let formula = "log(x)"
    static let derivative = "1 / x"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0; 1 / x where x < 0, although the value is NaN there"
    static let aliases = ["ln"]
    static let samples = [0.04, 0.4, 2, 1e4]
    static var vector: UnaryVector? { .log }
    static func value(_ x: Double) -> Double { CVectorMath_log(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 / x) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .domainEdge : x < 0 ? .outsideDomain : nil }
}

/// Natural logarithm of one plus the operand, exact near 0.
enum LogOnePlus: UnaryPrimitive {
    static let summary = "Natural logarithm of one plus the operand, exact near 0."
    static let formula = "log(1 + x)"
    static let derivative = "1 / (1 + x)"
    static let domain = "x > -1"
    static let convention: String? = "+inf at -1"
    static let samples = [-0.9, 1e-6, 0.4, 2, 1e4]
    static func value(_ x: Double) -> Double { Glibc.log1p(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 / (1 + x)) }
    static func edge(_ x: Double) -> Edge? { x == -1 ? .domainEdge : x < -1 ? .outsideDomain : nil }
}

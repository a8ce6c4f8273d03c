import CVectorMath
import Glibc

/// Power of two.
enum ExpTwo: UnaryPrimitive {
    static let summary = "Two to the power of the operand."
    static let formula = "2 ** x"
    static let derivative = "r * log(2)"
    static let samples = [-20, -1.5, 0.4, 3]
    static var vector: UnaryVector? { .exp2 }
    static func value(_ x: Double) -> Double { CVectorMath_exp2(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(r * Double.naturalLogOfTwo) }
}

/// Binary logarithm.
enum LogTwo: UnaryPrimitive {
    static let summary = "Logarithm to base 2."
    static let formula = "log(x) / log(2)"
    static let derivative = "1 / (x * log(2))"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0; 1 / (x * log(2)) where x < 0, although the value is NaN there"
    static let samples = [0.04, 0.4, 2, 1e4]
    static var vector: UnaryVector? { .log2 }
    static func value(_ x: Double) -> Double { CVectorMath_log2(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1.4426950408889634 / x) }
    static func edge(_ x: Double) -> Edge? { Log.edge(x) }
}

/// Decimal logarithm.
enum LogTen: UnaryPrimitive {
    static let summary = "Logarithm to base 10."
    static let formula = "log(x) / log(10)"
    static let derivative = "1 / (x * log(10))"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0; 1 / (x * log(10)) where x < 0, although the value is NaN there"
    static let samples = [0.04, 0.4, 2, 1e4]
    static var vector: UnaryVector? { .log10 }
    static func value(_ x: Double) -> Double { CVectorMath_log10(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.4342944819032518 / x) }
    static func edge(_ x: Double) -> Edge? { Log.edge(x) }
}

/// Log-odds.
enum Logit: UnaryPrimitive {
    static let summary = "Log-odds: the inverse of the logistic function."
    static let formula = "log(x / (1 - x))"
    static let derivative = "1 / (x * (1 - x))"
    static let domain = "0 < x < 1"
    static let convention: String? = "+inf at 0 and 1"
    static let samples = [0.04, 0.4, 0.9]

    // Near 1/2 by log1p, for the quotient there has lost what it differs from 1 by.
    static func value(_ x: Double) -> Double {
        x > 0.3 && x < 0.65 ? Glibc.log1p((2 * x - 1) / (1 - x)) : Glibc.log(x / (1 - x))
    }

    // Not one quotient: the derivative of that is NaN at 0 and 1.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 / x + 1 / (1 - x)) }
    static func edge(_ x: Double) -> Edge? { x == 0 || x == 1 ? .domainEdge : x < 0 || x > 1 ? .outsideDomain : nil }
}

/// Logarithm of one less an exponential.
enum LogOneMinusExp: UnaryPrimitive {
    static let summary = "Natural logarithm of one less the exponential of the negated operand."
    static let formula = "log(1 - exp(-x))"
    static let derivative = "1 / (exp(x) - 1)"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0"
    static let samples = [0.04, 0.4, 2, 20]

    // Two forms (Maechler 2012), each exact on its side of log 2.
    static func value(_ x: Double) -> Double {
        x < Double.naturalLogOfTwo ? Glibc.log(-Glibc.expm1(-x)) : Glibc.log1p(-Glibc.exp(-x))
    }

    // Not 1 / expm1(x): the square of that in the next derivative underflows early.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of((-x).exp() / -(-x).expm1()) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .domainEdge : x < 0 ? .outsideDomain : nil }
}

extension Double {
    /// log(2).
    static let naturalLogOfTwo = 0.6931471805599453
}

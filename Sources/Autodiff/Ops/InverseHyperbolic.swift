import Glibc

/// Inverse hyperbolic sine.
enum InverseHyperbolicSine: UnaryPrimitive {
    static let summary = "Inverse hyperbolic sine."
    static let formula = "asinh(x)"
    static let derivative = "1 / sqrt(1 + x * x)"
    static let aliases = ["arcsinh"]
    static let samples = [-2.5, 0.4, 1e3]
    static func value(_ x: Double) -> Double { Glibc.asinh(x) }
    // By the hypotenuse, since the square overflows at 1e154.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 / x.hypot(1)) }
}

/// Inverse hyperbolic cosine.
enum InverseHyperbolicCosine: UnaryPrimitive {
    static let summary = "Inverse hyperbolic cosine."
    static let formula = "acosh(x)"
    static let derivative = "1 / sqrt((x - 1) * (x + 1))"
    static let domain = "x >= 1"
    static let convention: String? = "+inf at 1"
    static let aliases = ["arccosh"]
    static let samples = [1.25, 2.5, 1e3]
    static func value(_ x: Double) -> Double { Glibc.acosh(x) }
    // Factor by factor, since their product overflows at 1e154.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of((x - 1).rsqrt() * (x + 1).rsqrt()) }
    static func edge(_ x: Double) -> Edge? { x == 1 ? .domainEdge : x < 1 ? .outsideDomain : nil }
}

/// Inverse hyperbolic tangent.
enum InverseHyperbolicTangent: UnaryPrimitive {
    static let summary = "Inverse hyperbolic tangent."
    static let formula = "atanh(x)"
    static let derivative = "1 / (1 - x * x)"
    static let domain = "-1 < x < 1"
    static let convention: String? = "+inf at -1 and 1"
    static let aliases = ["arctanh"]
    static let samples = [-0.9, 0.4, 0.1]
    static func value(_ x: Double) -> Double { Glibc.atanh(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 / x.oneMinusSquare()) }
    static func edge(_ x: Double) -> Edge? {
        x.magnitude == 1 ? .domainEdge : x.magnitude > 1 ? .outsideDomain : nil
    }
}

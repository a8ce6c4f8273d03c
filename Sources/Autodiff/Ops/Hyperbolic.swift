import CVectorMath
import Glibc

/// Hyperbolic sine.
enum HyperbolicSine: UnaryPrimitive {
    static let summary = "Hyperbolic sine."
    static let formula = "sinh(x)"
    static let derivative = "cosh(x)"
    static let samples = [-2.5, 0.4, 10]
    static func value(_ x: Double) -> Double { Glibc.sinh(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.cosh()) }
}

/// Hyperbolic cosine.
enum HyperbolicCosine: UnaryPrimitive {
    static let summary = "Hyperbolic cosine."
    static let formula = "cosh(x)"
    static let derivative = "sinh(x)"
    static let samples = [-2.5, 0.4, 10]
    static func value(_ x: Double) -> Double { Glibc.cosh(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.sinh()) }
}

/// Hyperbolic tangent.
enum HyperbolicTangent: UnaryPrimitive {
    static let summary = "Hyperbolic tangent."
    static let formula = "tanh(x)"
    static let derivative = "sech(x) ** 2"
    static let samples = [-2.5, 0.4, 12]
    static var vector: UnaryVector? { .tanh }
    static func value(_ x: Double) -> Double { CVectorMath_tanh(x) }
    // Not 1 - r²: at x = 12 that has lost all but 7 digits.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.sechSquare()) }
}

/// The derivative of `tanh`.
enum HyperbolicSecantSquare: UnaryPrimitive {
    static let summary = "Square of the hyperbolic secant: the derivative of tanh(x)."
    static let formula = "1 / cosh(x) ** 2"
    static let derivative = "-2 * r * tanh(x)"
    static let samples = [-2.5, 0.4, 12]
    static var vector: UnaryVector? { .sechSquare }
    static func value(_ x: Double) -> Double { CVectorMath_sech_square(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-2 * (r * x.tanh())) }
}

import CVectorMath
import Glibc

/// Sine.
enum Sine: UnaryPrimitive {
    static let summary = "Sine of an angle in radians."
    static let formula = "sin(x)"
    static let derivative = "cos(x)"
    static let samples = [-2.5, 0.4, 10]
    static var vector: UnaryVector? { .sin }
    static func value(_ x: Double) -> Double { CVectorMath_sin(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.cos()) }
}

/// Cosine.
enum Cosine: UnaryPrimitive {
    static let summary = "Cosine of an angle in radians."
    static let formula = "cos(x)"
    static let derivative = "-sin(x)"
    static let samples = [-2.5, 0.4, 10]
    static var vector: UnaryVector? { .cos }
    static func value(_ x: Double) -> Double { CVectorMath_cos(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-x.sin()) }
}

/// Tangent.
enum Tangent: UnaryPrimitive {
    static let summary = "Tangent of an angle in radians."
    static let formula = "tan(x)"
    static let derivative = "1 + r * r"
    static let domain = "x != pi/2 + k * pi"
    static let samples = [-2.5, 0.4, 1.2]
    static func value(_ x: Double) -> Double { Glibc.tan(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 + r.square()) }
}

/// Inverse sine.
enum ArcSine: UnaryPrimitive {
    static let summary = "Inverse sine, in radians."
    static let formula = "asin(x)"
    static let derivative = "1 / sqrt(1 - x * x)"
    static let domain = "-1 <= x <= 1"
    static let convention: String? = "+inf at -1 and 1"
    static let aliases = ["arcsin"]
    static let samples = [-0.9, 0.4, 0.1]
    static var vector: UnaryVector? { .asin }
    static func value(_ x: Double) -> Double { CVectorMath_asin(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.oneMinusSquare().pow(-0.5)) }
    static func edge(_ x: Double) -> Edge? { x.magnitude == 1 ? .domainEdge : x.magnitude > 1 ? .outsideDomain : nil }
}

/// Inverse cosine.
enum ArcCosine: UnaryPrimitive {
    static let summary = "Inverse cosine, in radians."
    static let formula = "acos(x)"
    static let derivative = "-1 / sqrt(1 - x * x)"
    static let domain = "-1 <= x <= 1"
    static let convention: String? = "-inf at -1 and 1"
    static let aliases = ["arccos"]
    static let samples = [-0.9, 0.4, 0.1]
    static var vector: UnaryVector? { .acos }
    static func value(_ x: Double) -> Double { CVectorMath_acos(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-x.oneMinusSquare().pow(-0.5)) }
    static func edge(_ x: Double) -> Edge? { x.magnitude == 1 ? .domainEdge : x.magnitude > 1 ? .outsideDomain : nil }
}

/// Inverse tangent.
enum ArcTangent: UnaryPrimitive {
    static let summary = "Inverse tangent, in radians."
    static let formula = "atan(x)"
    static let derivative = "1 / (1 + x * x)"
    static let aliases = ["arctan"]
    static let samples = [-2.5, 0.4, 10]
    static var vector: UnaryVector? { .atan }
    static func value(_ x: Double) -> Double { CVectorMath_atan(x) }
    // By the hypotenuse, since the square overflows at 1e154.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.hypot(1).pow(-2)) }
}

/// Angle of a point.
enum ArcTangent2: BinaryPrimitive {
    static let summary = "Angle of the point (y, x) = (first operand, second operand), in radians."
    static let formula = "atan2(x, y)"
    static let derivative = "y / (x * x + y * y); -x / (x * x + y * y)"
    static let domain = "(x, y) != (0, 0)"
    static let convention: String? = "0, 0 at (0, 0)"
    static let aliases = ["arctan2"]
    static let samples = [(0.4, 1.7), (-2.5, -3.25), (3e200, 4e200), (1.5, -2)]
    static func value(_ x: Double, _ y: Double) -> Double { Glibc.atan2(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(overSquares(y, of: x, y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-overSquares(x, of: x, y)) }

    // Divided twice by the hypotenuse: the sum of squares overflows at 1e154.
    private static func overSquares(_ numerator: Value, of x: Value, _ y: Value) -> Value {
        let length = x.hypot(y)
        return length.where(numerator / length / length, 0)
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == 0 && y == 0 ? .kink : nil }
}

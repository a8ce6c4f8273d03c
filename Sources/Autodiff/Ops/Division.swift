import Glibc

/// One over the operand.
enum Reciprocal: UnaryPrimitive {
    static let summary = "One over the operand."
    static let formula = "1 / x"
    static let derivative = "-r * r"
    static let domain = "x != 0"
    static let convention: String? = "-inf at 0"
    static let samples = [-2.5, 0.4, 1e3]
    static var vector: UnaryVector? { .reciprocal }
    static func value(_ x: Double) -> Double { 1 / x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-r.square()) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .outsideDomain : nil }
}

/// Remainder with the sign of the dividend.
enum TruncatedRemainder: BinaryPrimitive {
    static let summary = "Remainder of a division, with the sign of the dividend, as C's fmod."
    static let formula = "x - y * trunc(x / y)"
    static let derivative = "1; -trunc(x / y)"
    static let domain = "y != 0"
    static let convention: String? = "at whole quotients those of the side of larger magnitudes of x"
    static let samples = [(7.5, 2.0), (-5, 3), (5.5, -3)]
    static func value(_ x: Double, _ y: Double) -> Double { Glibc.fmod(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .one }
    // Not trunc(x / y): a quotient a little under a whole number rounds to it.
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-((x - r) / y).round()) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        y == 0 ? .outsideDomain : x != 0 && value(x, y) == 0 ? .kink : nil
    }
}

/// Remainder with the sign of the divisor.
enum FlooredRemainder: BinaryPrimitive {
    static let summary = "Remainder of a division, with the sign of the divisor, as in Python."
    static let formula = "x - y * floor(x / y)"
    static let derivative = "1; -floor(x / y)"
    static let domain = "y != 0"
    static let convention: String? = "at whole quotients those of the side of larger quotients"
    static let aliases = ["mod", "%"]
    static let samples = [(7.5, 2.0), (-5, 3), (5.5, -3)]

    static func value(_ x: Double, _ y: Double) -> Double {
        let rest = Glibc.fmod(x, y)
        if rest == 0 { return y < 0 ? -0.0 : 0 }
        return (rest < 0) != (y < 0) ? rest + y : rest
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .one }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-((x - r) / y).round()) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        y == 0 ? .outsideDomain : value(x, y) == 0 ? .kink : nil
    }
}

/// Quotient, rounded down.
enum FloorDivide: BinaryPrimitive {
    static let summary = "Quotient of two operands, rounded down."
    static let formula = "floor(x / y)"
    static let derivative = "0; 0"
    static let domain = "y != 0"
    static let convention: String? = "0 everywhere, also at the steps"
    static let aliases = ["//"]
    static let samples = [(7.5, 2.0), (-5, 3), (5.5, -3)]

    // From the remainder, which is exact: a quotient a little under a whole number would round to it.
    static func value(_ x: Double, _ y: Double) -> Double {
        let rest = Glibc.fmod(x, y)
        if y == 0 { return x / y }
        let whole = ((x - rest) / y).rounded(.toNearestOrEven)
        let floored = rest != 0 && (rest < 0) != (y < 0) ? whole - 1 : whole
        return floored == 0 ? 0 * (x / y) : floored
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        y == 0 ? .outsideDomain : Glibc.fmod(x, y) == 0 ? .kink : nil
    }
}

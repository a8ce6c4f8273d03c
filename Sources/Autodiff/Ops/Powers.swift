import Glibc

/// The first operand to the power of the second.
enum Power: BinaryPrimitive {
    static let summary = "The first operand to the power of the second."
    static let formula = "x ** y"
    static let derivative = "y * x ** (y - 1); r * log(x)"
    static let domain = "x > 0, or y a whole number"
    static let convention: String? =
        """
        0 ** 0 is 1 with both derivatives 0; at x = 0 and y > 0 the derivative with respect to y is 0; \
        at x < 0 it is NaN, and a constant exponent gets none
        """
    static let aliases = ["**", "^", "power"]
    static let samples = [(0.4, 1.7), (2.5, -3.25), (7, 0.5), (1.5, 3)]

    // Small whole exponents multiply: faster, and the same bits as `square` and a product written out.
    static func value(_ x: Double, _ y: Double) -> Double {
        if y == 2 { return x * x }
        if y == 1 { return x }
        if y == -1 { return 1 / x }
        if y == 3 { return x * x * x }
        return Glibc.pow(x, y)
    }

    // A zero exponent silences the infinite 0 ** -1 behind it.
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(y.absoluteZeroMultiply(x.pow(y - 1)))
    }

    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        if y.op == .constant { return .zero }
        let isZeroToNonNegative = x.equal(0) * y.greaterEqual(0)
        return .of(isZeroToNonNegative.where(0, r.absoluteZeroMultiply(x.log())))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x == 0 ? (y == y.rounded() && y > 0 ? nil : .domainEdge) : x < 0 && y != y.rounded() ? .outsideDomain : nil
    }
}

/// The operand times itself.
enum Square: UnaryPrimitive {
    static let summary = "The operand times itself."
    static let formula = "x * x"
    static let derivative = "2 * x"
    static let aliases = ["sq"]
    static let samples = [-2.5, 0.4, 1e3]
    static var vector: UnaryVector? { .square }
    static func value(_ x: Double) -> Double { x * x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(2 * x) }
}

/// Square root.
enum SquareRoot: UnaryPrimitive {
    static let summary = "Square root."
    static let formula = "sqrt(x)"
    static let derivative = "1 / (2 * r)"
    static let domain = "x >= 0"
    static let convention: String? = "+inf at 0"
    static let samples = [0.04, 0.4, 2, 1e4]
    static var vector: UnaryVector? { .squareRoot }
    static func value(_ x: Double) -> Double { x.squareRoot() }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.5 / r) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .domainEdge : x < 0 ? .outsideDomain : nil }
}

/// Length of the hypotenuse.
enum Hypotenuse: BinaryPrimitive {
    static let summary = "Square root of the sum of two squares, without overflow between."
    static let formula = "sqrt(x * x + y * y)"
    static let derivative = "x / r; y / r"
    static let convention: String? = "0, 0 at (0, 0)"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (3e200, 4e200)]
    static func value(_ x: Double, _ y: Double) -> Double { Glibc.hypot(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.hypotShare(y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y.hypotShare(x)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == 0 && y == 0 ? .kink : nil }
}

/// The derivative of `hypot`, with derivatives in which nothing cancels.
enum HypotenuseShare: BinaryPrimitive {
    static let summary = "The derivative of hypot(x, y) with respect to x: the cosine of the angle of (x, y)."
    static let formula = "x / hypot(x, y)"
    static let derivative = "(y / h) ** 2 / h; -r * (y / h) / h, where h = hypot(x, y)"
    static let convention: String? = "0 at (0, 0), and so are the derivatives"
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (3e200, 4e200)]

    static func value(_ x: Double, _ y: Double) -> Double {
        let length = Glibc.hypot(x, y)
        if length == 0 { return 0 }
        // A subnormal length has lost digits, so it is taken of operands scaled up.
        return length < .leastNormalMagnitude ? value(x * 0x1p60, y * 0x1p60) : x / length
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        let (other, length) = (y.hypotShare(x), x.hypot(y))
        return .of(length.where(other * (other / length), 0))
    }

    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        let (other, length) = (y.hypotShare(x), x.hypot(y))
        return .of(length.where(-r * (other / length), 0))
    }
}

/// One less the square.
enum OneMinusSquare: UnaryPrimitive {
    static let summary = "One less the square, exact near -1 and 1."
    static let formula = "1 - x * x"
    static let derivative = "-2 * x"
    static let samples = [-2.5, 0.4, 1e3]
    static func value(_ x: Double) -> Double { (1 - x) * (1 + x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-2 * x) }
}

/// Absolute value.
enum Abs: UnaryPrimitive {
    static let summary = "Absolute value."
    static let formula = "x if x >= 0 else -x"
    static let derivative = "sign(x)"
    static let convention: String? = "0 at 0, the subgradient of least norm"
    static let aliases = ["absolute", "fabs"]
    static let samples = [-2.5, 0.4, 3]
    static var vector: UnaryVector? { .abs }
    static func value(_ x: Double) -> Double { x.magnitude }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.sign()) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// Sign.
enum Sign: UnaryPrimitive {
    static let summary = "-1, 0 or 1 by the sign of the operand."
    static let formula = "-1 if x < 0 else 1 if x > 0 else x"
    static let derivative = "0"
    static let convention: String? = "0 everywhere, also at the step"
    static let samples = [-2.5, 0.4, 3]
    static func value(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// The larger operand.
enum Maximum: BinaryPrimitive {
    static let summary = "The larger operand."
    static let formula = "x if x > y else y"
    static let derivative = "1 if x > y else 0; 1 if y > x else 0"
    static let convention: String? = "1/2, 1/2 at a tie; a NaN is the value and gets the gradient"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double { Double.maximumOrNaN(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.maximumShare(y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y.maximumShare(x)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y ? .tie : nil }
}

/// The smaller operand.
enum Minimum: BinaryPrimitive {
    static let summary = "The smaller operand."
    static let formula = "x if x < y else y"
    static let derivative = "1 if x < y else 0; 1 if y < x else 0"
    static let convention: String? = "1/2, 1/2 at a tie; a NaN is the value and gets the gradient"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double { -Double.maximumOrNaN(-x, -y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.minimumShare(y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y.minimumShare(x)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y ? .tie : nil }
}

/// How much of an adjoint the first operand of `maximum` gets.
enum MaximumShare: BinaryPrimitive {
    static let summary = "The derivative of maximum(x, y) with respect to x."
    static let formula = "1 if x > y else 1/2 if x == y else 0"
    static let derivative = "0; 0"
    static let convention: String? = "0 everywhere, also at the step; 1 where x is NaN, 0 where only y is"
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double {
        if x.isNaN { return 1 }
        return x > y ? 1 : x == y ? 0.5 : 0
    }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
}

/// How much of an adjoint the first operand of `minimum` gets.
enum MinimumShare: BinaryPrimitive {
    static let summary = "The derivative of minimum(x, y) with respect to x."
    static let formula = "1 if x < y else 1/2 if x == y else 0"
    static let derivative = "0; 0"
    static let convention: String? = "0 everywhere, also at the step; 1 where x is NaN, 0 where only y is"
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double { MaximumShare.value(-x, -y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
}

extension Double {
    /// The larger number; a NaN if either is one (`Double.maximum` would drop it); +0 is larger than -0.
    @inline(__always)
    static func maximumOrNaN(_ x: Double, _ y: Double) -> Double {
        if x == y { return x.sign == .minus ? y : x }
        return x > y || x.isNaN ? x : y
    }
}

/// The larger operand, of a NaN and a number the number.
enum MaximumNumber: BinaryPrimitive {
    static let summary = "The larger operand; of a NaN and a number, the number."
    static let formula = "x if x > y else y"
    static let derivative = "1 if x > y else 0; 1 if y > x else 0"
    static let convention: String? = "1/2, 1/2 at a tie; beside a NaN the number gets the gradient"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double { x.isNaN ? y : y.isNaN ? x : Double.maximumOrNaN(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y.minimumShare(x)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.minimumShare(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y ? .tie : nil }
}

/// The smaller operand, of a NaN and a number the number.
enum MinimumNumber: BinaryPrimitive {
    static let summary = "The smaller operand; of a NaN and a number, the number."
    static let formula = "x if x < y else y"
    static let derivative = "1 if x < y else 0; 1 if y < x else 0"
    static let convention: String? = "1/2, 1/2 at a tie; beside a NaN the number gets the gradient"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double { -MaximumNumber.value(-x, -y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y.maximumShare(x)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.maximumShare(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y ? .tie : nil }
}

/// The operand, kept within bounds.
enum Clip: TernaryPrimitive {
    static let summary = "The operand, or the bound that it is beyond."
    static let formula = "min if x < min else max if x > max else x"
    static let derivative = "1 if min <= x <= max else 0; 1 if x < min else 0; 1 if x > max else 0"
    static let convention: String? = "at a bound x gets the gradient; where min > max the value is max"
    static let aliases = ["clamp"]
    static let operands: [Operand] = [
        "x", Operand("min", default: -.infinity), Operand("max", default: .infinity),
    ]
    static let samples = [(0.4, -1.0, 1.7), (-2.5, -1, 1), (3, -2, 2.5)]
    static func value(_ x: Double, _ low: Double, _ high: Double) -> Double {
        let raised = x < low || low.isNaN ? low : x
        return raised > high || high.isNaN ? high : raised
    }
    static func firstSlope(_ x: Value, _ low: Value, _ high: Value, _ r: Value) -> Slope {
        .when(x.greaterEqual(low) * x.lessEqual(high))
    }
    static func secondSlope(_ x: Value, _ low: Value, _ high: Value, _ r: Value) -> Slope {
        .when(x.less(low) * low.lessEqual(high))
    }
    static func thirdSlope(_ x: Value, _ low: Value, _ high: Value, _ r: Value) -> Slope {
        .when(x.maximum(low).greater(high))
    }
    static func edge(_ x: Double, _ low: Double, _ high: Double) -> Edge? { x == low || x == high ? .bound : nil }
}

/// The magnitude of one operand with the sign of another.
enum CopySign: BinaryPrimitive {
    static let summary = "The magnitude of the first operand with the sign of the second."
    static let formula = "abs(x) if y has no minus sign else -abs(x)"
    static let derivative = "sign(x) * copysign(1, y); 0"
    static let convention: String? = "0, 0 at x = 0"
    static let samples = [(0.4, 1.7), (-2.5, -3.25), (3, -1)]
    static func value(_ x: Double, _ y: Double) -> Double { Double(signOf: y, magnitudeOf: x) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.sign() * x.constant(1.0).copysign(y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == 0 || y == 0 ? .kink : nil }
}

/// A number without NaN and infinities.
enum NaNToNumber: UnaryPrimitive {
    static let summary = "The operand, with 0 for NaN and the largest finite numbers for the infinities."
    static let formula = "0 if isnan(x) else clip(x, -1.7976931348623157e308, 1.7976931348623157e308)"
    static let derivative = "1 if isfinite(x) else 0"
    static let convention: String? = "0 where the operand is not finite"
    static let samples = [-2.5, 0.4, 1e3]
    static func value(_ x: Double) -> Double {
        x.isNaN ? 0 : max(-.greatestFiniteMagnitude, min(.greatestFiniteMagnitude, x))
    }
    static func slope(_ x: Value, _ r: Value) -> Slope { .when(x.isfinite()) }
    static func edge(_ x: Double) -> Edge? { x.isFinite ? nil : .outsideDomain }
}

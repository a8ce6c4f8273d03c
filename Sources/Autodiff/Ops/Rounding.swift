/// A function of one operand that is constant between steps.
protocol UnaryStep: UnaryPrimitive {}

extension UnaryStep {
    static var derivative: String { "0" }
    static var convention: String? { "0 everywhere, also at the steps" }
    static func slope(_ x: Value, _ r: Value) -> Slope { .zero }
}

/// The next whole number below.
enum Floor: UnaryStep {
    static let summary = "The largest whole number that is not larger than the operand."
    static let formula = "floor(x)"
    static let samples = [-2.5, 0.4, 7.5]
    static func value(_ x: Double) -> Double { x.rounded(.down) }
    static func edge(_ x: Double) -> Edge? { x == x.rounded() ? .kink : nil }
}

/// The next whole number above.
enum Ceiling: UnaryStep {
    static let summary = "The smallest whole number that is not smaller than the operand."
    static let formula = "ceil(x)"
    static let samples = [-2.5, 0.4, 7.5]
    static func value(_ x: Double) -> Double { x.rounded(.up) }
    static func edge(_ x: Double) -> Edge? { x == x.rounded() ? .kink : nil }
}

/// The nearest whole number.
enum Round: UnaryStep {
    static let summary = "The nearest whole number, the even one of two that are as near."
    static let formula = "round(x)"
    static let aliases = ["rint"]
    static let samples = [-2.75, 0.4, 7.25]
    static func value(_ x: Double) -> Double { x.rounded(.toNearestOrEven) }
    static func edge(_ x: Double) -> Edge? { (x - x.rounded(.down)) == 0.5 ? .kink : nil }
}

/// The whole part.
enum Truncate: UnaryStep {
    static let summary = "The whole number next to the operand on the side of 0."
    static let formula = "trunc(x)"
    static let aliases = ["fix"]
    static let samples = [-2.5, 0.4, 7.5]
    static func value(_ x: Double) -> Double { x.rounded(.towardZero) }
    static func edge(_ x: Double) -> Edge? { x != 0 && x == x.rounded() ? .kink : nil }
}

/// The fractional part.
enum Fraction: UnaryPrimitive {
    static let summary = "The operand less its whole part, with the sign of the operand."
    static let formula = "x - trunc(x)"
    static let derivative = "1"
    static let convention: String? = "1 everywhere, also at the jumps"
    static let samples = [-2.5, 0.4, 7.5]
    static func value(_ x: Double) -> Double { x.isInfinite ? 0 : x - x.rounded(.towardZero) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .one }
    static func edge(_ x: Double) -> Edge? { x != 0 && x == x.rounded() ? .kink : nil }
}

/// The sign as 0 or 1.
enum SignBit: UnaryStep {
    static let summary = "1 where the operand has a minus sign, also that of -0, else 0."
    static let formula = "1 if x has a minus sign else 0"
    static let samples = [-2.5, 0.4]
    static func value(_ x: Double) -> Double { x.sign == .minus ? 1 : 0 }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// Unit step.
enum Heaviside: BinaryPrimitive {
    static let summary = "Unit step: 0 below 0, 1 above, and the second operand at 0."
    static let formula = "0 if x < 0 else 1 if x > 0 else at_zero"
    static let derivative = "0; 1 if x == 0 else 0"
    static let convention: String? = "0 everywhere with respect to x, also at the step"
    static let operands: [Operand] = ["x", Operand("at_zero", default: 0.5)]
    static let samples = [(0.4, 0.5), (-2.5, 3.25)]
    static func value(_ x: Double, _ atZero: Double) -> Double {
        x < 0 ? 0 : x > 0 ? 1 : x == 0 ? atZero : x
    }
    static func firstSlope(_ x: Value, _ atZero: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ atZero: Value, _ r: Value) -> Slope { .when(x.equal(0)) }
    static func edge(_ x: Double, _ atZero: Double) -> Edge? { x == 0 ? .kink : nil }
}

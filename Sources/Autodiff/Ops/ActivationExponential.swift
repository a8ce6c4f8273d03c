import Glibc

/// Rectifier that leaks.
enum LeakyRelu: BinaryPrimitive {
    static let summary = "Rectifier that is not 0 but flat below 0."
    static let formula = "x if x > 0 else negative_slope * x"
    static let derivative = "1 if x > 0 else negative_slope; 0 if x > 0 else x"
    static let convention: String? = "negative_slope at 0"
    static let aliases = ["prelu"]
    static let operands: [Operand] = ["x", Operand("negative_slope", default: 0.01)]
    static let samples = [(0.4, 0.01), (-2.5, 0.01), (-3, 0.25)]
    static func value(_ x: Double, _ slope: Double) -> Double { x > 0 ? x : slope * x }
    static func firstSlope(_ x: Value, _ slope: Value, _ r: Value) -> Slope { .of(x.greater(0).where(1, slope)) }
    static func secondSlope(_ x: Value, _ slope: Value, _ r: Value) -> Slope { .of(x.greater(0).where(0, x)) }
    static func edge(_ x: Double, _ slope: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// Exponential linear unit.
enum ExponentialLinear: BinaryPrimitive {
    static let summary = "Exponential linear unit: the operand above 0, an exponential that tends to -alpha below."
    static let formula = "x if x > 0 else alpha * (exp(x) - 1)"
    static let derivative = "1 if x > 0 else alpha * exp(x); 0 if x > 0 else exp(x) - 1"
    static let convention: String? = "alpha at 0"
    static let operands: [Operand] = ["x", Operand("alpha", default: 1)]
    static let samples = [(0.4, 1.0), (-2.5, 1), (-0.5, 1.7)]
    static func value(_ x: Double, _ alpha: Double) -> Double { x > 0 ? x : alpha * Glibc.expm1(x) }
    static func firstSlope(_ x: Value, _ alpha: Value, _ r: Value) -> Slope {
        .of(x.greater(0).where(1, alpha * x.exp()))
    }
    static func secondSlope(_ x: Value, _ alpha: Value, _ r: Value) -> Slope { .of(x.greater(0).where(0, x.expm1())) }
    static func edge(_ x: Double, _ alpha: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// Scaled exponential linear unit.
enum ScaledExponentialLinear: UnaryPrimitive {
    static let summary = "Exponential linear unit, scaled so that layers of it keep mean 0 and variance 1."
    static let formula = "1.0507009873554805 * elu(x, 1.6732632423543772)"
    static let derivative = "1.0507009873554805 if x > 0 else 1.7580993408473768 * exp(x)"
    static let convention: String? = "1.7580993408473768 at 0"
    static let samples = [-2.5, 0.4, 3]
    static func value(_ x: Double) -> Double { x > 0 ? scale * x : scaledAlpha * Glibc.expm1(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        .of(x.greater(0).where(x.constant(scale), scaledAlpha * x.exp()))
    }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
    private static let scale = 1.0507009873554805
    private static let scaledAlpha = 1.7580993408473768
}

/// Continuously differentiable exponential linear unit.
enum ContinuousExponentialLinear: BinaryPrimitive {
    static let summary = "Exponential linear unit with slope 1 at 0 for every alpha."
    static let formula = "x if x > 0 else alpha * (exp(x / alpha) - 1)"
    static let derivative = "1 if x > 0 else exp(x / alpha); 0 if x > 0 else (r - x * exp(x / alpha)) / alpha"
    static let domain = "alpha != 0"
    static let convention: String? = "1 at 0, from both sides"
    static let operands: [Operand] = ["x", Operand("alpha", default: 1)]
    static let samples = [(0.4, 1.0), (-2.5, 1), (-0.5, 1.7)]
    static func value(_ x: Double, _ alpha: Double) -> Double { x > 0 ? x : alpha * Glibc.expm1(x / alpha) }
    static func firstSlope(_ x: Value, _ alpha: Value, _ r: Value) -> Slope {
        .of(x.greater(0).where(1, (x / alpha).exp()))
    }
    // expm1(z) - z exp(z); near 0 as -z² times an integral, in which nothing cancels.
    static func secondSlope(_ x: Value, _ alpha: Value, _ r: Value) -> Slope {
        let ratio = x / alpha
        let share = ratio.square() * x.constant(1.0).exprelDerivative(ratio)
        let tail = ratio.expm1() - ratio * ratio.exp()
        return .of(x.greater(0).where(0, ratio.less(-1).where(tail, -share)))
    }
    static func edge(_ x: Double, _ alpha: Double) -> Edge? { alpha == 0 ? .outsideDomain : x == 0 ? .kink : nil }
}

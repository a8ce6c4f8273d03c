import Glibc

/// Towards 0 by a fixed amount.
enum SoftShrink: BinaryPrimitive {
    static let summary = "The operand moved towards 0 by lambd, and 0 where it does not reach."
    static let formula = "x - lambd if x > lambd else x + lambd if x < -lambd else 0"
    static let derivative = "1 if abs(x) > lambd else 0; -sign(x) if abs(x) > lambd else 0"
    static let domain = "lambd >= 0"
    static let convention: String? = "0, 0 at abs(x) = lambd"
    static let aliases = ["softshrink"]
    static let operands: [Operand] = ["x", Operand("lambd", default: 0.5)]
    static let samples = [(0.4, 0.5), (-2.5, 0.5), (3, 1.25)]
    static func value(_ x: Double, _ lambd: Double) -> Double {
        x.magnitude <= lambd ? 0 : x > 0 ? x - lambd : x + lambd
    }
    static func firstSlope(_ x: Value, _ lambd: Value, _ r: Value) -> Slope { .unless(x.abs().lessEqual(lambd)) }
    static func secondSlope(_ x: Value, _ lambd: Value, _ r: Value) -> Slope {
        .of(x.abs().lessEqual(lambd).where(0, -x.sign()))
    }
    static func edge(_ x: Double, _ lambd: Double) -> Edge? { x.magnitude == lambd ? .kink : nil }
}

/// The operand where it is large.
enum HardShrink: BinaryPrimitive {
    static let summary = "The operand where it is farther from 0 than lambd, else 0."
    static let formula = "x if abs(x) > lambd else 0"
    static let derivative = "1 if abs(x) > lambd else 0; 0"
    static let domain = "lambd >= 0"
    static let convention: String? = "0, 0 at abs(x) = lambd"
    static let aliases = ["hardshrink"]
    static let operands: [Operand] = ["x", Operand("lambd", default: 0.5)]
    static let samples = [(0.4, 0.5), (-2.5, 0.5), (3, 1.25)]
    static func value(_ x: Double, _ lambd: Double) -> Double { x.magnitude <= lambd ? 0 : x }
    static func firstSlope(_ x: Value, _ lambd: Value, _ r: Value) -> Slope { .unless(x.abs().lessEqual(lambd)) }
    static func secondSlope(_ x: Value, _ lambd: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ lambd: Double) -> Edge? { x.magnitude == lambd ? .kink : nil }
}

/// What tanh takes away.
enum TanhShrink: UnaryPrimitive {
    static let summary = "The operand less its hyperbolic tangent, exact near 0."
    static let formula = "x - tanh(x)"
    static let derivative = "tanh(x) ** 2"
    static let aliases = ["tanhshrink"]
    static let samples = [-2.5, 0.4, 12]

    // Near 0 as (x cosh x - sinh x) / cosh x, whose numerator is a series of terms of one sign.
    static func value(_ x: Double) -> Double {
        guard x.magnitude < 1 else { return x - Glibc.tanh(x) }
        let square = x * x
        var (term, sum, k) = (x * square / 6, 0.0, 1.0)
        while k < 12 {
            sum += 2 * k * term
            k += 1
            term *= square / (2 * k * (2 * k + 1))
        }
        return sum / Glibc.cosh(x)
    }

    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.tanh().square()) }
}

/// A sigmoid without an exponential.
enum SoftSign: UnaryPrimitive {
    static let summary = "The operand over one plus its magnitude."
    static let formula = "x / (1 + abs(x))"
    static let derivative = "1 / (1 + abs(x)) ** 2"
    static let aliases = ["soft_sign"]
    static let samples = [-2.5, 0.4, 12]
    static func value(_ x: Double) -> Double {
        x.isInfinite ? Double(signOf: x, magnitudeOf: 1) : x / (1 + x.magnitude)
    }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of((1 + x.abs()).pow(-2)) }
}

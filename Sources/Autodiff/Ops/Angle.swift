import Glibc

/// From degrees to radians.
enum DegreesToRadians: UnaryPrimitive {
    static let summary = "An angle in radians, from degrees."
    static let formula = "x * pi / 180"
    static let derivative = "pi / 180"
    static let aliases = ["radians"]
    static let samples = [-2.5, 0.4, 270]
    static func value(_ x: Double) -> Double { x * 0.017453292519943295 }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(0.017453292519943295)) }
}

/// From radians to degrees.
enum RadiansToDegrees: UnaryPrimitive {
    static let summary = "An angle in degrees, from radians."
    static let formula = "x * 180 / pi"
    static let derivative = "180 / pi"
    static let aliases = ["degrees"]
    static let samples = [-2.5, 0.4, 3]
    static func value(_ x: Double) -> Double { x * 57.29577951308232 }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(57.29577951308232)) }
}

/// Normalised cardinal sine.
enum CardinalSine: UnaryPrimitive {
    static let summary = "Normalised cardinal sine, 1 at 0."
    static let formula = "sin(pi * x) / (pi * x)"
    static let derivative = "(cos(pi * x) - r) / x"
    static let convention: String? = "smooth: the value is 1 and the derivative 0 at 0"
    static let samples = [-2.25, 0.4, 1e-3, 10.3]
    static func value(_ x: Double) -> Double { CardinalSineDerivative.value(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).sincDerivative(x)) }
}

/// The derivatives of `sinc`: closed under differentiation, so that all orders are exact near 0.
enum CardinalSineDerivative: BinaryPrimitive {
    static let summary = "The derivative of sinc(x) of order n."
    static let formula = "(pi ** (n - 1) * sin(pi * x + n * pi / 2) - n * sinc_derivative(n - 1, x)) / x"
    static let derivative = "0; sinc_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, -2.25), (1, 0.4), (2, 0.3), (2, 10.3)]

    static func value(_ n: Double, _ x: Double) -> Double {
        guard isDerivative(n), !x.isNaN else { return .nan }
        if x.isInfinite { return 0 }
        let isNear = n == 0 ? x == 0 : x.magnitude < 0.25 * (1 + n)
        return isNear ? series(x, Int(n)) : recurrence(x, Int(n))
    }

    /// Upwards from order 0, which is stable where x is not small.
    private static func recurrence(_ x: Double, _ order: Int) -> Double {
        let (sine, cosine) = sineAndCosineOfPi(times: x)
        var (value, power) = (sine / (.pi * x), 1.0)
        for step in stride(from: 1, through: order, by: 1) {
            let turned = [sine, cosine, -sine, -cosine][step % 4]
            value = (power * turned - Double(step) * value) / x
            power *= .pi
        }
        return value
    }

    /// Taylor's series at 0, from the first term that differentiation leaves.
    private static func series(_ x: Double, _ order: Int) -> Double {
        let square = (.pi * x) * (.pi * x)
        let first = (order + 1) / 2
        // pi ** (2 k) x ** (2 k - order) (-1) ** k / ((2 k - order)! (2 k + 1)), from the last to the first.
        var term = first % 2 == 0 ? 1.0 : -1.0
        for _ in 0..<2 * first { term *= .pi }
        if order % 2 == 1 { term *= x }
        var (sum, k) = (0.0, first)
        while k < first + 40 {
            sum += term / Double(2 * k + 1)
            k += 1
            term *= -square / Double((2 * k - order) * (2 * k - order - 1))
            if term.magnitude < 0x1p-60 * sum.magnitude { break }
        }
        return sum
    }

    /// Both of pi x, with the whole turns taken off first, which is exact.
    private static func sineAndCosineOfPi(times x: Double) -> (sine: Double, cosine: Double) {
        let turn = Glibc.remainder(x, 2)
        let quarter = (2 * turn).rounded()
        let rest = .pi * (turn - quarter / 2)
        let (sine, cosine) = (Glibc.sin(rest), Glibc.cos(rest))
        return switch Int(quarter) & 3 {
        case 0: (sine, cosine)
        case 1: (cosine, -sine)
        case 2: (-sine, -cosine)
        default: (-cosine, sine)
        }
    }

    static func firstSlope(_ n: Value, _ x: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ n: Value, _ x: Value, _ r: Value) -> Slope { .of((n + 1).sincDerivative(x)) }
    static func edge(_ n: Double, _ x: Double) -> Edge? { isDerivative(n) ? nil : .outsideDomain }
}

import Glibc

/// Mean of the exponential between 0 and the operand.
enum RelativeExponential: UnaryPrimitive {
    static let summary = "Exponential less one, in relation to the operand; 1 at 0."
    static let formula = "(exp(x) - 1) / x"
    static let derivative = "(exp(x) - r) / x"
    static let convention: String? = "smooth: the value is 1 and the derivative 1/2 at 0"
    static let samples = [-20, -1.5, 1e-6, 0.4, 3]

    static func value(_ x: Double) -> Double {
        if x == 0 { return 1 }
        if x == .infinity { return x }
        // exp(x) overflows before the quotient does.
        if x > 700 { return Glibc.exp(x / 2) / x * Glibc.exp(x / 2) }
        return Glibc.expm1(x) / x
    }

    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).exprelDerivative(x)) }
}

/// The derivatives of `exprel`: closed under differentiation, so that all orders are exact near 0.
enum RelativeExponentialDerivative: BinaryPrimitive {
    static let summary = "The derivative of exprel(x) of order n: the integral of t ** n * exp(x * t) from 0 to 1."
    static let formula = "(exp(x) - n * exprel_derivative(n - 1, x)) / x"
    static let derivative = "0; exprel_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, -20), (2, -1.5), (1, 0.4), (2, 3)]

    static func value(_ n: Double, _ x: Double) -> Double {
        guard isDerivative(n), !x.isNaN else { return .nan }
        if n == 0 { return RelativeExponential.value(x) }
        if x.isInfinite { return x < 0 ? 0 : x }
        if x.magnitude > 12 + n { return recurrence(x, n) }
        return x < 0 ? kummer(-x, n) * Glibc.exp(x) : series(x, n)
    }

    /// Upwards from order 0, which is stable where x is larger than the order; scaled lest exp(x) overflow.
    private static func recurrence(_ x: Double, _ order: Double) -> Double {
        let scale = x > 0 ? Glibc.exp(x / 2) : 1
        let end = x > 0 ? 1 : Glibc.exp(x)
        var value = x > 0 ? -Glibc.expm1(-x) / x : Glibc.expm1(x) / x
        for step in stride(from: 1, through: order, by: 1) { value = (end - step * value) / x }
        return value * scale * scale
    }

    /// The sum of x ** k / (k! (k + order + 1)), all of whose terms are positive.
    private static func series(_ x: Double, _ order: Double) -> Double {
        var (sum, power, k) = (0.0, 1.0, 0.0)
        while power / (k + order + 1) > sum * 0x1p-56 {
            sum += power / (k + order + 1)
            k += 1
            power *= x / k
        }
        return sum
    }

    /// Kummer's function M(1, order + 2, z) / (order + 1), all of whose terms are positive.
    private static func kummer(_ z: Double, _ order: Double) -> Double {
        var (sum, term, k) = (0.0, 1 / (order + 1), order + 2)
        while term > sum * 0x1p-56 {
            sum += term
            term *= z / k
            k += 1
        }
        return sum
    }

    static func firstSlope(_ n: Value, _ x: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ n: Value, _ x: Value, _ r: Value) -> Slope { .of((n + 1).exprelDerivative(x)) }
    static func edge(_ n: Double, _ x: Double) -> Edge? { isDerivative(n) ? nil : .outsideDomain }
}

import CVectorMath
import Glibc

/// Logarithm of the logistic function.
enum LogSigmoid: UnaryPrimitive {
    static let summary = "Natural logarithm of the logistic function."
    static let formula = "-log(1 + exp(-x))"
    static let derivative = "sigmoid(-x)"
    static let aliases = ["logsigmoid"]
    static let samples = [-20, -1.5, 0.4, 30]
    static var vector: UnaryVector? { .logSigmoid }
    static func value(_ x: Double) -> Double { CVectorMath_log_sigmoid(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of((-x).sigmoid()) }
}

/// Sigmoid linear unit.
enum SigmoidLinear: UnaryPrimitive {
    static let summary = "Sigmoid linear unit: the operand times its logistic function."
    static let formula = "x * sigmoid(x)"
    static let derivative = "sigmoid(x) * (1 + x * sigmoid(-x))"
    static let aliases = ["swish"]
    static let samples = [-20, -2.5, 0.4, 30]
    static var vector: UnaryVector? { .silu }
    static func value(_ x: Double) -> Double { CVectorMath_silu(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        .of(x.sigmoid() + 0.25 * (0.5 * x).sechSquare().absoluteZeroMultiply(x))
    }
}

/// Gaussian error linear unit.
enum GaussianErrorLinear: UnaryPrimitive {
    static let summary = "Gaussian error linear unit: the operand times the normal distribution function of it."
    static let formula = "x * ndtr(x)"
    static let derivative = "ndtr(x) + x * normal_density(x)"
    static let samples = [-10, -2.5, 0.4, 12]
    static func value(_ x: Double) -> Double { x == -.infinity ? 0 : x * NormalCumulative.value(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        .of(x.ndtr() + x.normalDensity().absoluteZeroMultiply(x))
    }
}

/// Gaussian error linear unit, approximated.
enum GaussianErrorLinearTanh: UnaryPrimitive {
    static let summary = "Gaussian error linear unit, approximated with a hyperbolic tangent."
    static let formula = "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x ** 3)))"
    static let derivative = "s + x * s' where s(x) = r / x"
    static let samples = [-4, -2.5, 0.4, 12]

    // (1 + tanh u) / 2 is sigmoid(2 u), whose tail keeps its digits.
    static func value(_ x: Double) -> Double {
        x == -.infinity ? 0 : x * Sigmoid.value(2 * rootTwoOverPi * (x + 0.044715 * x * x * x))
    }

    static func slope(_ x: Value, _ r: Value) -> Slope {
        let inner = rootTwoOverPi * (x + 0.044715 * (x * x.square()))
        let growth = x * (rootTwoOverPi * (1 + 0.134145 * x.square()))
        return .of((2 * inner).sigmoid() + 0.5 * inner.sechSquare().absoluteZeroMultiply(growth))
    }

    private static let rootTwoOverPi = 0.7978845608028654
}

/// Mish.
enum Mish: UnaryPrimitive {
    static let summary = "The operand times the hyperbolic tangent of its softplus."
    static let formula = "x * tanh(softplus(x))"
    static let derivative = "t + x * sigmoid(x) * sech(softplus(x)) ** 2 where t = tanh(softplus(x))"
    static let samples = [-20, -2.5, 0.4, 12]
    static func value(_ x: Double) -> Double { x == -.infinity ? 0 : x * CVectorMath_tanh(CVectorMath_softplus(x)) }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        let inner = x.softplus()
        return .of(inner.tanh() + (x.sigmoid() * inner.sechSquare()).absoluteZeroMultiply(x))
    }
}

/// Entropy of a coin.
enum BernoulliEntropy: UnaryPrimitive {
    static let summary = "Entropy of a coin, given the logarithm of its odds."
    static let formula = "log(1 + exp(x)) - x * sigmoid(x)"
    static let derivative = "-x * sech(x / 2) ** 2 / 4"
    static let samples = [-20, -1.5, 0.4, 3, 30]

    // Even in x, and a sum of two terms that are not negative.
    static func value(_ x: Double) -> Double {
        let size = x.magnitude
        let decay = Glibc.exp(-size)
        return Glibc.log1p(decay) + (size.isInfinite ? 0 : size * decay / (1 + decay))
    }

    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-x * (0.25 * (0.5 * x).sechSquare())) }
}

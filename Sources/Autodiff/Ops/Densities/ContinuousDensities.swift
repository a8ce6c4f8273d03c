/// Normal distribution.
enum NormalLogDensity: LogDensity {
    static let summary = "Logarithm of the density of a normal distribution."
    static let formula = "-z ** 2 / 2 - log(scale) - log(2 * pi) / 2, z = (x - loc) / scale"
    static let derivative = "-z / scale; z / scale; (z ** 2 - 1) / scale"
    static let domain = "scale > 0"
    static let aliases = ["normal_lpdf", "norm_logpdf"]
    static let operands: [Operand] = ["x", Operand("loc", default: 0), Operand("scale", default: 1)]

    static func logarithm(_ operands: [Value]) -> Value {
        let (x, location, scale) = (operands[0], operands[1], operands[2])
        return -0.5 * ((x - location) / scale).square() - scale.log() - logarithmOfRootOfTwoPi
    }

    /// Half the logarithm of 2 pi.
    static let logarithmOfRootOfTwoPi = 0.9189385332046727
}

/// Student's distribution.
enum StudentLogDensity: LogDensity {
    static let summary = "Logarithm of the density of Student's t distribution with df degrees of freedom."
    static let formula =
        "-(df + 1) / 2 * log1p(z ** 2 / df) - log(scale) - log(df) / 2 - betaln(1 / 2, df / 2), z = (x - loc) / scale"
    static let derivative =
        "-(df + 1) * z / (df + z ** 2) / scale; that of the formula; (df + 1) * z / (df + z ** 2) / scale; ((df + 1) * z ** 2 / (df + z ** 2) - 1) / scale"
    static let domain = "df > 0, scale > 0"
    static let aliases = ["student_t_lpdf", "t_logpdf"]
    static let operands: [Operand] = [
        "x", "df", Operand("loc", default: 0), Operand("scale", default: 1),
    ]

    static func logarithm(_ operands: [Value]) -> Value {
        let (x, freedom, location, scale) = (operands[0], operands[1], operands[2], operands[3])
        let ratio = ((x - location) / scale).square() / freedom
        let normalizer = scale.log() + 0.5 * freedom.log() + (0.5 * freedom).betaln(0.5)
        return -0.5 * (freedom + 1) * ratio.log1p() - normalizer
    }
}

/// Gamma distribution.
enum GammaLogDensity: LogDensity {
    static let summary = "Logarithm of the density of a gamma distribution, of a concentration and a rate."
    static let formula = "xlogy(a - 1, x) + a * log(rate) - rate * x - lgamma(a), a = concentration"
    static let derivative = "(a - 1) / x - rate; log(rate * x) - digamma(a); a / rate - x"
    static let domain = "x > 0, concentration > 0, rate > 0"
    static let convention: String? = "NaN where x < 0, outside of the support"
    static let aliases = ["gamma_lpdf"]
    static let operands: [Operand] = ["x", "concentration", Operand("rate", default: 1)]

    static func logarithm(_ operands: [Value]) -> Value {
        let (x, concentration, rate) = (operands[0], operands[1], operands[2])
        return (concentration - 1).xlogy(x) + concentration * rate.log() - rate * x - concentration.lgamma()
    }
}

/// Beta distribution.
enum BetaLogDensity: LogDensity {
    static let summary = "Logarithm of the density of a beta distribution."
    static let formula = "xlogy(a - 1, x) + xlog1py(b - 1, -x) - betaln(a, b)"
    static let derivative =
        "(a - 1) / x - (b - 1) / (1 - x); log(x) - digamma(a) + digamma(a + b); log(1 - x) - digamma(b) + digamma(a + b)"
    static let domain = "0 < x < 1, a > 0, b > 0"
    static let convention: String? = "NaN outside of the support"
    static let aliases = ["beta_lpdf"]
    static let operands: [Operand] = ["x", "a", "b"]

    static func logarithm(_ operands: [Value]) -> Value {
        let (x, a, b) = (operands[0], operands[1], operands[2])
        return (a - 1).xlogy(x) + (b - 1).xlog1py(-x) - a.betaln(b)
    }
}

/// Poisson's distribution.
enum PoissonLogProbability: LogDensity {
    static let summary = "Logarithm of the probability of a count in Poisson's distribution."
    static let formula = "xlogy(x, rate) - rate - lgamma(x + 1)"
    static let derivative = "log(rate) - digamma(x + 1); x / rate - 1"
    static let domain = "x >= 0, rate > 0"
    static let convention: String? = "a count that is no whole number has the value of the formula"
    static let aliases = ["poisson_lpmf"]
    static let operands: [Operand] = ["x", "rate"]

    static func logarithm(_ operands: [Value]) -> Value {
        let (x, rate) = (operands[0], operands[1])
        return x.xlogy(rate) - rate - (x + 1).lgamma()
    }
}

/// Binomial distribution.
enum BinomialLogProbability: LogDensity {
    static let summary = "Logarithm of the probability of x successes in n trials of probability p each."
    static let formula = "xlogy(x, p) + xlog1py(n - x, -p) - betaln(x + 1, n - x + 1) - log1p(n)"
    static let derivative =
        "log(p / (1 - p)) - digamma(x + 1) + digamma(n - x + 1); log(1 - p) + digamma(n + 1) - digamma(n - x + 1); x / p - (n - x) / (1 - p)"
    static let domain = "0 <= x <= n, 0 < p < 1"
    static let convention: String? = PoissonLogProbability.convention
    static let aliases = ["binomial_lpmf", "binom_logpmf"]
    static let operands: [Operand] = ["x", "n", "p"]

    static func logarithm(_ operands: [Value]) -> Value {
        let (x, n, p) = (operands[0], operands[1], operands[2])
        let logarithmOfChoices = -(x + 1).betaln(n - x + 1) - n.log1p()
        return x.xlogy(p) + (n - x).xlog1py(-p) + logarithmOfChoices
    }
}

/// A choice among classes.
enum CategoricalLogProbability: Composite {
    static let summary = "Logarithm of the probability of a class, given the logits of the classes along the last axis."
    static let formula = "log_softmax(logits)[..., x]"
    static let derivative = "0 for the class; one_hot(x) - softmax(logits)"
    static let domain = "class numbers"
    static let convention: String? = "a class number outside is an error; negative ones count from the last"
    static let aliases = ["categorical_logit_lpmf"]
    static let operands: [Operand] = ["x", "logits"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, logits) = (call.x, call.operands[1])
        let axis = logits.shape.rank - 1
        guard axis >= 0, Array(logits.shape.extents[..<axis]) == x.shape.extents else {
            throw .shapes(call.op.name, call.operands.map(\.shape), "a class number for each vector of logits")
        }
        return logits.along(axis, .logSoftmax).taking(along: axis, x.expandingDimensions([axis])).reshape(to: x.shape)
    }
}

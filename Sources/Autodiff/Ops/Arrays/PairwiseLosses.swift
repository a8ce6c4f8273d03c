/// A loss of each pair of elements by itself, reduced.
protocol PairwiseLoss: Composite {
    /// The loss of each pair.
    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value
}

extension PairwiseLoss {
    static var attributes: [AttributeDescription] { [.reduction] }

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.broadcastShape()
        return try call.reduced(loss(call.x, call.operands[1], call.operands[2...]))
    }
}

/// Absolute error.
enum AbsoluteErrorLoss: PairwiseLoss {
    static let summary = "Mean of the absolute differences of two arrays."
    static let formula = "mean(abs(x - y))"
    static let derivative = "sign(x - y) / n; -sign(x - y) / n"
    static let convention: String? = "0 where x = y"
    static let operands: [Operand] = ["x", "y"]
    static let aliases = ["mae", "mae_loss", "l1"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        (x - y).abs()
    }
}

/// Huber's loss.
enum HuberLoss: PairwiseLoss {
    static let summary = "Huber's loss: squared errors up to delta, straight on from there."
    static let formula = "mean(0.5 * d ** 2 if abs(d) <= delta else delta * (abs(d) - 0.5 * delta)), d = x - y"
    static let derivative =
        "clip(d, -delta, delta) / n; the same with the other sign; 0 if abs(d) <= delta else (abs(d) - delta) / n"
    static let domain = "delta > 0"
    static let operands: [Operand] = ["x", "y", Operand("delta", default: 1)]
    static let aliases = ["huber"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        let (difference, delta) = (x - y, others[2])
        let size = difference.abs()
        return size.lessEqual(delta).where(0.5 * difference.square(), delta * (size - 0.5 * delta))
    }
}

/// Smooth absolute error.
enum SmoothAbsoluteErrorLoss: PairwiseLoss {
    static let summary = "Absolute errors with a parabola in place of the kink, of half-width beta."
    static let formula = "mean(0.5 * d ** 2 / beta if abs(d) < beta else abs(d) - 0.5 * beta), d = x - y"
    static let derivative =
        "clip(d / beta, -1, 1) / n; the same with the other sign; -0.5 * min(abs(d) / beta, 1) ** 2 / n"
    static let domain = "beta >= 0"
    static let convention: String? = "with beta = 0 it is l1_loss"
    static let operands: [Operand] = ["x", "y", Operand("beta", default: 1)]
    static let aliases = ["smooth_l1"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        let (difference, beta) = (x - y, others[2])
        let size = difference.abs()
        return size.less(beta).where(0.5 * difference.square() / beta, size - 0.5 * beta)
    }
}

/// Binary cross-entropy of probabilities.
enum BinaryCrossEntropyLoss: PairwiseLoss {
    static let summary = "Binary cross-entropy of probabilities and targets."
    static let formula = "mean(-(target * log(x) + (1 - target) * log(1 - x)))"
    static let derivative = "(x - target) / (x * (1 - x)) / n; (log(1 - x) - log(x)) / n"
    static let domain = "0 <= x <= 1"
    static let convention: String? =
        "a probability of 0 or 1 that the target does not rule out costs nothing; one that it does costs +inf, unclamped"
    static let operands: [Operand] = ["x", "target"]
    static let aliases = ["bce", "binary_cross_entropy"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        -(y.xlogy(x) + (1 - y).xlog1py(-x))
    }
}

/// Binary cross-entropy of logits.
enum BinaryCrossEntropyWithLogitsLoss: PairwiseLoss {
    static let summary = "Binary cross-entropy of logits and targets, without overflow between."
    static let formula = "mean(target * softplus(-x) + (1 - target) * softplus(x))"
    static let derivative = "(sigmoid(x) - target) / n; -x / n"
    static let operands: [Operand] = ["x", "target"]
    static let aliases = ["bce_with_logits", "binary_cross_entropy_with_logits", "sigmoid_cross_entropy"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        // Not softplus(x) - target * x, which cancels where the target is 1.
        y * (-x).softplus() + (1 - y) * x.softplus()
    }
}

/// Hinge loss.
enum HingeLoss: PairwiseLoss {
    static let summary = "Hinge loss of scores and targets of -1 or 1."
    static let formula = "mean(max(1 - target * x, 0))"
    static let derivative = "-target / n if target * x < 1 else 0; -x / n if target * x < 1 else 0"
    static let convention: String? = "0 where target * x = 1"
    static let operands: [Operand] = ["x", "target"]
    static let aliases = ["hinge"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        (1 - y * x).relu()
    }
}

/// Negative log-likelihood of Poisson's distribution.
enum PoissonLoss: PairwiseLoss {
    static let summary = "Negative log-likelihood of counts, given the logarithms of their rates, but for log(target!)."
    static let formula = "mean(exp(x) - target * x)"
    static let derivative = "(exp(x) - target) / n; -x / n"
    static let domain = "target >= 0"
    static let operands: [Operand] = ["x", "target"]
    static let aliases = ["poisson_nll"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        x.exp() - y * x
    }
}

/// Negative log-likelihood of a normal distribution.
enum GaussianLoss: PairwiseLoss {
    static let summary = "Negative log-likelihood of targets, given their means and variances, but for log(2 * pi) / 2."
    static let formula = "mean(0.5 * (log(var) + (x - target) ** 2 / var))"
    static let derivative =
        "(x - target) / var / n; (target - x) / var / n; 0.5 * (1 - (x - target) ** 2 / var) / var / n"
    static let domain = "var > 0"
    static let operands: [Operand] = ["x", "target", "var"]
    static let aliases = ["gaussian_nll"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        0.5 * (others[2].log() + (x - y).square() / others[2])
    }
}

/// Divergence of distributions, of which one is given by logarithms.
enum KullbackLeiblerLoss: PairwiseLoss {
    static let summary = "Kullback-Leibler divergence of targets from probabilities that are given by their logarithms."
    static let formula = "mean(target * (log(target) - x))"
    static let derivative = "-target / n; (log(target) - x + 1) / n"
    static let domain = "target >= 0"
    static let convention: String? = "a target of 0 costs nothing, and its slope by the target is -inf"
    static let operands: [Operand] = ["x", "target"]

    static func loss(_ x: Value, _ y: Value, _ others: ArraySlice<Value>) -> Value {
        -y.entr() - y * x
    }
}

extension AttributeDescription {
    /// What becomes of the losses of samples.
    static let reduction = AttributeDescription(
        "reduction", "\"mean\", \"sum\", or \"none\" for each by itself; left out, the mean")
}

extension OpCall {
    /// The losses of samples as `reduction` wants them.
    func reduced(_ losses: Value) throws(OpError) -> Value {
        switch try attributes.text("reduction", among: ["mean", "sum", "none"]) {
        case "none": losses
        case "sum": losses.sum()
        case _: losses.reduce(.mean)
        }
    }
}

/// Negative log-likelihood.
enum NegativeLogLikelihoodLoss: Composite {
    static let summary = "Negative logarithm of the probability of the target class, classes along the last axis."
    static let formula = "-x[..., target], reduced"
    static let derivative = "-1 for the target class, else 0; 0 for the target"
    static let domain = "targets that are class numbers"
    static let operands: [Operand] = ["x", "target"]
    static let attributes: [AttributeDescription] = [.reduction]

    static func expand(_ call: OpCall) throws(OpError) -> Value { try call.reduced(losses(call, of: call.x)) }

    static func losses(_ call: OpCall, of logarithms: Value) throws(OpError) -> Value {
        let target = call.operands[1]
        let axis = call.x.shape.rank - 1
        guard axis >= 0, Array(call.x.shape.extents[..<axis]) == target.shape.extents else {
            throw .shapes(call.op.name, call.operands.map(\.shape), "a class number for each sample")
        }
        let chosen = logarithms.taking(along: axis, target.expandingDimensions([axis]))
        return -chosen.reshape(to: target.shape)
    }
}

/// Cross-entropy.
enum CrossEntropyLoss: Composite {
    static let summary = "Cross-entropy of logits and target classes, classes along the last axis."
    static let formula = "-log_softmax(x)[..., target], reduced"
    static let derivative = "softmax(x) - one_hot(target); 0 for the target"
    static let domain = "targets that are class numbers"
    static let operands: [Operand] = ["x", "target"]
    static let aliases = ["softmax_cross_entropy"]
    static let attributes: [AttributeDescription] = [.reduction]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let logarithms = try Value.applying(.logSoftmax, [call.x])
        return try call.reduced(NegativeLogLikelihoodLoss.losses(call, of: logarithms))
    }
}

/// Squared error.
enum MeanSquaredErrorLoss: Composite {
    static let summary = "Mean of the squared differences of two arrays."
    static let formula = "mean((x - y)^2)"
    static let derivative = "2 (x - y) / n; -2 (x - y) / n"
    static let operands: [Operand] = ["x", "y"]
    static let aliases = ["mse"]
    static let attributes: [AttributeDescription] = [.reduction]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.broadcastShape()
        return try call.reduced((call.x - call.operands[1]).square())
    }
}

/// Cosine of the angle between vectors.
enum CosineSimilarity: Composite {
    static let summary = "Cosine of the angle between vectors along an axis."
    static let formula = "sum(x y) / (norm(x) norm(y))"
    static let derivative = "(v - r u) / norm(x); (u - r v) / norm(y), with the unit vectors u, v"
    static let convention: String? = "0 with slope 0 where a vector is 0"
    static let operands: [Operand] = ["x", "y"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shape = try call.broadcastShape()
        let axis = try AxisForm(shape, call.attributes).axis
        func direction(_ vector: Value) -> Value {
            let length = vector.reduce(.euclideanNorm, over: [axis], keepDimensions: true)
            let isZero = length.equal(0)
            return isZero.where(0, vector / isZero.where(1, length))
        }
        let product = direction(call.x.broadcast(to: shape)) * direction(call.operands[1].broadcast(to: shape))
        return product.sum(over: [axis])
    }
}

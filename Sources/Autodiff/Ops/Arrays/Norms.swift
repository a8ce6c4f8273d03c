/// Length.
enum EuclideanNorm: ArrayPrimitive {
    static let summary = "Length of the vector of the elements over axes."
    static let formula = "sqrt(sum(x^2))"
    static let derivative = "x / r"
    static let convention: String? = "0 at 0; scaled where squares would overflow or vanish"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> ReductionForm {
        try ReductionForm("euclidean_norm", operands, attributes)
    }

    static func run(_ form: ReductionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for place in 0..<result.count {
            var largest = 0.0
            for element in 0..<form.count {
                largest = Double.maximumOrNaN(largest, x[form.element(element, of: place)].magnitude)
            }
            guard largest > 0, largest.isFinite else {
                result[place] = largest
                continue
            }
            // A power of two, so that dividing rounds nothing.
            let isSafe = largest > 0x1p-480 && largest < 0x1p480
            let scale = isSafe ? 1 : Double(sign: .plus, exponent: largest.exponent, significand: 1)
            let sum = balancedSum(0, form.count) { element in
                let ratio = x[form.element(element, of: place)] / scale
                return ratio * ratio
            }
            result[place] = sum.squareRoot() * scale
        }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let length = node.broadcastBack(node.result)
        let isZero = length.equal(0)
        let direction = isZero.where(0, node.x / isZero.where(1, length))
        return Value.apply(.sum, [tangent.absoluteZeroMultiply(direction)], node.attributes)
    }

    static func edge(_ form: ReductionForm, _ operands: ArrayOperands) -> Edge? {
        let x = operands[0]
        let isAtOrigin = (0..<form.shape.count).contains { place in
            (0..<form.count).allSatisfy { x[form.element($0, of: place)] == 0 }
        }
        return isAtOrigin ? .kink : nil
    }
}

/// Norms of vectors.
enum VectorNorm: Composite {
    static let summary = "Norm of the vector of the elements over axes."
    static let formula = "sum(abs(x)^ord)^(1 / ord)"
    static let derivative = "sign(x) (abs(x) / r)^(ord - 1)"
    static let convention: String? = "0 at 0; for ord inf and -inf tied elements share the gradient evenly"
    static let aliases = ["norm"]
    static let attributes: [AttributeDescription] = [
        AttributeDescription("ord", "the order: a number that is not negative, \"inf\" or \"-inf\"; left out, 2"),
        .axes,
        .keepDimensions,
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let attributes = call.attributes.subset(["axis", "keepdims"])
        let form = try ReductionForm("vector_norm", [call.x.shape], attributes)
        let order = try call.attributes.number("ord") ?? 2
        if order.isInfinite, form.count == 0 { _ = try ReductionForm.ofSome("vector_norm", [call.x.shape], attributes) }
        switch order {
        case 0: return Value.apply(.countNonzero, [call.x], attributes)
        case 1: return Value.apply(.sum, [call.x.abs()], attributes)
        case 2: return Value.apply(.euclideanNorm, [call.x], attributes)
        case .infinity: return Value.apply(.max, [call.x.abs()], attributes)
        case -.infinity: return Value.apply(.min, [call.x.abs()], attributes)
        case _:
            guard order > 0 else {
                throw OpError(attribute: "ord", "`ord` is a number that is not negative, \"inf\" or \"-inf\".")
            }
            let sum = Value.apply(.sum, [call.x.abs().pow(order)], attributes)
            let isZero = sum.equal(0)
            return isZero.where(0, isZero.where(1, sum).pow(1 / order))
        }
    }
}

extension AttributeDescription {
    /// What is taken off the number of elements.
    static let correction = AttributeDescription(
        "correction", "what is taken off the number of elements; left out, 0")
}

/// Variance.
enum Variance: Composite {
    static let summary = "Variance of the elements over axes."
    static let formula = "sum((x - mean(x))^2) / (n - correction)"
    static let derivative = "2 (x - mean(x)) / (n - correction)"
    static let convention: String? = "NaN or inf where there are no more elements than the correction"
    static let attributes: [AttributeDescription] = [.axes, .correction, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let spread = try Spread(call)
        let sum = spread.deviations.square().sum(over: [spread.axis])
        return sum.reshape(to: spread.shape) / spread.freedom
    }
}

/// The differences from the mean.
private struct Spread {
    /// In one axis, the last.
    let deviations: Value
    let axis: Int
    let freedom: Double
    let shape: Shape

    init(_ call: OpCall) throws(OpError) {
        let form = try ReductionForm(call.op.name, [call.x.shape], call.attributes.subset(["axis", "keepdims"]))
        let merged = call.x.merging(form)
        axis = merged.shape.rank - 1
        // Differences from the first are exactly 0 where all are equal; those from a rounded mean are not.
        let moved = form.count > 0 ? merged - merged.slice(axis: axis, from: 0, to: 1) : merged
        deviations = moved - moved.sum(over: [axis], keepDimensions: true) / Double(form.count)
        freedom = Swift.max(Double(form.count) - (try call.attributes.number("correction") ?? 0), 0)
        shape = form.shape
    }
}

/// Standard deviation.
enum StandardDeviation: Composite {
    static let summary = "Standard deviation of the elements over axes."
    static let formula = "sqrt(var(x))"
    static let derivative = "(x - mean(x)) / ((n - correction) r)"
    static let convention: String? = "0 where all elements are equal"
    static let attributes: [AttributeDescription] = Variance.attributes

    // Not the root of the variance: its slope is infinite at 0.
    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let spread = try Spread(call)
        let length = spread.deviations.reduce(.euclideanNorm, over: [spread.axis])
        return length.reshape(to: spread.shape) / spread.freedom.squareRoot()
    }
}

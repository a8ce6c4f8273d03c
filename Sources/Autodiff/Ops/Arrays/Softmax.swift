import Glibc

extension AttributeDescription {
    /// The axes of an op that keeps the shape; by default one.
    static let lastAxes = AttributeDescription("axis", "the axis or list of axes; left out, the last")
}

/// An array in groups of elements, each along axes.
struct GroupForm: ArrayForm {
    let shape: Shape
    private(set) var groups: ReductionForm

    /// Reads `axis`, by default the last.
    init(_ op: String, _ operands: [Shape], _ attributes: Attributes) throws(OpError) {
        shape = operands[0]
        let axes = try attributes.integers("axis") ?? (shape.rank == 0 ? [] : [-1])
        groups = try ReductionForm(op, operands, ["axis": .integers(axes)])
    }

    mutating func prepare() { groups.prepare() }

    /// The largest element of a group and the sum of the exponentials of all, less the largest.
    func exponentials(_ x: ArrayView, _ group: Int) -> (largest: Double, sum: Double) {
        let largest = LargestElement.largest(groups, x, group)
        return (largest, balancedSum(0, groups.count) { LogSumExp.shifted(x[groups.element($0, of: group)], largest) })
    }
}

/// Logarithm of the sum of exponentials.
enum LogSumExp: ArrayPrimitive {
    static let summary = "Logarithm of the sum of the exponentials of the elements over axes, without overflow."
    static let formula = "log(sum(exp(x)))"
    static let derivative = "softmax(x)"
    static let convention: String? = "-inf for no elements"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> ReductionForm {
        try ReductionForm("logsumexp", operands, attributes)
    }

    static func run(_ form: ReductionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for place in 0..<result.count {
            guard form.count > 0 else {
                result[place] = -.infinity
                continue
            }
            let largest = LargestElement.largest(form, x, place)
            let sum = balancedSum(0, form.count) { shifted(x[form.element($0, of: place)], largest) }
            result[place] = largest + Glibc.log(sum)
        }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let axes = node.form(LogSumExp.self).axes
        let share = Value.apply(.softmax, [node.x], ["axis": .integers(axes)])
        return Value.apply(.sum, [tangent.absoluteZeroMultiply(share)], node.attributes)
    }

    /// The exponential of a difference that is 0 also between equal infinities.
    static func shifted(_ x: Double, _ largest: Double) -> Double { x == largest ? 1 : Glibc.exp(x - largest) }
}

/// Shares by exponentials.
enum Softmax: ArrayPrimitive {
    static let summary = "Exponentials of the elements, divided by their sum over axes."
    static let formula = "exp(x) / sum(exp(x))"
    static let derivative = "r_i ((1 if i == j else 0) - r_j)"
    static let attributes: [AttributeDescription] = [.lastAxes]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GroupForm {
        try GroupForm("softmax", operands, attributes)
    }

    static func run(_ form: GroupForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let (x, groups) = (operands[0], form.groups)
        guard groups.count > 0 else { return }
        for group in 0..<groups.shape.count {
            let (largest, sum) = form.exponentials(x, group)
            for place in 0..<groups.count {
                let element = groups.element(place, of: group)
                result[element] = LogSumExp.shifted(x[element], largest) / sum
            }
        }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let weighted = tangent.absoluteZeroMultiply(node.result)
        let mean = weighted.sum(over: node.form(Softmax.self).groups.axes, keepDimensions: true)
        return weighted - mean.absoluteZeroMultiply(node.result)
    }
}

/// Logarithm of softmax.
enum LogSoftmax: ArrayPrimitive {
    static let summary = "Logarithm of softmax over axes, without overflow."
    static let formula = "x - logsumexp(x)"
    static let derivative = "(1 if i == j else 0) - softmax(x)_j"
    static let attributes: [AttributeDescription] = [.lastAxes]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GroupForm {
        try GroupForm("log_softmax", operands, attributes)
    }

    static func run(_ form: GroupForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let (x, groups) = (operands[0], form.groups)
        guard groups.count > 0 else { return }
        for group in 0..<groups.shape.count {
            let (largest, sum) = form.exponentials(x, group)
            for place in 0..<groups.count {
                let element = groups.element(place, of: group)
                let difference = x[element] == largest ? 0 : x[element] - largest
                result[element] = difference - Glibc.log(sum)
            }
        }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let axes = node.form(LogSoftmax.self).groups.axes
        let share = Value.apply(.softmax, [node.x], ["axis": .integers(axes)])
        return tangent - tangent.absoluteZeroMultiply(share).sum(over: axes, keepDimensions: true)
    }
}

/// Logarithms of sums of exponentials so far.
enum CumulativeLogSumExp: Composite {
    static let summary = "For each element the logsumexp of those up to it along an axis."
    static let formula = "log(sum(exp(x[:i+1])))"
    static let derivative = "exp(x - r) for the elements up to the place, else 0"
    static let aliases = ["cumulative_logsumexp"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        call.x.scan(axis: try AxisForm(call.x.shape, call.attributes).axis) { earlier, later in
            let rank = later.shape.rank
            let pair = Value.concatenate(
                [earlier.expandingDimensions([rank]), later.expandingDimensions([rank])], axis: rank)
            return pair.reduce(.logsumexp, over: [rank])
        }
    }
}

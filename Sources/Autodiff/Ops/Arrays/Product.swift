/// Product of elements.
enum Product: Composite {
    static let summary = "Product of the elements over axes."
    static let formula = "prod(x)"
    static let derivative = "the product of the other elements"
    static let convention: String? = "the product of no elements is 1; factors are multiplied as a balanced tree"
    static let aliases = ["reduce_prod"]
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    // No division by an element: so the derivatives of every order hold where elements are 0.
    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let form = try ReductionForm("prod", [call.x.shape], call.attributes)
        guard form.count > 0 else { return call.constant(Tensor(1)).broadcast(to: form.shape) }
        var factors = call.x.merging(form)
        let axis = factors.shape.rank - 1
        var count = form.count
        while count > 1 {
            let half = count / 2
            let product =
                factors.slice(axis: axis, from: 0, to: half) * factors.slice(axis: axis, from: half, to: 2 * half)
            let rest = count % 2 == 0 ? [] : [factors.slice(axis: axis, from: count - 1, to: count)]
            factors = Value.concatenate([product] + rest, axis: axis)
            count = half + rest.count
        }
        return factors.reshape(to: form.shape)
    }
}

extension Value {
    /// An associative op over all elements so far along an axis, by doubling: as deep as the logarithm of the extent.
    func scan(axis: Int, _ join: (_ earlier: Value, _ later: Value) -> Value) -> Value {
        let extent = shape.extents[axis]
        var result = self
        var distance = 1
        while distance < extent {
            let earlier = result.slice(axis: axis, from: 0, to: extent - distance)
            let later = result.slice(axis: axis, from: distance, to: extent)
            let start = result.slice(axis: axis, from: 0, to: distance)
            result = Value.concatenate([start, join(earlier, later)], axis: axis)
            distance *= 2
        }
        return result
    }
}

/// Products so far.
enum CumulativeProduct: Composite {
    static let summary = "For each element the product of those up to it along an axis."
    static let formula = "prod(x[:i+1])"
    static let derivative = "the product of the other elements up to the place"
    static let aliases = ["cumprod"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        call.x.scan(axis: try AxisForm(call.x.shape, call.attributes).axis) { $0 * $1 }
    }
}

/// Sums so far.
enum CumulativeSum: LinearPrimitive {
    static let summary = "For each element the sum of those up to it along an axis."
    static let formula = "sum(x[:i+1])"
    static let derivative = "1 for the elements up to the place, else 0"
    static let aliases = ["cumsum"]
    static let attributes: [AttributeDescription] = [
        .lastAxis, AttributeDescription("reverse", "whether to sum from the end; left out, no"),
    ]

    struct Form: ArrayForm {
        let lines: AxisForm
        let isReverse: Bool
        var shape: Shape { lines.shape }
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        Form(lines: try AxisForm(operands[0], attributes), isReverse: try attributes.flag("reverse"))
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let (x, lines) = (operands[0], form.lines)
        for line in 0..<lines.lineCount {
            var sum = 0.0
            for step in 0..<lines.extent {
                let element = lines.element(form.isReverse ? lines.extent - 1 - step : step, of: line)
                sum = step == 0 ? x[element] : sum + x[element]
                result[element] = sum
            }
        }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        let form = node.form(CumulativeSum.self)
        return Value.apply(
            .cumulativeSum, [adjoint],
            ["axis": .number(Double(form.lines.axis)), "reverse": .flag(!form.isReverse)])
    }
}

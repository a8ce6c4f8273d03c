/// The order of elements.
enum ArgSort: StepPrimitive {
    static let summary = "The indices that put the elements along an axis in ascending order."
    static let formula = "argsort(x)"
    static let derivative = "0"
    static let convention: String? = "ties stay in their order; NaN counts as largest"
    static let attributes: [AttributeDescription] = [
        .lastAxis, AttributeDescription("descending", "whether the largest come first; left out, no"),
    ]

    struct Form: ArrayForm {
        let lines: AxisForm
        let isDescending: Bool
        var shape: Shape { lines.shape }
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        Form(lines: try AxisForm(operands[0], attributes), isDescending: try attributes.flag("descending"))
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let (x, lines) = (operands[0], form.lines)
        for line in 0..<lines.lineCount {
            let numbers = (0..<lines.extent).map { x[lines.element($0, of: line)] }
            let order = numbers.indices.sorted { first, second in
                let (left, right) = (numbers[first], numbers[second])
                if isLess(left, right) { return !form.isDescending }
                if isLess(right, left) { return form.isDescending }
                return first < second
            }
            for (place, index) in order.enumerated() { result[lines.element(place, of: line)] = Double(index) }
        }
    }

    private static func isLess(_ left: Double, _ right: Double) -> Bool {
        left < right || (right.isNaN && !left.isNaN)
    }
}

/// Elements in order.
enum Sort: Composite {
    static let summary = "The elements along an axis in ascending order."
    static let formula = "sort(x)"
    static let derivative = "1 from each element to its place"
    static let convention: String? = "ties stay in their order; NaN counts as largest"
    static let aliases = ["msort"]
    static let attributes = ArgSort.attributes

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let axis = try ArgSort.form([call.x.shape], call.attributes).lines.axis
        return call.x.taking(along: axis, Value.apply(.argsort, [call.x], call.attributes))
    }
}

/// The largest elements.
enum LargestElements: Composite {
    static let summary = "The k largest elements along an axis, the largest first."
    static let formula = "sort(x, descending)[:k]"
    static let derivative = "1 from each element to its place"
    static let convention: String? = "among ties the first are taken; NaN counts as largest"
    static let aliases = ["top_k"]
    static let attributes: [AttributeDescription] = [
        AttributeDescription("k", "how many"), .lastAxis,
        AttributeDescription("largest", "false takes the smallest, the smallest first; left out, true"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let form = try AxisForm(call.x.shape, call.attributes.subset(["axis"]))
        guard let count = try call.attributes.integer("k"), (0...form.extent).contains(count) else {
            throw OpError(attribute: "k", "`k` is a whole number from 0 to \(form.extent).")
        }
        let isLargest = try call.attributes.flag("largest", default: true)
        let order = Value.apply(
            .argsort, [call.x], ["axis": .number(Double(form.axis)), "descending": .flag(isLargest)])
        return call.x.taking(along: form.axis, order.slice(axis: form.axis, from: 0, to: count))
    }
}

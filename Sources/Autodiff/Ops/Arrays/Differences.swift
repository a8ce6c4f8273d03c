/// Differences of neighbours.
enum Difference: Composite {
    static let summary = "Differences of neighbouring elements along an axis, n times over."
    static let formula = "x[1:] - x[:-1]"
    static let derivative = "1 and -1 for the neighbours"
    static let attributes: [AttributeDescription] = [
        .lastAxis, AttributeDescription("n", "how many times over; left out, 1"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let form = try AxisForm(call.x.shape, call.attributes.subset(["axis"]))
        let count = try call.attributes.integer("n") ?? 1
        guard count >= 0 else { throw OpError(attribute: "n", "`n` is a whole number that is not negative.") }
        // No elements are left after as many differences as there are elements.
        return (0..<Swift.min(count, form.extent)).reduce(call.x) { value, step in
            let extent = form.extent - step
            return value.slice(axis: form.axis, from: 1, to: extent)
                - value.slice(axis: form.axis, from: 0, to: extent - 1)
        }
    }
}

/// Integral by trapezoids.
enum Trapezoid: Composite {
    static let summary = "Integral along an axis of what is linear between samples y at places x, or at a distance dx."
    static let formula = "sum((x[1:] - x[:-1]) (y[1:] + y[:-1])) / 2"
    static let derivative = "half the distance between the neighbours; half the difference of their samples"
    static let aliases = ["trapz"]
    static let operands: [Operand] = ["y", "x"]
    static let arities = 1...2
    static let attributes: [AttributeDescription] = [
        .lastAxis, AttributeDescription("dx", "the distance of places where those are not given; left out, 1"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let y = call.operands[0]
        let form = try AxisForm(y.shape, call.attributes.subset(["axis"]))
        let end = Swift.max(form.extent, 1)
        let sums = y.slice(axis: form.axis, from: 1, to: end) + y.slice(axis: form.axis, from: 0, to: end - 1)
        guard call.operands.count > 1 else {
            return sums.sum(over: [form.axis]) * ((try call.attributes.number("dx") ?? 1) / 2)
        }
        var places = call.operands[1]
        if places.shape.rank == 1 {
            places = places.expandingDimensions(Array(1..<Swift.max(y.shape.rank - form.axis, 1)))
        }
        guard places.shape.broadcast(with: y.shape) == y.shape else {
            throw .shapes("trapezoid", call.operands.map(\.shape), "a place for each sample")
        }
        places = places.broadcast(to: y.shape)
        let steps =
            places.slice(axis: form.axis, from: 1, to: end) - places.slice(axis: form.axis, from: 0, to: end - 1)
        return (steps * sums).sum(over: [form.axis]) * 0.5
    }
}

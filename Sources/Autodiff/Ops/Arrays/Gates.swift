extension OpCall {
    /// The two halves of the operand along `axis`.
    fileprivate func halves() throws(OpError) -> (first: Value, second: Value) {
        let form = try AxisForm(x.shape, attributes)
        guard form.extent % 2 == 0 else {
            throw .shapes(op.name, [x.shape], "an even number of elements along axis \(form.axis)")
        }
        let middle = form.extent / 2
        return (
            x.slice(axis: form.axis, from: 0, to: middle), x.slice(axis: form.axis, from: middle, to: form.extent)
        )
    }
}

/// Gated linear unit.
enum GatedLinear: Composite {
    static let summary =
        "Gated linear unit: one half of the elements along an axis, times the sigmoid of the other half."
    static let formula = "a * sigmoid(b), with the halves a, b of x"
    static let derivative = "sigmoid(b) for a; a * sigmoid(b) * sigmoid(-b) for b"
    static let domain = "an even number of elements along the axis"
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (first, second) = try call.halves()
        return first * second.sigmoid()
    }
}

/// Gated linear unit with a SiLU for its gate.
enum GatedSigmoidLinear: Composite {
    static let summary = "Gated linear unit with a SiLU: the silu of one half of the elements, times the other half."
    static let formula = "silu(a) * b, with the halves a, b of x"
    static let derivative = "b * silu'(a) for a; silu(a) for b"
    static let domain = "an even number of elements along the axis"
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (first, second) = try call.halves()
        return first.silu() * second
    }
}

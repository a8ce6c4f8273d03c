/// A margin.
enum Pad: Composite {
    static let summary =
        "The operand with a margin: of one number, or of its own elements, mirrored, repeated or wrapped."
    static let formula = "x, and value around it, or x[the place that the mode gives]"
    static let derivative = "1 for each element, as often as it is there"
    static let domain = "widths that are not negative; some elements along an axis with a margin of them"
    static let attributes = [
        AttributeDescription(
            "pad_width", "a number for every side, or a list with before and after for each axis: [b0, a0, b1, a1]"),
        AttributeDescription("value", "the number; left out, 0"),
        AttributeDescription(
            "mode",
            "\"constant\", \"reflect\" about the last element, \"symmetric\" about its outer side, \"replicate\" or \"edge\", \"circular\" or \"wrap\"; left out, \"constant\""
        ),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let widths = try widths(call)
        let modes = ["constant", "reflect", "symmetric", "replicate", "edge", "circular", "wrap"]
        let mode = try call.attributes.text("mode", among: modes) ?? "constant"
        let number = call.constant(Tensor(try call.attributes.number("value") ?? 0))
        var result = call.x
        for axis in 0..<result.shape.rank where widths[2 * axis] > 0 || widths[2 * axis + 1] > 0 {
            let (before, after) = (widths[2 * axis], widths[2 * axis + 1])
            if mode == "constant" {
                let margins = (
                    try margin(number, result.shape, axis, before), try margin(number, result.shape, axis, after)
                )
                result = try Value.applying(
                    .concat, margins.0 + [result] + margins.1, ["axis": .number(Double(axis))])
            } else {
                result = try padded(result, axis, before, after, mode)
            }
        }
        return result
    }

    private static func widths(_ call: OpCall) throws(OpError) -> [Int] {
        let rank = call.x.shape.rank
        guard var widths = try call.attributes.integers("pad_width") else {
            throw OpError(attribute: "pad_width", "`pad_width` is missing.")
        }
        if widths.count == 1 { widths = [Int](repeating: widths[0], count: 2 * rank) }
        guard widths.count == 2 * rank, widths.allSatisfy({ $0 >= 0 }) else {
            throw OpError(attribute: "pad_width", "`pad_width` is \(2 * rank) whole numbers that are not negative.")
        }
        return widths
    }

    private static func margin(
        _ number: Value, _ shape: Shape, _ axis: Int, _ width: Int
    ) throws(OpError) -> [Value] {
        var extents = shape.extents
        extents[axis] = width
        guard let shape = Shape(extents) else {
            throw OpError(.shapeMismatch, "pad makes an array that is too large.")
        }
        return width > 0 ? [number.broadcast(to: shape)] : []
    }

    /// The elements along an axis at the places that the mode gives; beyond a mirror there is another.
    private static func padded(
        _ x: Value, _ axis: Int, _ before: Int, _ after: Int, _ mode: String
    ) throws(OpError) -> Value {
        var extents = x.shape.extents
        let extent = extents[axis]
        guard extent > 0 else {
            throw .shapes("pad", [x.shape], "some elements along axis \(axis), which is to have a margin of them")
        }
        let (first, isTooLarge) = extent.addingReportingOverflow(before)
        let (count, isLarger) = first.addingReportingOverflow(after)
        extents[axis] = count
        guard !isTooLarge, !isLarger, Shape(extents) != nil else {
            throw OpError(.shapeMismatch, "pad makes an array that is too large.")
        }
        // Computed in the graph: a margin may be refused for its size before anything is as large.
        let place = x.zeros(Shape(vectorOf: count)).along(0, .positions) - Double(before)
        let last = Double(extent - 1)
        let index =
            switch mode {
            case "reflect" where extent > 1: last - (last - place.remainder(2 * last)).abs()
            case "symmetric": (last + 0.5) - (last + 0.5 - place.remainder(2 * (last + 1))).abs()
            case "circular", "wrap": place.remainder(last + 1)
            case _: place.clip(min: 0, max: last)
            }
        return Value.apply(.take, [x, index], ["axis": .number(Double(axis))])
    }
}

/// Which of several equal indices comes last.
enum IsLastIndex: StepPrimitive {
    static let summary = "1 for each index behind which the same does not come again, else 0."
    static let formula = "1 if indices[i] not in indices[i+1:] else 0"
    static let derivative = "0"
    static let domain = Take.domain
    static let convention: String? = "an index outside is an error"
    static let operands: [Operand] = ["indices"]
    static let attributes = [
        AttributeDescription("extent", "the extent of the axis that the indices are of"),
        AttributeDescription("axis", "the axis along which they are compared; left out, all are compared"),
    ]

    struct Form: ArrayForm {
        let shape: Shape
        let places: GatherForm
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        let indices = operands[0]
        guard let extent = try attributes.integer("extent"), extent >= 0 else {
            throw OpError(attribute: "extent", "`extent` is a whole number that is not negative.")
        }
        if attributes["axis"] == nil {
            return Form(shape: indices, places: try .part(Shape(vectorOf: extent), indices, axis: 0))
        }
        let axis = try attributes.axis(rank: indices.rank)
        let places = try GatherForm.along("is_last_index", indices, axis: axis, extent: extent, resultIsPart: true)
        return Form(shape: indices, places: places)
    }

    // A dictionary, since the axis may be far longer than the list of indices.
    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError) {
        var last: [Int: Int] = [:]
        try form.places.each(operands[0]) { last[$0] = $1 }
        result.fill(0)
        for element in last.values { result[element] = 1 }
    }
}

/// Parts put in at indices.
enum IndexSet: Composite {
    static let summary = "The first operand with the third in place of its parts at indices along an axis."
    static let formula = "x[indices] = y, along axis"
    static let derivative = "0 for what is replaced, else 1; 0 for the indices; 1 for what is put in and stays, else 0"
    static let domain = Take.domain
    static let convention: String? =
        "of duplicate indices the last is put in, and it alone gets gradient; an index outside is an error"
    static let aliases = ["index_update", "index_copy", "index_put"]
    static let operands: [Operand] = ["x", "indices", "y"]
    static let attributes = Take.attributes

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, indices) = (call.x, call.operands[1])
        let (axis, parts) = try call.partsAtIndices()
        let extent = x.shape.extents[axis]
        let behind = [Int](repeating: 1, count: x.shape.rank - axis - 1)
        let isLast = Value.apply(.isLastIndex, [indices], ["extent": .number(Double(extent))])
            .reshape(indices.shape.extents + behind).broadcast(to: parts.shape)
        let replaced = isLast.embedded(at: indices, axis: axis, extent: extent)
        let put = isLast.where(parts, 0)
        return replaced.where(put.embedded(at: indices, axis: axis, extent: extent), x)
    }
}

/// Elements put in at indices of their own.
enum Scatter: Composite {
    static let summary = "The first operand with elements of the third put in, each at its index along an axis."
    static let formula = "x[i, indices[i, j, ...], ...] = y[i, j, ...]"
    static let derivative = IndexSet.derivative
    static let domain = Take.domain
    static let convention: String? = IndexSet.convention
    static let aliases = ["put_along_axis"]
    static let operands: [Operand] = ["x", "indices", "y"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, indices, y) = (call.x, call.operands[1], call.operands[2])
        _ = try TakeAlongAxis.form([x.shape, indices.shape], call.attributes)
        let axis = try call.attributes.axis(rank: x.shape.rank, default: -1)
        guard y.shape.broadcast(with: indices.shape) == indices.shape else {
            throw .shapes("scatter", [indices.shape, y.shape], "an index for each element")
        }
        let extent = x.shape.extents[axis]
        let isLast = Value.apply(
            .isLastIndex, [indices], ["extent": .number(Double(extent)), "axis": .number(Double(axis))])
        let replaced = isLast.embedded(along: axis, at: indices, extent: extent)
        let put = isLast.where(y.broadcast(to: indices.shape), 0)
        return replaced.where(put.embedded(along: axis, at: indices, extent: extent), x)
    }
}

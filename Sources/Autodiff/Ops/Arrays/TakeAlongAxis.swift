/// Elements at indices of their own.
enum TakeAlongAxis: LinearPrimitive {
    static let summary = "For each index the element of the operand there, in the same line along an axis."
    static let formula = "r[i, j, ...] = x[i, indices[i, j, ...], ...]"
    static let derivative = "1 for what is taken, as often as it is; 0 for the indices"
    static let domain = Take.domain
    static let convention: String? = Take.convention
    static let operands: [Operand] = ["x", "indices"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GatherForm {
        let (x, indices) = (operands[0], operands[1])
        let axis = try attributes.axis(rank: x.rank, default: -1)
        guard x.rank == indices.rank,
            x.extents.indices.allSatisfy({ $0 == axis || x.extents[$0] == indices.extents[$0] })
        else { throw .shapes("take_along_axis", operands, "shapes that differ only along axis \(axis)") }
        return try .along("take_along_axis", indices, axis: axis, extent: x.extents[axis], resultIsPart: true)
    }

    static func run(_ form: GatherForm, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError) {
        let x = operands[0]
        try form.each(operands[1]) { result[$1] = x[$0] }
    }

    static func isLinear(in position: Int) -> Bool { position == 0 }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        let shape = node.x.shape
        let axis = (try? node.attributes.axis(rank: shape.rank, default: -1)) ?? 0
        return adjoint.embedded(along: axis, at: node.operands[1], extent: shape.extents[axis])
    }
}

/// The transpose of `take_along_axis`.
enum TakeAlongAxisEmbed: LinearPrimitive {
    static let summary =
        "Zeros, to which elements are added at indices along an axis: the transpose of take_along_axis."
    static let formula = "r[i, indices[i, j, ...], ...] += x[i, j, ...]"
    static let derivative = "1; 0 for the indices"
    static let domain = Take.domain
    static let convention: String? = TakeEmbed.convention
    static let operands: [Operand] = ["x", "indices"]
    static let attributes: [AttributeDescription] = [
        .lastAxis, AttributeDescription("extent", "the extent of that axis in the result"),
    ]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GatherForm {
        guard let extent = try attributes.integer("extent"), extent >= 0 else {
            throw OpError(attribute: "extent", "`extent` is a whole number that is not negative.")
        }
        let axis = try attributes.axis(rank: operands[0].rank, default: -1)
        guard operands[0] == operands[1] else {
            throw .shapes("take_along_axis_embed", operands, "an index for each element")
        }
        return try .along(
            "take_along_axis_embed", operands[1], axis: axis, extent: extent, resultIsPart: false)
    }

    static func run(_ form: GatherForm, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError) {
        let x = operands[0]
        result.fill(0)
        try form.each(operands[1]) { result[$0] += x[$1] }
    }

    static func isLinear(in position: Int) -> Bool { position == 0 }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        Value.apply(.takeAlongAxis, [adjoint, node.operands[1]], node.attributes.subset(["axis"]))
    }
}

/// Elements added at indices.
enum ScatterAdd: Composite {
    static let summary = "The first operand with each element of the third added at its index along an axis."
    static let formula = "x[i, indices[i, j, ...], ...] += y[i, j, ...]"
    static let derivative = "1; 0 for the indices; 1"
    static let domain = Take.domain
    static let convention: String? = TakeEmbed.convention
    static let operands: [Operand] = ["x", "indices", "y"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, indices, y) = (call.x, call.operands[1], call.operands[2])
        _ = try TakeAlongAxis.form([x.shape, indices.shape], call.attributes)
        let axis = try call.attributes.axis(rank: x.shape.rank, default: -1)
        guard y.shape == indices.shape else {
            throw .shapes("scatter_add", [indices.shape, y.shape], "an index for each element")
        }
        return x + y.embedded(along: axis, at: indices, extent: x.shape.extents[axis])
    }
}

extension Value {
    /// The elements at indices of their own along an axis.
    func taking(along axis: Int, _ indices: Value) -> Value {
        Value.apply(.takeAlongAxis, [self, indices], ["axis": .number(Double(axis))])
    }

    /// Zeros with the elements added at indices of their own along an axis.
    func embedded(along axis: Int, at indices: Value, extent: Int) -> Value {
        Value.apply(
            .takeAlongAxisEmbed, [self, indices],
            ["axis": .number(Double(axis)), "extent": .number(Double(extent))])
    }
}

/// Elements at indices.
enum Take: LinearPrimitive {
    static let summary = "The parts of the operand at indices along an axis."
    static let formula = "x[indices], along axis"
    static let derivative = "1 for what is taken, as often as it is; 0 for the indices"
    static let domain = "whole indices in the axis; negative ones count from its end"
    static let convention: String? = "duplicate indices add up in the gradient; an index outside is an error"
    static let aliases = ["gather", "index_select"]
    static let operands: [Operand] = ["x", "indices"]
    static let attributes = [AttributeDescription("axis", "the axis; left out, the first")]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GatherForm {
        try .part(operands[0], operands[1], axis: attributes.axis(rank: operands[0].rank, default: 0))
    }

    static func run(_ form: GatherForm, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError) {
        let x = operands[0]
        try form.each(operands[1]) { result[$1] = x[$0] }
    }

    static func isLinear(in position: Int) -> Bool { position == 0 }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        let shape = node.x.shape
        let axis = (try? node.attributes.axis(rank: shape.rank, default: 0)) ?? 0
        return adjoint.embedded(at: node.operands[1], axis: axis, extent: shape.extents[axis])
    }
}

/// The transpose of `take`.
enum TakeEmbed: LinearPrimitive {
    static let summary = "Zeros, to which parts are added at indices along an axis: the transpose of take."
    static let formula = "r[indices] += x, along axis"
    static let derivative = "1; 0 for the indices"
    static let domain = Take.domain
    static let convention: String? = "what has the same index is added up; an index outside is an error"
    static let operands: [Operand] = ["x", "indices"]
    static let attributes = [
        AttributeDescription("axis", "the axis, from 0; left out, the first"),
        AttributeDescription("extent", "the extent of that axis in the result"),
    ]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GatherForm {
        guard let extent = try attributes.integer("extent"), extent >= 0 else {
            throw OpError(attribute: "extent", "`extent` is a whole number that is not negative.")
        }
        let rank = operands[0].rank - operands[1].rank + 1
        let axis = try attributes.axis(rank: max(rank, 0), default: 0)
        return try .whole(operands[0], operands[1], axis: axis, extent: extent)
    }

    static func run(_ form: GatherForm, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError) {
        let x = operands[0]
        result.fill(0)
        try form.each(operands[1]) { result[$0] += x[$1] }
    }

    static func isLinear(in position: Int) -> Bool { position == 0 }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        Value.apply(.take, [adjoint, node.operands[1]], node.attributes.subset(["axis"]))
    }
}

/// Parts added at indices.
enum IndexAdd: Composite {
    static let summary = "The first operand with the third added to its parts at indices along an axis."
    static let formula = "x[indices] += y, along axis"
    static let derivative = "1; 0 for the indices; 1"
    static let domain = Take.domain
    static let convention: String? = TakeEmbed.convention
    static let operands: [Operand] = ["x", "indices", "y"]
    static let attributes = Take.attributes

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (axis, parts) = try call.partsAtIndices()
        return call.x + parts.embedded(at: call.operands[1], axis: axis, extent: call.x.shape.extents[axis])
    }
}

extension OpCall {
    /// The axis of the first operand that the second has indices of, and the third in the shape of its parts there.
    func partsAtIndices() throws(OpError) -> (axis: Int, parts: Value) {
        let axis = try attributes.axis(rank: x.shape.rank, default: 0)
        let part = try GatherForm.part(x.shape, operands[1].shape, axis: axis).shape
        guard operands[2].shape.broadcast(with: part) == part else {
            throw .shapes(op.name, operands.map(\.shape), "a third operand in shape \(part)")
        }
        return (axis, operands[2].broadcast(to: part))
    }
}

extension Value {
    /// Zeros with the value added at indices along an axis.
    func embedded(at indices: Value, axis: Int, extent: Int) -> Value {
        Value.apply(
            .takeEmbed, [self, indices], ["axis": .number(Double(axis)), "extent": .number(Double(extent))])
    }
}

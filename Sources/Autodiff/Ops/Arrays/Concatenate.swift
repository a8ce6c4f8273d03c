/// Arrays side by side.
enum Concatenate: LinearPrimitive {
    static let summary = "Arrays side by side along an axis."
    static let formula = "x, y, ... joined"
    static let derivative = "1"
    static let aliases = ["concatenate", "cat"]
    static let attributes = [AttributeDescription("axis", "the axis; left out, the first")]
    static let operands: [Operand] = ["x", "y"]
    static let arities = 1...Int(UInt16.max)

    struct Form: ArrayForm {
        let shape: Shape
        let axis: Int
        /// How many elements lie side by side in each operand, for one index of the axes before.
        let lengths: [Int]
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        let axis = try attributes.axis(rank: operands[0].rank, default: 0)
        var extents = operands[0].extents
        extents[axis] = 0
        var lengths: [Int] = []
        for operand in operands {
            guard operand.rank == extents.count,
                extents.indices.allSatisfy({ $0 == axis || operand.extents[$0] == extents[$0] })
            else { throw .shapes("concat", operands, "shapes that differ only along axis \(axis)") }
            extents[axis] += operand.extents[axis]
            lengths.append(operand.extents[axis...].reduce(1, *))
        }
        guard let shape = Shape(extents) else { throw OpError(.shapeMismatch, "Shape \(extents) is too large.") }
        return Form(shape: shape, axis: axis, lengths: lengths)
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let outer = form.shape.extents[..<form.axis].reduce(1, *)
        var place = 0
        for index in 0..<outer {
            for (position, length) in form.lengths.enumerated() {
                let operand = operands[position]
                for element in 0..<length { result[place + element] = operand[index * length + element] }
                place += length
            }
        }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        let axis = node.form(Concatenate.self).axis
        let extents = node.operands.map { $0.shape.extents[axis] }
        let start = extents[..<position].reduce(0, +)
        return adjoint.slice(axis: axis, from: start, to: start + extents[position])
    }
}

/// A result whose elements are those of the operand at given places.
struct SelectionForm: ArrayForm {
    let shape: Shape
    /// For each element of the result its place in the operand.
    private var places: PlaceList

    init(_ shape: Shape, strides: [Int], from origin: Int = 0) {
        self.shape = shape
        places = PlaceList(shape, strides: strides, from: origin)
    }

    mutating func prepare() { places.prepare() }

    func copy(_ operand: ArrayView, to result: MutableArrayView) {
        for (element, place) in places.list.enumerated() { result[element] = operand[Int(place)] }
    }
}

/// Elements repeated along axes.
enum BroadcastTo: LinearPrimitive {
    static let summary = "The operand repeated along axes until it has a shape, by NumPy's rule."
    static let formula = "x, copied"
    static let derivative = "1, summed over the copies"
    static let aliases = ["expand"]
    static let attributes = [
        AttributeDescription("shape", "the extents; axes of extent 1 and missing ones are repeated")
    ]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> SelectionForm {
        guard let shape = try attributes.shape() else { throw OpError(attribute: "shape", "`shape` is missing.") }
        guard operands[0].broadcast(with: shape) == shape else {
            throw OpError(.shapeMismatch, "An array of shape \(operands[0]) does not broadcast to shape \(shape).")
        }
        return SelectionForm(shape, strides: operands[0].strides(broadcastTo: shape))
    }

    static func run(_ form: SelectionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        form.copy(operands[0], to: result)
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        adjoint.sum(to: node.x.shape)
    }
}

/// The same elements in another shape.
enum Reshape: LinearPrimitive {
    static let summary = "The same elements, in row-major order, in another shape."
    static let formula = "x"
    static let derivative = "1"
    static let aliases = ["view"]
    static let attributes = [AttributeDescription("shape", "the extents, of which one may be -1: what is left")]

    struct Form: ArrayForm { let shape: Shape }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        guard var extents = try attributes.integers("shape") else {
            throw OpError(attribute: "shape", "`shape` is missing.")
        }
        let count = operands[0].count
        if let free = extents.firstIndex(of: -1) {
            extents[free] = 1
            let others = Shape(extents)?.count ?? 0
            if others > 0, count.isMultiple(of: others) { extents[free] = count / others }
        }
        guard let shape = Shape(extents), shape.count == count else {
            throw OpError(
                .shapeMismatch,
                "An array of shape \(operands[0]) has \(count) elements, which do not fit shape \(try attributes.integers("shape") ?? [])."
            )
        }
        return Form(shape: shape)
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for element in 0..<result.count { result[element] = x[element] }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        adjoint.reshape(to: node.x.shape)
    }
}

/// Axes in another order.
enum PermuteDimensions: LinearPrimitive {
    static let summary = "The operand with its axes in another order."
    static let formula = "r[i, j, ...] = x at the indices in the order of `axes`"
    static let derivative = "1"
    static let aliases = ["permute", "transpose"]
    static let attributes = [
        AttributeDescription("axes", "which axis of the operand comes first, second, ...; left out, the reverse order")
    ]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> SelectionForm {
        let operand = operands[0]
        let axes = try order(attributes, rank: operand.rank)
        let strides = operand.strides
        guard let shape = Shape(axes.map { operand.extents[$0] }) else {
            throw OpError(.shapeMismatch, "permute_dims takes no array of shape \(operand).")
        }
        return SelectionForm(shape, strides: axes.map { strides[$0] })
    }

    static func run(_ form: SelectionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        form.copy(operands[0], to: result)
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        let axes = (try? order(node.attributes, rank: node.x.shape.rank)) ?? []
        var inverse = axes
        for (place, axis) in axes.enumerated() { inverse[axis] = place }
        return adjoint.permute(inverse)
    }

    private static func order(_ attributes: Attributes, rank: Int) throws(OpError) -> [Int] {
        guard let axes = try attributes.integers("axes") else { return (0..<rank).reversed() }
        guard axes.count == rank else {
            throw OpError(attribute: "axes", "`axes` names each of the \(rank) axes once, not \(axes.count).")
        }
        return try Attributes.normalized(axes, "axes", rank: rank)
    }
}

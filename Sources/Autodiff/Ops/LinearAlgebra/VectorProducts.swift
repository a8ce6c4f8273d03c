/// Scalar product of vectors.
enum VectorDot: Composite {
    static let summary = "Scalar product along an axis, of stacks of vectors that broadcast."
    static let formula = "sum(x * y)"
    static let derivative = "y; x"
    static let operands: [Operand] = ["x", "y"]
    static let attributes = [AttributeDescription("axis", "the axis, negative, from the last; left out, -1")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, y) = (call.operands[0], call.operands[1])
        let shape = try call.broadcastShape()
        let axis = try call.attributes.integer("axis") ?? -1
        guard axis < 0 else { throw OpError(attribute: "axis", "`axis` is negative: it counts from the last.") }
        guard axis >= -min(x.shape.rank, y.shape.rank) else {
            throw .shapes("vecdot", [x.shape, y.shape], "operands that both have axis \(axis)")
        }
        guard x.shape.extents[x.shape.rank + axis] == y.shape.extents[y.shape.rank + axis] else {
            throw .shapes("vecdot", [x.shape, y.shape], "vectors of the same extent")
        }
        return (x * y).sum(over: [shape.rank + axis])
    }
}

/// Product of every element of one vector with every one of another.
enum OuterProduct: Composite {
    static let summary = "Matrix of the products of each element of x with each of y; both are flattened."
    static let formula = "r[i, j] = x[i] * y[j]"
    static let derivative = "the adjoint times y; the transpose of the adjoint times x"
    static let operands: [Operand] = ["x", "y"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, y) = (call.operands[0], call.operands[1])
        return x.reshape([x.shape.count, 1]) * y.reshape([1, y.shape.count])
    }
}

/// Sum of a diagonal.
enum Trace: Composite {
    static let summary = "Sum of a diagonal of a matrix, or of each of a stack."
    static let formula = "sum over i of x[i, i + offset]"
    static let derivative = "1 on the diagonal, else 0"
    static let attributes = [
        AttributeDescription("offset", "how far above the main diagonal, negative, below; left out, 0")
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard call.x.shape.rank >= 2 else { throw .shapes("trace", [call.x.shape], "a matrix or a stack of them") }
        // Beyond the corners there is nothing, however far.
        let bound = Int(Int32.max)
        let offset = min(max(try call.attributes.integer("offset") ?? 0, -bound), bound)
        return call.x.matrixTrace(offset: offset)
    }
}

/// Kronecker product.
enum KroneckerProduct: Composite {
    static let summary = "Kronecker product: x with each element replaced by its product with the whole of y."
    static let formula = "r[i * m + k, j * n + l] = x[i, j] * y[k, l]"
    static let derivative = "sums of the adjoint times y over blocks; of the adjoint times x over their places"
    static let operands: [Operand] = ["x", "y"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, y) = (call.operands[0], call.operands[1])
        let rank = max(x.shape.rank, y.shape.rank)
        let left = [Int](repeating: 1, count: rank - x.shape.rank) + x.shape.extents
        let right = [Int](repeating: 1, count: rank - y.shape.rank) + y.shape.extents
        guard let whole = Shape(left + right) else {
            throw .shapes("kron", [x.shape, y.shape], "arrays whose product counts fewer than 2^63 elements")
        }
        guard whole.count > 0 else { return call.x.zeros(try product(left, right, call)) }
        let product = x.reshape(left.flatMap { [$0, 1] }) * y.reshape(right.flatMap { [1, $0] })
        return product.reshape(to: try self.product(left, right, call))
    }

    private static func product(_ left: [Int], _ right: [Int], _ call: OpCall) throws(OpError) -> Shape {
        var extents: [Int] = []
        for (x, y) in zip(left, right) {
            let (extent, overflow) = x.multipliedReportingOverflow(by: y)
            extents.append(overflow ? -1 : extent)
        }
        guard let shape = Shape(extents) else {
            throw .shapes("kron", call.operands.map(\.shape), "arrays whose product counts fewer than 2^63 elements")
        }
        return shape
    }
}

/// Vector product.
enum CrossProduct: Composite {
    static let summary = "Vector product of vectors of three elements along an axis."
    static let formula = "[x1 y2 - x2 y1, x2 y0 - x0 y2, x0 y1 - x1 y0]"
    static let derivative = "the vector product of y and the adjoint; of the adjoint and x"
    static let operands: [Operand] = ["x", "y"]
    static let attributes = [AttributeDescription("axis", "the axis; left out, the last")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shape = try call.broadcastShape()
        let axis = try call.attributes.axis(rank: shape.rank, default: -1)
        let fits = call.operands.allSatisfy {
            let own = axis - (shape.rank - $0.shape.rank)
            return own >= 0 && $0.shape.extents[own] == 3
        }
        guard fits else { throw .shapes("cross", call.operands.map(\.shape), "three elements along axis \(axis)") }
        let (x, y) = (call.operands[0].broadcast(to: shape), call.operands[1].broadcast(to: shape))
        func part(_ value: Value, _ place: Int) -> Value {
            value.slice(axis: axis, from: place % 3, to: place % 3 + 1)
        }
        let parts = (0..<3).map { part(x, $0 + 1) * part(y, $0 + 2) - part(x, $0 + 2) * part(y, $0 + 1) }
        return Value.concatenate(parts, axis: axis)
    }
}

/// Affine map.
enum Linear: Composite {
    static let summary = "Affine map of vectors: a weight matrix, a row for each feature that comes out, and a bias."
    static let formula = "x @ weight^T + bias"
    static let derivative = "the adjoint times weight; the transpose of the adjoint times x; the sum of the adjoint"
    static let operands: [Operand] = ["x", "weight", Operand("bias", default: 0)]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (weight, bias) = (call.operands[1], call.operands[2])
        guard weight.shape.rank == 2, bias.shape.rank <= 1 else {
            throw .shapes("linear", call.operands.map(\.shape), "a weight of two axes and a bias of one")
        }
        let product = try Value.applying(.matmul, [call.x, weight.matrixTranspose()])
        guard product.shape.broadcast(with: bias.shape) == product.shape else {
            throw .shapes("linear", call.operands.map(\.shape), "a bias of as many elements as the weight has rows")
        }
        return product + bias
    }
}

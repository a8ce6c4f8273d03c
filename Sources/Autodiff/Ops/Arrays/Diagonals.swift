/// Places along an axis.
enum Positions: StepPrimitive {
    static let summary = "The places along an axis of the operand, from 0 on."
    static let formula = "r[i] = i"
    static let derivative = "0"
    static let attributes: [AttributeDescription] = [.lastAxis]

    struct Form: ArrayForm { let shape: Shape }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        Form(shape: Shape(vectorOf: try AxisForm(operands[0], attributes).extent))
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        for place in 0..<result.count { result[place] = Double(place) }
    }
}

extension AttributeDescription {
    /// Which diagonal.
    static let diagonal = AttributeDescription(
        "k", "the diagonal: 0 the main one, above it positive, below it negative; left out, 0")
}

extension OpCall {
    /// The operand, which has two axes at least, and how far each element is right of a diagonal.
    fileprivate func distanceFromDiagonal() throws(OpError) -> Value {
        guard x.shape.rank >= 2 else { throw .shapes(op.name, [x.shape], "at least two axes") }
        let rows = x.along(x.shape.rank - 2, .positions).expandingDimensions([1])
        return x.along(x.shape.rank - 1, .positions) - rows - Double(try attributes.integer("k") ?? 0)
    }
}

/// The lower triangle.
enum LowerTriangle: Composite {
    static let summary = "The elements of matrices on and below a diagonal, 0 elsewhere."
    static let formula = "x[i, j] if j - i <= k else 0"
    static let derivative = "1 on and below the diagonal, else 0"
    static let attributes: [AttributeDescription] = [.diagonal]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try call.distanceFromDiagonal().lessEqual(0).where(call.x, 0)
    }
}

/// The upper triangle.
enum UpperTriangle: Composite {
    static let summary = "The elements of matrices on and above a diagonal, 0 elsewhere."
    static let formula = "x[i, j] if j - i >= k else 0"
    static let derivative = "1 on and above the diagonal, else 0"
    static let attributes: [AttributeDescription] = [.diagonal]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try call.distanceFromDiagonal().greaterEqual(0).where(call.x, 0)
    }
}

/// The diagonal of matrices.
enum Diagonal: Composite {
    static let summary = "The elements of a diagonal of matrices."
    static let formula = "x[i, i + k]"
    static let derivative = "1 on the diagonal, else 0"
    static let attributes: [AttributeDescription] = [.diagonal]

    // In a matrix that is laid out row by row a diagonal is every (columns + 1)-th element.
    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let extents = call.x.shape.extents
        guard extents.count >= 2 else { throw .shapes(call.op.name, [call.x.shape], "at least two axes") }
        let (rows, columns) = (extents[extents.count - 2], extents[extents.count - 1])
        let k = Swift.min(Swift.max(try call.attributes.integer("k") ?? 0, -rows), columns)
        let length = Swift.max(Swift.min(rows + Swift.min(k, 0), columns - Swift.max(k, 0)), 0)
        let lead = Array(extents.dropLast(2))
        guard length > 0 else { return call.x.reshape(lead + [rows * columns]).slice(axis: lead.count, from: 0, to: 0) }
        let start = k >= 0 ? k : -k * columns
        return call.x.reshape(lead + [rows * columns])
            .slice(axis: lead.count, from: start, to: start + (length - 1) * (columns + 1) + 1, by: columns + 1)
    }
}

/// A vector as a diagonal.
enum DiagonalMatrix: Composite {
    static let summary = "The matrix with a vector as a diagonal; of a matrix, its diagonal."
    static let formula = "r[i, i + k] = x[i], else 0"
    static let derivative = "1"
    static let attributes: [AttributeDescription] = [.diagonal]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        if call.x.shape.rank == 2 { return try Diagonal.expand(call) }
        guard call.x.shape.rank == 1 else { throw .shapes("diag", [call.x.shape], "a vector or a matrix") }
        let (count, k) = (call.x.shape.count, try call.attributes.integer("k") ?? 0)
        let (size, overflow) = count.addingReportingOverflow(Int(clamping: k.magnitude))
        guard !overflow, let shape = Shape([size, size]) else {
            throw OpError(.shapeMismatch, "diag makes an array that is too large.")
        }
        guard count > 0 else { return call.constant(Tensor(0)).broadcast(to: shape) }
        let start = k >= 0 ? k : -k * size
        let whole = Value.apply(
            .sliceEmbed, [call.x],
            [
                "shape": .integers([shape.count]), "start": .number(Double(start)),
                "stop": .number(Double(start + (count - 1) * (size + 1) + 1)), "step": .number(Double(size + 1)),
            ])
        return whole.reshape(to: shape)
    }
}

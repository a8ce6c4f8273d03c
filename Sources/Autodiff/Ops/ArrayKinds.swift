/// A linear op: its tangent is the op applied to the tangents; its transpose is stated.
protocol LinearPrimitive: ArrayPrimitive {
    /// Whether the op is linear in the operand at a position; in others, such as indices, it has no derivative.
    static func isLinear(in position: Int) -> Bool
    /// The transpose, in the operand at a position, applied to an adjoint of the result.
    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value
}

extension LinearPrimitive {
    static func isLinear(in position: Int) -> Bool { true }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard tangents.indices.contains(where: { tangents[$0] != nil && isLinear(in: $0) }) else { return nil }
        let operands = node.operands.enumerated().map { position, operand in
            isLinear(in: position) ? tangents[position] ?? operand.zeros() : operand
        }
        return Value.apply(node.result.op, operands, node.attributes)
    }

    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        isLinear(in: position) ? transpose(node, position, adjoint) : nil
    }
}

/// An op that is linear in each operand by itself, as a product is.
protocol MultilinearPrimitive: ArrayPrimitive {
    /// The transpose, in the operand at a position, applied to an adjoint of the result.
    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value
}

extension MultilinearPrimitive {
    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        let terms = tangents.enumerated().compactMap { position, tangent -> Value? in
            guard let tangent else { return nil }
            var operands = node.operands
            operands[position] = tangent
            return Value.apply(node.result.op, operands, node.attributes)
        }
        return terms.isEmpty ? nil : terms.pairwiseSum()
    }

    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        transpose(node, position, adjoint)
    }
}

/// An op that is constant wherever it has a derivative: positions of extremes, comparisons of arrays.
protocol StepPrimitive: ArrayPrimitive {}

extension StepPrimitive {
    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? { nil }
    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? { nil }
}

/// An op that stands for others: a node of it is the nodes that its definition makes, and their derivatives are its own.
protocol Composite: Primitive {
    /// How many operands there may be; by default as many as `operands` has, those with a default left out or not.
    static var arities: ClosedRange<Int> { get }
    /// Makes the nodes, checking shapes and attributes first.
    static func expand(_ call: OpCall) throws(OpError) -> Value
}

extension Composite {
    static var arities: ClosedRange<Int> {
        operands.count { $0.defaultValue == nil }...operands.count
    }
}

/// An op applied to operands, as the definition of a composite sees it.
struct OpCall {
    let op: Op
    /// The operands, with defaults for those that were left out.
    let operands: [Value]
    let attributes: Attributes
    let tape: Tape

    /// The first operand.
    var x: Value { operands[0] }

    /// A constant array in the graph of the call; never make a `Value` in any other way.
    func constant(_ tensor: Tensor) -> Value {
        Value(tape: tape, index: tape.graph.appendConstant(tensor: tensor))
    }

    /// The shape that all operands broadcast to.
    func broadcastShape() throws(OpError) -> Shape {
        var shape = Shape.scalar
        for operand in operands {
            guard let wider = shape.broadcast(with: operand.shape) else {
                throw .shapes(op.name, operands.map(\.shape), "operands that broadcast")
            }
            shape = wider
        }
        return shape
    }
}

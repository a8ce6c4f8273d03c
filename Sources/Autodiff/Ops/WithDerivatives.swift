/// A value whose derivatives are given and not derived.
///
/// Nothing flows through the value or the derivatives themselves. These are nodes like any other, so that second
/// derivatives are the derivatives of what is given.
enum WithDerivatives: ArrayPrimitive {
    static let summary = "A value with derivatives of one's own: after it each operand and the derivative by it."
    static let formula = "r"
    static let derivative = "d for x, and so on; 0 for the first operand and for each d"
    static let convention: String? =
        "d times the change of x, elementwise, is broadcast to the shape of r or summed to it"
    static let operands: [Operand] = ["r", "x", "d"]
    static let arities = 3...Int(UInt16.max)

    struct Form: ArrayForm {
        let shape: Shape
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        guard operands.count % 2 == 1 else {
            throw OpError(
                .wrongArity, "with_derivatives takes a value, then pairs of an operand and the derivative by it.")
        }
        let result = operands[0]
        for position in stride(from: 1, to: operands.count, by: 2) {
            let change = operands[position].broadcast(with: operands[position + 1])
            // The change has the shape of the result, or fewer axes, or more.
            guard let change, let wide = change.broadcast(with: result), wide == change || wide == result else {
                throw OpError(
                    .shapeMismatch,
                    "The derivative of shape \(operands[position + 1]) by an operand of shape \(operands[position]) "
                        + "makes no change of a value of shape \(result).")
            }
        }
        return Form(shape: result)
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let value = operands[0]
        for element in 0..<value.count { result[element] = value[element] }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        let shape = node.result.shape
        let terms = stride(from: 1, to: tangents.count, by: 2).compactMap { position in
            tangents[position].map {
                $0.absoluteZeroMultiply(node.operands[position + 1]).sum(to: shape)
            }
        }
        return terms.isEmpty ? nil : terms.pairwiseSum()
    }

    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        guard position % 2 == 1 else { return nil }
        return adjoint.absoluteZeroMultiply(node.operands[position + 1]).sum(to: node.operands[position].shape)
    }
}

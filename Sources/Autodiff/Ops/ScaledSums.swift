/// A number plus a scaled product.
enum ScaledProductSum: Composite {
    static let summary = "The first operand plus the product of the next two and a factor."
    static let formula = "x + factor * y * z"
    static let derivative = "1; factor * z; factor * y; y * z"
    static let operands: [Operand] = ["x", "y", "z", Operand("factor", default: 1)]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.broadcastShape()
        return call.x + call.operands[3] * (call.operands[1] * call.operands[2])
    }
}

/// A number plus a scaled quotient.
enum ScaledQuotientSum: Composite {
    static let summary = "The first operand plus the quotient of the next two times a factor."
    static let formula = "x + factor * y / z"
    static let derivative = "1; factor / z; -factor * y / z ** 2; y / z"
    static let domain = "z != 0"
    static let convention: String? = Divide.convention
    static let operands: [Operand] = ["x", "y", "z", Operand("factor", default: 1)]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.broadcastShape()
        return call.x + call.operands[3] * (call.operands[1] / call.operands[2])
    }
}

/// The logarithm of a density or probability, element by element, of operands that broadcast.
protocol LogDensity: Composite {
    /// The number, of operands in the order of `operands`.
    static func logarithm(_ operands: [Value]) -> Value
}

extension LogDensity {
    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.broadcastShape()
        return logarithm(call.operands)
    }
}

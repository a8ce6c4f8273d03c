// Functions that come with derivatives of their own.
extension Lowering {
    /// The tree to go on with in a call whose value, and maybe some derivatives, are the last values.
    ///
    /// Behind the last derivative the value is tied to them, and nothing is left.
    mutating func nextDerivative(of call: Call) throws(GraphError) -> Range<Int32>? {
        let function = resolved.syntax.functions[Int(call.function)]
        if function.derivatives.isEmpty { return nil }
        let count = function.parameters.count
        let first = call.firstArgument + count
        let done = values.count - first - 1
        if done < count { return function.derivatives[done] }
        var operands = [values[first]]
        for position in 0..<count {
            operands += [values[call.firstArgument + position], values[first + 1 + position]]
        }
        values.removeSubrange(first...)
        values.append(try append(.withDerivatives, operands, [:], call.place))
        return nil
    }
}

/// The derivative of a function, as a function that can be differentiated again.
///
/// ```swift
/// let third = gradient(of: gradient(of: gradient { $0.sin() * $0 }))
/// third(Value(0.5)).data
/// ```
///
/// - Parameter function: A function of its argument; what else it uses is held fixed. Where its result is an array, the
///   sum of the elements is differentiated.
/// - Returns: The derivative with respect to the argument, in its shape.
public func gradient(of function: @escaping (Value) -> Value) -> (Value) -> Value {
    let gradients = gradient { function($0[0]) }
    return { gradients([$0])[0] }
}

/// The derivatives of a function of several arguments, as a function that can be differentiated again.
///
/// - Parameter function: A function of its arguments; what else it uses is held fixed. Where its result is an array, the
///   sum of the elements is differentiated.
/// - Returns: The derivatives with respect to the arguments, in their shapes and order.
public func gradient(of function: @escaping ([Value]) -> Value) -> ([Value]) -> [Value] {
    { arguments in
        // In nodes of their own: where an argument is used by the function in another way too, it is held fixed there.
        let arguments = arguments.map { +$0 }
        return function(arguments).pulledBack(to: arguments)
    }
}

extension Value {
    /// The derivatives of this value, of an array the sum of its elements, appended to the same graph.
    fileprivate func pulledBack(to arguments: [Value]) -> [Value] {
        let result = tape.resolve(index)
        let tape = result.tape
        let places = arguments.map { $0.tape.resolve($0.index) }
        let own = Set(places.filter { $0.tape === tape && $0.node <= result.node }.map(\.node))
        guard let lowest = own.min() else { return arguments.map { $0.zeros() } }
        let graph = tape.graph
        var isActive = [Bool](repeating: false, count: Int(result.node - lowest) + 1)
        for node in lowest...result.node {
            isActive[Int(node - lowest)] =
                own.contains(node)
                || graph.operands(of: node).contains { $0 >= lowest && isActive[Int($0 - lowest)] }
        }
        var sweep = ReverseSweep(tape: tape, lowest: lowest, highest: result.node)
        if isActive[isActive.count - 1] {
            let one = Value(tape: tape, index: result.node).constant(1 as Double)
            sweep.add(one.broadcast(to: shape).index, to: result.node)
            sweep.run { $0 >= lowest && isActive[Int($0 - lowest)] }
        }
        return zip(arguments, places).map { argument, place in
            guard own.contains(place.node), place.tape === tape, let adjoint = sweep.adjoints[Int(place.node - lowest)]
            else { return argument.zeros() }
            return Value(tape: tape, index: adjoint)
        }
    }
}

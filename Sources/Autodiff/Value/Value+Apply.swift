// Elementwise ops of scalars and of arrays whose shapes broadcast. A Swift user's values are scalars, and the
// slopes of a rule have the shapes of its operands, so the shapes always fit here.
extension Value {
    // Rules make most of their values on one tape, for which no way has to be found.
    func apply(_ op: Op) -> Value {
        if tape.successor == nil { return Value(tape: tape, index: tape.graph.append(op, index)) }
        let place = tape.resolve(index)
        return Value(tape: place.tape, index: place.tape.graph.append(op, place.node))
    }

    func apply(_ op: Op, _ other: Value) -> Value {
        if tape === other.tape, tape.successor == nil, let node = tape.graph.append(op, index, other.index) {
            return Value(tape: tape, index: node)
        }
        let (left, right) = Value.onOneTape(self, other)
        guard let node = left.tape.graph.append(op, left.index, right.index) else {
            preconditionFailure("operands of \(op.name) do not broadcast")
        }
        return Value(tape: left.tape, index: node)
    }

    func apply(_ op: Op, _ second: Value, _ third: Value) -> Value {
        let pair = Value.onOneTape(self, second)
        let (left, right) = Value.onOneTape(pair.0, third)
        let middle = Value.onOneTape(pair.1, right).0
        guard let node = left.tape.graph.append(op, left.index, middle.index, right.index) else {
            preconditionFailure("operands of \(op.name) do not broadcast")
        }
        return Value(tape: left.tape, index: node)
    }

    /// Whether another value, on the same tape, has the same shape.
    func hasShape(of other: Value) -> Bool {
        tape.graph.haveOneShape(index, other.index)
    }

    /// Applies an op of any kind, checking operands and attributes.
    ///
    /// - Throws: What does not fit.
    public static func applying(
        _ op: Op, _ operands: [Value], _ attributes: Attributes = [:]
    ) throws(OpError) -> Value {
        var operands = operands
        for position in operands.indices.dropFirst() {
            (operands[0], operands[position]) = onOneTape(operands[0], operands[position])
        }
        guard let first = operands.first else { preconditionFailure("an op of no operands needs a graph") }
        let tape = first.tape.resolve(first.index).tape
        let places = operands.map { $0.tape.resolve($0.index).node }
        return Value(tape: tape, index: try tape.append(op, places, attributes))
    }

    /// Applies an op to what is known to fit: rules and definitions have checked their operands before.
    static func apply(_ op: Op, _ operands: [Value], _ attributes: Attributes = [:]) -> Value {
        do { return try applying(op, operands, attributes) } catch {
            preconditionFailure("\(op.name): \(error.detail)")
        }
    }

    private static func onOneTape(_ first: Value, _ second: Value) -> (Value, Value) {
        if first.tape === second.tape, first.tape.successor == nil { return (first, second) }
        let left = first.tape.resolve(first.index)
        let right = second.tape.resolve(second.index)
        let (tape, leftShift, rightShift) = Tape.unite(left.tape, right.tape)
        return (
            Value(tape: tape, index: left.node + leftShift), Value(tape: tape, index: right.node + rightShift)
        )
    }
}

extension Graph {
    /// Appends a node of an op of any kind, or the nodes of a composite, of which the last is told.
    ///
    /// - Parameters:
    ///   - op: Any op but a source.
    ///   - operands: Nodes of the graph. Trailing operands with defaults may be left out.
    ///   - attributes: What the op takes besides.
    /// - Returns: The node.
    /// - Throws: What does not fit: how many operands there are, their shapes, or an attribute.
    package mutating func append(
        _ op: Op, _ operands: [NodeIndex], _ attributes: Attributes
    ) throws(OpError) -> NodeIndex {
        let tape = Tape(self)
        // The tape alone holds the nodes now, so that appending copies nothing.
        self = Graph()
        defer { self = tape.release() }
        return try tape.append(op, operands, attributes)
    }
}

extension Tape {
    /// Appends a node of an op of any kind, or the nodes of a composite, of which the last is told.
    func append(_ op: Op, _ operands: [NodeIndex], _ attributes: Attributes) throws(OpError) -> NodeIndex {
        var append = Append(op: op, given: operands, attributes: attributes, tape: self)
        return try op.interpret(&append).get()
    }
}

/// Appends a node, by the kind of its op.
private struct Append: Interpretation {
    let op: Op
    let given: [NodeIndex]
    let attributes: Attributes
    let tape: Tape

    func source<P: SourcePrimitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> {
        .failure(OpError(.wrongArity, "\(op.name) is made by no operands."))
    }

    func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> { elementwise(P.self) }
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> { elementwise(P.self) }
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> { elementwise(P.self) }
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> { elementwise(P.self) }

    func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> {
        catching { () throws(OpError) in
            let operands = try operands(P.self, P.arities)
            let form = try P.form(operands.map { tape.graph.shape(of: $0) }, attributes)
            return tape.graph.appendArray(op, operands, shape: form.shape, attributes: attributes)
        }
    }

    func composite<P: Composite>(_ primitive: P.Type) -> Result<NodeIndex, OpError> {
        catching { () throws(OpError) in
            let values = try operands(P.self, P.arities).map { Value(tape: tape, index: $0) }
            let result = try P.expand(OpCall(op: op, operands: values, attributes: attributes, tape: tape))
            // A node of its own, also where there is nothing to do: it may be given a name.
            return values.contains { $0.index == result.index } ? (+result).index : result.index
        }
    }

    private func elementwise<P: Primitive>(_ primitive: P.Type) -> Result<NodeIndex, OpError> {
        catching { () throws(OpError) in
            let needed = P.operands.count { $0.defaultValue == nil }
            let operands = try operands(P.self, needed...P.operands.count)
            if let node = tape.graph.append(op, operands) { return node }
            throw .shapes(op.name, operands.map { tape.graph.shape(of: $0) }, "operands that broadcast")
        }
    }

    /// The operands, with constants for those that were left out.
    private func operands<P: Primitive>(
        _ primitive: P.Type, _ arities: ClosedRange<Int>
    ) throws(OpError) -> [NodeIndex] {
        guard arities.contains(given.count) else { throw .arity(op.name, arities, given.count) }
        for name in attributes.names where !P.attributes.contains(where: { $0.name == name }) {
            throw .unknownAttribute(name, of: op.name, known: P.attributes.map(\.name))
        }
        return given
            + P.operands.dropFirst(given.count).compactMap { operand in
                operand.defaultValue.map { tape.graph.appendConstant($0) }
            }
    }

    private func catching(_ body: () throws(OpError) -> NodeIndex) -> Result<NodeIndex, OpError> {
        do { return .success(try body()) } catch { return .failure(error) }
    }
}

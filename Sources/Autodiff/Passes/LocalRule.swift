/// What an adjoint of a node contributes to that of one of its operands.
struct Pullback {
    private let tape: Tape
    private let node: NodeIndex
    private let position: Int

    init(of node: NodeIndex, position: Int, on tape: Tape) {
        self.tape = tape
        self.node = node
        self.position = position
    }

    /// The contribution, in the operand's shape; nothing where it is 0.
    func apply(to adjoint: Value) -> Value? {
        var rule = Rule(node: ElementwiseNode(node, on: tape), position: position, adjoint: adjoint)
        return rule.node.op.interpret(&rule)
    }

    private struct Rule: NodeInterpretation {
        let node: ElementwiseNode
        let position: Int
        let adjoint: Value

        func source<P: SourcePrimitive>(_ primitive: P.Type) -> Value? { nil }
        func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Value? { contribution(node.slope(P.self)) }
        func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Value? { contribution(node.slope(P.self, position)) }
        func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Value? {
            contribution(node.slope(P.self, position))
        }
        func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Value? {
            contribution(node.slope(P.self, position))
        }
        func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Value? {
            P.pullback(ArrayNode(node.index, on: node.tape), position, adjoint)
        }

        // An operand that was broadcast gets the sum over its copies.
        private func contribution(_ slope: Slope) -> Value? {
            guard let product = slope.times(adjoint) else { return nil }
            let operand = node.operand(position)
            return product.hasShape(of: operand) ? product : product.sum(to: operand.shape)
        }
    }
}

/// The tangent of a node, given those of its operands.
struct Pushforward: NodeInterpretation {
    let node: ElementwiseNode
    let tangents: [Value?]

    func source<P: SourcePrimitive>(_ primitive: P.Type) -> Value? { nil }
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Value? { sum { _ in node.slope(P.self) } }
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Value? { sum { node.slope(P.self, $0) } }
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Value? { sum { node.slope(P.self, $0) } }
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Value? { sum { node.slope(P.self, $0) } }
    func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Value? {
        P.pushforward(ArrayNode(node.index, on: node.tape), tangents)
    }

    private func sum(_ slope: (Int) -> Slope) -> Value? {
        let terms = tangents.enumerated().compactMap { position, tangent in
            tangent.flatMap { slope(position).times($0) }
        }
        guard !terms.isEmpty else { return nil }
        let total = terms.pairwiseSum()
        return total.hasShape(of: node.result) ? total : total.broadcast(to: node.result.shape)
    }
}

/// An elementwise node as the rules see it: its operands and its result as values.
struct ElementwiseNode {
    let tape: Tape
    let index: NodeIndex
    let op: Op
    private let operands: ElementwiseOperands

    init(_ index: NodeIndex, on tape: Tape) {
        self.tape = tape
        self.index = index
        (op, operands) = tape.graph.elementwise(index)
    }

    var result: Value { Value(tape: tape, index: index) }

    func operand(_ position: Int) -> Value {
        Value(tape: tape, index: operands[position])
    }

    func slope<P: UnaryPrimitive>(_ primitive: P.Type) -> Slope { P.slope(operand(0), result) }

    func slope<P: BinaryPrimitive>(_ primitive: P.Type, _ position: Int) -> Slope {
        position == 0
            ? P.firstSlope(operand(0), operand(1), result)
            : P.secondSlope(operand(0), operand(1), result)
    }

    func slope<P: TernaryPrimitive>(_ primitive: P.Type, _ position: Int) -> Slope {
        switch position {
        case 0: P.firstSlope(operand(0), operand(1), operand(2), result)
        case 1: P.secondSlope(operand(0), operand(1), operand(2), result)
        default: P.thirdSlope(operand(0), operand(1), operand(2), result)
        }
    }

    func slope<P: QuaternaryPrimitive>(_ primitive: P.Type, _ position: Int) -> Slope {
        switch position {
        case 0: .zero
        case 1: P.firstSlope(operand(0), operand(1), operand(2), operand(3), result)
        case 2: P.secondSlope(operand(0), operand(1), operand(2), operand(3), result)
        default: P.thirdSlope(operand(0), operand(1), operand(2), operand(3), result)
        }
    }
}

extension ArrayNode {
    init(_ node: NodeIndex, on tape: Tape) {
        operands = tape.graph.operands(of: node).map { Value(tape: tape, index: $0) }
        result = Value(tape: tape, index: node)
        attributes = tape.graph.attributes(of: node)
    }
}

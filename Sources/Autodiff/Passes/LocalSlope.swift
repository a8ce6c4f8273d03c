extension Slope {
    /// The local derivative of a node with respect to the operand at a position, in the terms of its primitive.
    init(of node: NodeIndex, withRespectTo position: Int, on tape: Tape) {
        var rule = Rule(
            operands: tape.graph.operands(of: node).map { Value(tape: tape, index: $0) },
            result: Value(tape: tape, index: node), position: position)
        self = tape.graph.op(of: node).interpret(&rule)
    }

    private struct Rule: Interpretation {
        let operands: [Value]
        let result: Value
        let position: Int

        func source<P: SourcePrimitive>(_ primitive: P.Type) -> Slope { .zero }

        func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Slope { P.slope(operands[0], result) }

        func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Slope {
            position == 0
                ? P.firstSlope(operands[0], operands[1], result)
                : P.secondSlope(operands[0], operands[1], result)
        }

        func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Slope {
            switch position {
            case 0: P.firstSlope(operands[0], operands[1], operands[2], result)
            case 1: P.secondSlope(operands[0], operands[1], operands[2], result)
            default: P.thirdSlope(operands[0], operands[1], operands[2], result)
            }
        }

        func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Slope {
            switch position {
            case 0: .zero
            case 1: P.firstSlope(operands[0], operands[1], operands[2], operands[3], result)
            case 2: P.secondSlope(operands[0], operands[1], operands[2], operands[3], result)
            default: P.thirdSlope(operands[0], operands[1], operands[2], operands[3], result)
            }
        }
    }
}

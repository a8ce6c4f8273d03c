/// Evaluates a scalar graph node by node, in its order, without a program: for values that grow as they are read,
/// and as the plain meaning that programs are tested against.
package enum Interpreter {
    /// Extends the numbers of a graph's first nodes through a given one.
    package static func extend(_ data: inout [Double], by graph: Graph, through last: NodeIndex) {
        data.reserveCapacity(Int(last) + 1)
        for index in data.count...Int(last) {
            let node = graph.nodes[index]
            var evaluate = Evaluate(number: graph.number(ofSource: node))
            if node.operandCount > 0 { evaluate.x = data[Int(graph.operand(0, of: node))] }
            if node.operandCount > 1 { evaluate.y = data[Int(graph.operand(1, of: node))] }
            if node.operandCount > 2 { evaluate.z = data[Int(graph.operand(2, of: node))] }
            if node.operandCount > 3 { evaluate.w = data[Int(graph.operand(3, of: node))] }
            data.append(node.op.interpret(&evaluate))
        }
    }
}

/// Applies an op to numbers.
struct Evaluate: Interpretation {
    /// What a source gives.
    var number = Double.nan
    var x = Double.nan
    var y = Double.nan
    var z = Double.nan
    var w = Double.nan

    func source<P: SourcePrimitive>(_ primitive: P.Type) -> Double { number }
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x) }
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x, y) }
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x, y, z) }
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x, y, z, w) }
}

extension Graph {
    /// The first element of a constant, or of an input's default; NaN where there is none.
    fileprivate func number(ofSource node: Node) -> Double {
        if node.op == .constant { return literal(of: node).first ?? .nan }
        if node.op == .input { return inputs[Int(node.payload)].defaultValue?.first ?? .nan }
        return .nan
    }
}

/// A graph in which ops that often follow one another are one, to the same bits: it has fewer nodes and is less deep.
///
/// A product or sum that only a sum reads becomes one op with it, of two roundings as before, and a sum with a negative
/// becomes a difference. For programs only, since the new ops are in no list of what a function may have.
struct Fuse {
    private(set) var graph = Graph()
    /// Where each node of the original is now; -1 where it became part of another or dead.
    private(set) var places: [NodeIndex]
    /// How many nodes read each one; a wanted one has more than one reader, since it has to be there by itself.
    private var readers: [Int32]
    /// For each sum the operand that becomes part of it; -1 where there is none.
    private var parts: [NodeIndex]

    /// Fuses what the wanted nodes of a graph need.
    init(_ original: Graph, wanted: some Sequence<NodeIndex>) {
        places = [NodeIndex](repeating: -1, count: original.count)
        readers = [Int32](repeating: 0, count: original.count)
        parts = [NodeIndex](repeating: -1, count: original.count)
        for node in wanted { readers[Int(node)] = 2 }
        countReaders(original)
        for index in 0..<original.count where readers[index] > 0 { choosePart(NodeIndex(index), original) }
        graph.reserveCapacity(nodes: original.count, operands: original.operands.count)
        for (index, node) in original.nodes.enumerated() where readers[index] > 0 || node.op == .input {
            places[index] = place(NodeIndex(index), node, of: original)
        }
    }

    private mutating func countReaders(_ graph: Graph) {
        for index in stride(from: graph.count - 1, through: 0, by: -1) where readers[index] > 0 {
            let node = graph.nodes[index]
            if node.op == .add {
                let (_, operands) = form(node, of: graph)
                readers[Int(operands.first)] += 1
                readers[Int(operands.second)] += 1
            } else {
                for position in 0..<Int(node.operandCount) { readers[Int(graph.operand(position, of: node))] += 1 }
            }
        }
    }

    /// The op and operands of a sum: those of a difference where one of them is a negative.
    private func form(_ node: Node, of graph: Graph) -> (op: Op, operands: ElementwiseOperands) {
        var operands = ElementwiseOperands(count: 2)
        operands.first = graph.operand(0, of: node)
        operands.second = graph.operand(1, of: node)
        let (first, second) = (graph.nodes[Int(operands.first)], graph.nodes[Int(operands.second)])
        if second.op == .negative {
            operands.second = graph.operand(0, of: second)
            return (.subtract, operands)
        }
        if first.op == .negative {
            (operands.first, operands.second) = (operands.second, graph.operand(0, of: first))
            return (.subtract, operands)
        }
        return (.add, operands)
    }

    private mutating func choosePart(_ index: NodeIndex, _ graph: Graph) {
        let node = graph.nodes[Int(index)]
        guard node.op == .add else { return }
        let (op, operands) = form(node, of: graph)
        guard op == .add else { return }
        var part: NodeIndex = -1
        for position in 0..<2 {
            let operand = operands[position]
            let candidate = graph.nodes[Int(operand)]
            guard readers[Int(operand)] == 1, candidate.shape == node.shape else { continue }
            // Rather a product: a sum can also become one with what it reads.
            if candidate.op == .multiply || candidate.op == .absoluteZeroMultiply {
                part = operand
                break
            }
            if candidate.op == .add, parts[Int(operand)] < 0, form(candidate, of: graph).op == .add { part = operand }
        }
        guard part >= 0, isOfOneShape(operands, node.shape, graph), isOfOneShape(pair(part, graph), node.shape, graph)
        else { return }
        parts[Int(index)] = part
        readers[Int(part)] = 0
    }

    private func pair(_ index: NodeIndex, _ graph: Graph) -> ElementwiseOperands {
        let node = graph.nodes[Int(index)]
        var operands = ElementwiseOperands(count: 2)
        operands.first = graph.operand(0, of: node)
        operands.second = graph.operand(1, of: node)
        return operands
    }

    // Vectors are for operands that do not broadcast.
    private func isOfOneShape(_ operands: ElementwiseOperands, _ shape: Int32, _ graph: Graph) -> Bool {
        graph.nodes[Int(operands.first)].shape == shape && graph.nodes[Int(operands.second)].shape == shape
    }

    private mutating func place(_ index: NodeIndex, _ node: Node, of original: Graph) -> NodeIndex {
        if node.op == .input {
            let input = original.inputs[Int(node.payload)]
            return graph.appendInput(
                input.name, shape: original.shape(of: index), defaultValue: input.defaultValue)
        }
        if node.op == .constant {
            return node.shape == 0
                ? graph.appendConstant(original.literals[Int(node.payload)])
                : graph.appendConstant(shape: original.shape(of: index), elements: original.literal(of: node))
        }
        if node.op.isArray {
            return graph.appendArray(
                node.op, original.operands(of: index).map { places[Int($0)] }, shape: original.shape(of: index),
                attributes: original.attributes(of: index))
        }
        let shape = node.shape == 0 ? 0 : graph.intern(original.shape(of: index))
        var (op, operands) = (node.op, ElementwiseOperands(count: Int(node.operandCount)))
        if op == .add, parts[Int(index)] >= 0 {
            (op, operands) = fused(index, of: original)
        } else if op == .add {
            (op, operands) = form(node, of: original)
        } else {
            for position in 0..<operands.count { operands[position] = original.operand(position, of: node) }
        }
        for position in 0..<operands.count { operands[position] = places[Int(operands[position])] }
        return graph.append(op, operands, shape: shape)
    }

    /// A sum and its part as one op.
    private func fused(_ index: NodeIndex, of graph: Graph) -> (op: Op, operands: ElementwiseOperands) {
        let part = parts[Int(index)]
        let (inner, outer) = (pair(part, graph), pair(index, graph))
        var operands = ElementwiseOperands(count: 3)
        (operands.first, operands.second) = (inner.first, inner.second)
        operands.third = outer.first == part ? outer.second : outer.first
        return switch graph.nodes[Int(part)].op {
        case .multiply: (.multiplyAdd, operands)
        case .absoluteZeroMultiply: (.absoluteZeroMultiplyAdd, operands)
        default: (.sumOfThree, operands)
        }
    }
}

/// A graph with less in it and the same bits out of it: dead nodes dropped, equal nodes shared, constants folded,
/// and identities applied that hold for every double.
///
/// Runs after differentiation only, since it merges nodes that have gradients of their own.
struct Simplify {
    private(set) var graph = Graph()
    /// Where each node of the original is now; nothing where it was dead.
    private(set) var places: [NodeIndex?]
    private var known: [Key: NodeIndex] = [:]
    private var knownArrays: [ArrayKey: NodeIndex] = [:]

    private struct Key: Hashable {
        let op: Op
        let first: Int64
        let second: Int32
        let third: Int32
        var fourth: Int32 = -1
    }

    private struct ArrayKey: Hashable {
        let op: Op
        let operands: [NodeIndex]
        let attributes: Attributes
    }

    /// Simplifies what the wanted nodes of a graph need.
    init(_ original: Graph, wanted: some Sequence<NodeIndex>) {
        places = [NodeIndex?](repeating: nil, count: original.count)
        let isAlive = original.ancestry(of: wanted)
        known.reserveCapacity(original.count)
        for (index, node) in original.nodes.enumerated() where isAlive[index] || node.op == .input {
            places[index] = place(NodeIndex(index), node, of: original)
        }
    }

    private mutating func place(_ index: NodeIndex, _ node: Node, of original: Graph) -> NodeIndex {
        if node.op == .input {
            let input = original.inputs[Int(node.payload)]
            return graph.appendInput(
                input.name, shape: original.shape(of: input.node), defaultValue: input.defaultValue)
        }
        let shape = original.shape(of: index)
        if node.op == .constant {
            let literal = original.literal(of: node)
            return shape.isScalar
                ? constant(original.literals[Int(node.payload)])
                : graph.appendConstant(shape: shape, elements: literal)
        }
        if node.op == .withDerivatives, let value = places[Int(original.operand(0, of: node))] { return value }
        let operands = (0..<Int(node.operandCount)).compactMap { places[Int(original.operand($0, of: node))] }
        if node.op.isArray { return shared(node.op, operands, shape, original.attributes(of: index)) }
        if let number = folded(node.op, operands) { return constant(number) }
        if let same = identity(node.op, operands), graph.shape(of: same) == shape { return same }
        if node.op == .pow, number(at: operands[1]) == 2, graph.shape(of: operands[0]) == shape {
            return shared(.square, [operands[0]])
        }
        return shared(node.op, operands)
    }

    private mutating func constant(_ number: Double) -> NodeIndex {
        let key = Key(op: .constant, first: Int64(bitPattern: number.bitPattern), second: -1, third: -1)
        if let place = known[key] { return place }
        let place = graph.appendConstant(number)
        known[key] = place
        return place
    }

    private mutating func shared(_ op: Op, _ operands: [NodeIndex]) -> NodeIndex {
        var operands = operands
        if operands.count == 2, operands[0] > operands[1],
            Op.isCommutative[Int(op.rawValue)]
        {
            operands.swapAt(0, 1)
        }
        let key = Key(
            op: op, first: Int64(operands[0]), second: operands.count > 1 ? operands[1] : -1,
            third: operands.count > 2 ? operands[2] : -1, fourth: operands.count > 3 ? operands[3] : -1)
        if let place = known[key] { return place }
        guard let place = graph.append(op, operands) else {
            preconditionFailure("a node that was built before does not broadcast")
        }
        known[key] = place
        return place
    }

    private mutating func shared(
        _ op: Op, _ operands: [NodeIndex], _ shape: Shape, _ attributes: Attributes
    ) -> NodeIndex {
        let key = ArrayKey(op: op, operands: operands, attributes: attributes)
        if let place = knownArrays[key] { return place }
        let place = graph.appendArray(op, operands, shape: shape, attributes: attributes)
        knownArrays[key] = place
        return place
    }

    /// The number of a scalar constant.
    private func number(at place: NodeIndex) -> Double? {
        let node = graph.nodes[Int(place)]
        return node.op == .constant && node.shape == 0 ? graph.literals[Int(node.payload)] : nil
    }
    private func folded(_ op: Op, _ operands: [NodeIndex]) -> Double? {
        var evaluate = Evaluate()
        for (position, operand) in operands.enumerated() {
            guard let number = number(at: operand) else { return nil }
            switch position {
            case 0: evaluate.x = number
            case 1: evaluate.y = number
            case 2: evaluate.z = number
            default: evaluate.w = number
            }
        }
        return op.interpret(&evaluate)
    }

    /// The operand that the node equals bit for bit, where there is one.
    private func identity(_ op: Op, _ operands: [NodeIndex]) -> NodeIndex? {
        if op == .positive { return operands[0] }
        guard operands.count > 1 else { return doubleNegation(op, operands[0]) }
        let (first, second) = (number(at: operands[0]), number(at: operands[1]))
        if first == nil, second == nil { return nil }
        if (op == .multiply || op == .absoluteZeroMultiply), first == 1 { return operands[1] }
        if (op == .multiply || op == .divide || op == .absoluteZeroMultiply || op == .pow), second == 1 {
            return operands[0]
        }
        if op == .absoluteZeroMultiply, first == 0 { return operands[0] }
        if op == .subtract, let second, second == 0, second.sign == .plus { return operands[0] }
        if op == .where, let first { return first != 0 ? operands[1] : operands[2] }
        return nil
    }

    private func doubleNegation(_ op: Op, _ operand: NodeIndex) -> NodeIndex? {
        let node = graph.nodes[Int(operand)]
        return op == .negative && node.op == .negative ? graph.operand(0, of: node) : nil
    }
}

extension Graph {
    /// Which nodes the wanted ones are computed from, themselves included.
    func ancestry(of wanted: some Sequence<NodeIndex>) -> [Bool] {
        var isAncestor = [Bool](repeating: false, count: count)
        for node in wanted { isAncestor[Int(node)] = true }
        for index in stride(from: count - 1, through: 0, by: -1) where isAncestor[index] {
            for operand in numericOperands(of: NodeIndex(index)) { isAncestor[Int(operand)] = true }
        }
        return isAncestor
    }

    /// The operands that the numbers of a node depend on; a derivative that is only stated is none of them.
    private func numericOperands(of node: NodeIndex) -> ArraySlice<NodeIndex> {
        op(of: node) == .withDerivatives ? operands(of: node).prefix(1) : operands(of: node)
    }
}

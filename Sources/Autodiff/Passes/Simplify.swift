/// A graph with less in it and the same bits out of it: dead nodes dropped, equal nodes shared, constants folded,
/// and identities applied that hold for every double.
///
/// Runs after differentiation only, since it merges nodes that have gradients of their own.
struct Simplify {
    private(set) var graph = Graph()
    /// Where each node of the original is now; -1 where it was dead.
    private(set) var places: [NodeIndex]
    /// Which nodes of the new graph are scalar constants.
    private var isNumber: [Bool] = []
    private var known: NodeTable

    /// Simplifies what the wanted nodes of a graph need.
    init(_ original: Graph, wanted: some Sequence<NodeIndex>) {
        let isAlive = original.ancestry(of: wanted)
        let aliveCount = isAlive.count { $0 } + original.inputs.count
        places = [NodeIndex](repeating: -1, count: original.count)
        known = NodeTable(capacity: aliveCount)
        graph.reserveCapacity(nodes: aliveCount, operands: min(2 * aliveCount, original.operands.count))
        isNumber.reserveCapacity(aliveCount)
        let nodes = original.nodes
        for (index, node) in nodes.enumerated() where isAlive[index] || node.op == .input {
            places[index] = place(NodeIndex(index), node, of: original)
        }
    }

    private mutating func place(_ index: NodeIndex, _ node: Node, of original: Graph) -> NodeIndex {
        if node.op == .input {
            let input = original.inputs[Int(node.payload)]
            return noted(
                graph.appendInput(
                    input.name, shape: original.shape(of: input.node), defaultValue: input.defaultValue))
        }
        if node.op == .constant {
            return node.shape == 0
                ? constant(original.literals[Int(node.payload)])
                : noted(graph.appendConstant(shape: original.shape(of: index), elements: original.literal(of: node)))
        }
        if node.op == .withDerivatives { return places[Int(original.operand(0, of: node))] }
        if node.op.isArray { return array(index, node, of: original) }
        var operands = ElementwiseOperands(count: Int(node.operandCount))
        for position in 0..<operands.count { operands[position] = places[Int(original.operand(position, of: node))] }
        // Where the result is a scalar, so are all operands.
        let shape = node.shape == 0 ? 0 : graph.intern(original.shape(of: index))
        let numbers = Numbers(operands, in: graph, isNumber)
        if numbers.count == operands.count { return constant(numbers.result(of: node.op)) }
        if let same = identity(node.op, operands, numbers), shape == 0 || graph.nodes[Int(same)].shape == shape {
            return same
        }
        if node.op == .pow, numbers.second == 2, shape == 0 || graph.nodes[Int(operands.first)].shape == shape {
            return shared(.square, ElementwiseOperands(operands.first), shape)
        }
        return shared(node.op, operands, shape)
    }

    private mutating func constant(_ number: Double) -> NodeIndex {
        var hash = NodeHash()
        hash.combine(UInt64(Op.constant.rawValue))
        hash.combine(number.bitPattern)
        var slot = known.slot(of: hash.value)
        while let place = known.next(hash.value, &slot) {
            if isNumber[Int(place)], graph.number(at: place).bitPattern == number.bitPattern { return place }
        }
        let place = noted(graph.appendConstant(number), isNumber: true)
        known.insert(place, hash.value, at: slot)
        return place
    }

    private mutating func shared(_ op: Op, _ operands: ElementwiseOperands, _ shape: Int32) -> NodeIndex {
        var operands = operands
        if operands.count == 2, operands.first > operands.second, Op.isCommutative[Int(op.rawValue)] {
            (operands.first, operands.second) = (operands.second, operands.first)
        }
        var hash = NodeHash()
        hash.combine(UInt64(op.rawValue))
        for position in 0..<operands.count { hash.combine(operands[position]) }
        var slot = known.slot(of: hash.value)
        while let place = known.next(hash.value, &slot) {
            let node = graph.nodes[Int(place)]
            if node.op == op, operands.areThose(of: node, in: graph) { return place }
        }
        let place = noted(graph.append(op, operands, shape: shape))
        known.insert(place, hash.value, at: slot)
        return place
    }

    private mutating func array(_ index: NodeIndex, _ node: Node, of original: Graph) -> NodeIndex {
        let operands = original.operands(of: index).map { places[Int($0)] }
        let attributes = original.attributes(of: index)
        let payload = graph.intern(attributes)
        var hash = NodeHash()
        hash.combine(UInt64(node.op.rawValue))
        hash.combine(payload)
        for operand in operands { hash.combine(operand) }
        var slot = known.slot(of: hash.value)
        while let place = known.next(hash.value, &slot) {
            let other = graph.nodes[Int(place)]
            if other.op == node.op, other.payload == payload, graph.operands(of: place).elementsEqual(operands) {
                return place
            }
        }
        let place = noted(
            graph.appendArray(node.op, operands, shape: original.shape(of: index), attributes: attributes))
        known.insert(place, hash.value, at: slot)
        return place
    }

    private mutating func noted(_ place: NodeIndex, isNumber: Bool = false) -> NodeIndex {
        self.isNumber.append(isNumber)
        return place
    }

    /// The operand that the node equals bit for bit, where there is one.
    private func identity(_ op: Op, _ operands: ElementwiseOperands, _ numbers: Numbers) -> NodeIndex? {
        if op == .positive { return operands.first }
        if op == .negative {
            let node = graph.nodes[Int(operands.first)]
            return node.op == .negative ? graph.operand(0, of: node) : nil
        }
        guard numbers.count > 0 else { return nil }
        let (first, second) = (numbers.first, numbers.second)
        if op == .multiply || op == .absoluteZeroMultiply, first == 1 { return operands.second }
        if op == .multiply || op == .divide || op == .absoluteZeroMultiply || op == .pow, second == 1 {
            return operands.first
        }
        if op == .absoluteZeroMultiply, first == 0 { return operands.first }
        if op == .subtract, let second, second == 0, second.sign == .plus { return operands.first }
        if op == .where, let first { return first != 0 ? operands.second : operands.third }
        return nil
    }
}

/// What is known of the operands of a node when its program is made: the numbers of those that are scalar constants.
private struct Numbers {
    private(set) var count = 0
    private(set) var first: Double?
    private(set) var second: Double?
    private var third: Double?
    private var fourth: Double?

    init(_ operands: ElementwiseOperands, in graph: Graph, _ isNumber: [Bool]) {
        for position in 0..<operands.count where isNumber[Int(operands[position])] {
            let number = graph.number(at: operands[position])
            count += 1
            switch position {
            case 0: first = number
            case 1: second = number
            case 2: third = number
            default: fourth = number
            }
        }
    }

    /// The result of an op, where all operands are known.
    func result(of op: Op) -> Double {
        var evaluate = Evaluate()
        if let first { evaluate.x = first }
        if let second { evaluate.y = second }
        if let third { evaluate.z = third }
        if let fourth { evaluate.w = fourth }
        return op.interpret(&evaluate)
    }
}

extension ElementwiseOperands {
    fileprivate func areThose(of node: Node, in graph: Graph) -> Bool {
        for position in 0..<count where graph.operand(position, of: node) != self[position] { return false }
        return true
    }
}

extension Graph {
    /// Which nodes the wanted ones are computed from, themselves included.
    func ancestry(of wanted: some Sequence<NodeIndex>) -> [Bool] {
        var isAncestor = [Bool](repeating: false, count: count)
        for node in wanted { isAncestor[Int(node)] = true }
        let (nodes, operands) = (nodes, operands)
        for index in stride(from: count - 1, through: 0, by: -1) where isAncestor[index] {
            let node = nodes[index]
            let start = Int(node.operandStart)
            // A derivative that is only stated is nothing that numbers depend on.
            let count = node.op == .withDerivatives ? 1 : Int(node.operandCount)
            for place in start..<start + count { isAncestor[Int(operands[place])] = true }
        }
        return isAncestor
    }
}

/// A graph with less in it and the same bits out of it: dead nodes dropped, equal nodes shared, constants folded,
/// and identities applied that hold for every double.
///
/// Runs after differentiation only, since it merges nodes that have gradients of their own.
struct Simplify {
    /// Where each node of the original is now; -1 where it was dead.
    private(set) var places: [NodeIndex]
    private var nodes: SharedNodes

    /// What is left.
    var graph: Graph { nodes.graph }

    /// Simplifies what the wanted nodes of a graph need.
    init(_ original: Graph, wanted: some Sequence<NodeIndex>) {
        var isAlive = original.ancestry(of: wanted)
        for input in original.inputs { isAlive[Int(input.node)] = true }
        let aliveCount = isAlive.count { $0 }
        nodes = SharedNodes(nodes: aliveCount, operands: min(4 * aliveCount, original.operands.count))
        places = [NodeIndex](repeating: -1, count: original.count)
        let originals = original.nodes
        for block in stride(from: 0, to: originals.count, by: Simplify.blockSize) {
            let indices = block..<min(block + Simplify.blockSize, originals.count)
            if originals.count > Graph.largestNearby { prefetch(indices, of: original) }
            for index in indices where isAlive[index] {
                places[index] = place(originals[index], of: original).code
            }
        }
        for index in places.indices where places[index] < -1 { places[index] = Place(code: places[index]).node }
    }

    /// How many nodes are read ahead.
    private static let blockSize = 32

    /// Brings near what placing some nodes, one after the other, will look up.
    private func prefetch(_ indices: Range<Int>, of original: Graph) {
        let (nodes, operands) = (original.nodes, original.operands)
        let start = Int(nodes[indices.lowerBound].operandStart)
        let last = nodes[indices.upperBound - 1]
        let end = Int(last.operandStart) + Int(last.operandCount)
        for operand in operands[start..<end] { places.prefetch(Int(operand)) }
        for operand in operands[start..<end] { self.nodes.prefetch(Place(code: places[Int(operand)]).node) }
        for operand in operands[start..<end] { self.nodes.prefetchUser(Place(code: places[Int(operand)]).node) }
    }

    private mutating func place(_ node: Node, of original: Graph) -> Place {
        if node.op == .input || node.op == .constant { return source(node, of: original) }
        if nodes.isArray(node.op) { return array(node, of: original) }
        let operands = PlacedOperands(of: node, in: original, at: places)
        // Where the result is a scalar, so are all operands.
        let shape = node.shape == 0 ? 0 : nodes.intern(original.shapes[Int(node.shape)])
        if operands.haveNumber || node.op == .negative || node.op == .positive,
            let place = simplified(node.op, operands, shape)
        {
            return place
        }
        return Place(nodes.node(node.op, operands.nodes, shape: shape))
    }

    private mutating func source(_ node: Node, of original: Graph) -> Place {
        let shape = original.shapes[Int(node.shape)]
        if node.op == .input { return Place(nodes.append(original.inputs[Int(node.payload)], shape: shape)) }
        return node.shape == 0
            ? Place(nodes.constant(original.literals[Int(node.payload)]), isNumber: true)
            : Place(nodes.append(original.literal(of: node), shape: shape))
    }

    private mutating func array(_ node: Node, of original: Graph) -> Place {
        if node.op == .withDerivatives { return Place(code: places[Int(original.operand(0, of: node))]) }
        let operands = (0..<Int(node.operandCount)).map {
            Place(code: places[Int(original.operand($0, of: node))]).node
        }
        return Place(
            nodes.arrayNode(
                node.op, operands, shape: original.shapes[Int(node.shape)],
                attributes: original.attributeSets[Int(node.payload)]))
    }

    /// What a node is that need not be computed as it is written.
    private mutating func simplified(_ op: Op, _ operands: PlacedOperands, _ shape: Int32) -> Place? {
        let numbers = KnownNumbers(operands, in: nodes.graph)
        if numbers.count == operands.nodes.count {
            return Place(nodes.constant(numbers.result(of: op)), isNumber: true)
        }
        if let same = identity(op, operands, numbers), hasShape(shape, same.node) { return same }
        if op == .pow, numbers.second == 2, hasShape(shape, operands.nodes.first) {
            return Place(nodes.node(.square, ElementwiseOperands(operands.nodes.first), shape: shape))
        }
        return nil
    }

    private func hasShape(_ shape: Int32, _ node: NodeIndex) -> Bool {
        shape == 0 || nodes.graph.nodes[Int(node)].shape == shape
    }

    /// The operand that the node equals bit for bit, where there is one.
    private func identity(_ op: Op, _ operands: PlacedOperands, _ numbers: KnownNumbers) -> Place? {
        if op == .positive { return operands[0] }
        if op == .negative {
            let node = nodes.graph.nodes[Int(operands.nodes.first)]
            return node.op == .negative ? Place(nodes.graph.operand(0, of: node)) : nil
        }
        let (first, second) = (numbers.first, numbers.second)
        if op == .multiply || op == .absoluteZeroMultiply, first == 1 { return operands[1] }
        if op == .multiply || op == .divide || op == .absoluteZeroMultiply || op == .pow, second == 1 {
            return operands[0]
        }
        if op == .absoluteZeroMultiply, first == 0 { return operands[0] }
        if op == .subtract, let second, second == 0, second.sign == .plus { return operands[0] }
        if op == .where, let first { return first != 0 ? operands[1] : operands[2] }
        return nil
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

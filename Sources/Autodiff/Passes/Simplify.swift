/// A graph with less in it and the same bits out of it: dead nodes dropped, equal nodes shared, constants folded,
/// and identities applied that hold for every double.
///
/// Runs after differentiation only, since it merges nodes that have gradients of their own.
struct Simplify {
    /// Where each node of the original is now; -1 where it was dead.
    private(set) var places: [NodeIndex] = []
    private var shared: SharedNodes
    private let isArray = Op.isArray

    /// What is left.
    var graph: Graph { shared.graph }

    /// Simplifies what the wanted nodes of a graph need.
    init(_ original: Graph, wanted: some Sequence<NodeIndex>) {
        var isAlive = original.ancestry(of: wanted)
        for input in original.inputs { isAlive[Int(input.node)] = true }
        let aliveCount = isAlive.count { $0 }
        shared = SharedNodes(count: aliveCount)
        var places = [NodeIndex](repeating: -1, count: original.count)
        var operands: [NodeIndex] = []
        let nodes = [Node](capacity: aliveCount) { nodes in
            operands = [NodeIndex](capacity: min(4 * aliveCount, original.operands.count)) { operands in
                var places = places.mutableSpan
                place(original, isAlive.span, at: &places, in: &nodes, &operands)
            }
        }
        shared.finish(nodes, operands)
        self.places = places
    }

    /// Places the nodes of the original that are alive.
    private mutating func place(
        _ original: Graph, _ isAlive: Span<Bool>, at places: inout MutableSpan<NodeIndex>,
        in nodes: inout OutputSpan<Node>, _ operands: inout OutputSpan<NodeIndex>
    ) {
        let originals = original.nodes.span
        for block in stride(from: 0, to: originals.count, by: Simplify.blockSize) {
            let indices = block..<min(block + Simplify.blockSize, originals.count)
            if originals.count > Graph.largestNearby { prefetch(indices, of: original, at: places, in: nodes) }
            for index in indices where isAlive[index] {
                let node = originals[index]
                let place =
                    node.op == .input || node.op == .constant
                    ? source(node, of: original, in: &nodes, operands)
                    : self.place(node, of: original, at: places, in: &nodes, &operands)
                places[index] = place.code
            }
        }
        for index in places.indices where places[index] < -1 { places[index] = Place(code: places[index]).node }
    }

    /// How many nodes are read ahead.
    private static let blockSize = 32

    /// Brings near what placing some nodes, one after the other, will look up.
    private func prefetch(
        _ indices: Range<Int>, of original: Graph, at places: borrowing MutableSpan<NodeIndex>,
        in nodes: borrowing OutputSpan<Node>
    ) {
        let start = Int(original.nodes[indices.lowerBound].operandStart)
        let last = original.nodes[indices.upperBound - 1]
        let ahead = original.operands[start..<Int(last.operandStart) + Int(last.operandCount)]
        for operand in ahead { places.span.prefetch(Int(operand)) }
        for operand in ahead { shared.prefetch(Place(code: places[Int(operand)]).node) }
        for operand in ahead { shared.prefetchUser(Place(code: places[Int(operand)]).node, in: nodes) }
    }

    @inline(__always)
    private mutating func place(
        _ node: Node, of original: Graph, at places: borrowing MutableSpan<NodeIndex>,
        in nodes: inout OutputSpan<Node>, _ operands: inout OutputSpan<NodeIndex>
    ) -> Place {
        if isArray[Int(node.op.rawValue)] { return array(node, of: original, at: places, in: &nodes, &operands) }
        let placed = PlacedOperands(of: node, in: original.operands.span, at: places.span)
        // Where the result is a scalar, so are all operands.
        let shape = node.shape == 0 ? 0 : shared.intern(original.shapes[Int(node.shape)])
        if placed.haveNumber || node.op == .negative || node.op == .positive,
            let place = simplified(node.op, placed, shape, &nodes, &operands)
        {
            return place
        }
        return Place(shared.node(node.op, placed.nodes, shape: shape, in: &nodes, &operands))
    }

    private mutating func source(
        _ node: Node, of original: Graph, in nodes: inout OutputSpan<Node>, _ operands: borrowing OutputSpan<NodeIndex>
    ) -> Place {
        let shape = original.shapes[Int(node.shape)]
        if node.op == .input {
            return Place(shared.append(original.inputs[Int(node.payload)], shape: shape, to: &nodes, operands))
        }
        return node.shape == 0
            ? Place(shared.constant(original.number(of: node), in: &nodes, operands), isNumber: true)
            : Place(shared.append(original.literal(of: node), shape: shape, to: &nodes, operands))
    }

    private mutating func array(
        _ node: Node, of original: Graph, at places: borrowing MutableSpan<NodeIndex>,
        in nodes: inout OutputSpan<Node>, _ operands: inout OutputSpan<NodeIndex>
    ) -> Place {
        if node.op == .withDerivatives { return Place(code: places[Int(original.operand(0, of: node))]) }
        var placed: [NodeIndex] = []
        for position in 0..<Int(node.operandCount) {
            placed.append(Place(code: places[Int(original.operand(position, of: node))]).node)
        }
        return Place(
            shared.arrayNode(
                node.op, placed, shape: original.shapes[Int(node.shape)],
                attributes: original.attributeSets[Int(node.payload)], in: &nodes, &operands))
    }

    /// What a node is that need not be computed as it is written.
    private mutating func simplified(
        _ op: Op, _ placed: PlacedOperands, _ shape: Int32, _ nodes: inout OutputSpan<Node>,
        _ operands: inout OutputSpan<NodeIndex>
    ) -> Place? {
        let numbers = KnownNumbers(placed, in: shared.graph, nodes.span)
        if numbers.count == placed.nodes.count {
            return Place(shared.constant(numbers.result(of: op), in: &nodes, operands), isNumber: true)
        }
        if let same = identity(op, placed, numbers, nodes.span, operands.span),
            shape == 0 || nodes[Int(same.node)].shape == shape
        {
            return same
        }
        if op == .pow, numbers.second == 2, shape == 0 || nodes[Int(placed.nodes.first)].shape == shape {
            let base = ElementwiseOperands(placed.nodes.first)
            return Place(shared.node(.square, base, shape: shape, in: &nodes, &operands))
        }
        return nil
    }

    /// The operand that the node equals bit for bit, where there is one.
    private func identity(
        _ op: Op, _ placed: PlacedOperands, _ numbers: KnownNumbers, _ nodes: Span<Node>, _ operands: Span<NodeIndex>
    ) -> Place? {
        if op == .positive { return placed[0] }
        if op == .negative {
            let node = nodes[Int(placed.nodes.first)]
            return node.op == .negative ? Place(operands[Int(node.operandStart)]) : nil
        }
        let (first, second) = (numbers.first, numbers.second)
        if op == .multiply || op == .absoluteZeroMultiply, first == 1 { return placed[1] }
        if op == .multiply || op == .divide || op == .absoluteZeroMultiply || op == .pow, second == 1 {
            return placed[0]
        }
        if op == .absoluteZeroMultiply, first == 0 { return placed[0] }
        if op == .subtract, let second, second == 0, second.sign == .plus { return placed[0] }
        if op == .where, let first { return first != 0 ? placed[1] : placed[2] }
        return nil
    }
}

extension Graph {
    /// Which nodes the wanted ones are computed from, themselves included.
    func ancestry(of wanted: some Sequence<NodeIndex>) -> [Bool] {
        var isAncestor = [Bool](repeating: false, count: count)
        for node in wanted { isAncestor[Int(node)] = true }
        mark(&isAncestor)
        return isAncestor
    }

    private func mark(_ isAncestor: inout [Bool]) {
        var isAncestor = isAncestor.mutableSpan
        let (nodes, operands) = (nodes.span, operands.span)
        for index in stride(from: nodes.count - 1, through: 0, by: -1) where isAncestor[index] {
            let node = nodes[index]
            let start = Int(node.operandStart)
            // A derivative that is only stated is nothing that numbers depend on.
            let count = node.op == .withDerivatives ? 1 : Int(node.operandCount)
            guard count > 0 else { continue }
            // One way for nodes of one operand and of two, since which comes next cannot be foreseen.
            isAncestor[Int(operands[start])] = true
            isAncestor[Int(operands[start + count - 1])] = true
            for place in stride(from: start + 1, to: start + count - 1, by: 1) {
                isAncestor[Int(operands[place])] = true
            }
        }
    }
}

/// A graph under construction in which no two nodes are equal: what is there already is not appended again.
struct SharedNodes {
    private(set) var graph = Graph()
    /// For each node the first elementwise node whose last operand it is, or -1.
    ///
    /// Most nodes are the last operand of few, which were often appended just now. A table of all nodes would be as large
    /// as the graph and read at random.
    private var firstUsers: [NodeIndex]
    /// For each elementwise node the next with the same last operand, or -1.
    private var nextUsers: [NodeIndex]
    /// Whatever else was appended.
    private var known: NodeTable
    /// How long a list of users may get, as it is searched from end to end.
    private static let longestList = 4
    private let isCommutative = Op.isCommutative
    private let isArray = Op.isArray
    private let hashing = NodeHash()

    /// Makes room for so many nodes, which must not become more, and operands.
    init(nodes nodeCount: Int, operands operandCount: Int) {
        graph.reserveCapacity(nodes: nodeCount, operands: operandCount)
        firstUsers = [NodeIndex](repeating: -1, count: nodeCount)
        nextUsers = [NodeIndex](repeating: -1, count: nodeCount)
        known = NodeTable(capacity: nodeCount / 16)
    }

    /// Appends an input, which no other equals.
    mutating func append(_ input: Graph.Input, shape: Shape) -> NodeIndex {
        graph.appendInput(input.name, shape: shape, defaultValue: input.defaultValue)
    }

    /// Appends a constant of any shape, unshared.
    mutating func append(_ elements: ArraySlice<Double>, shape: Shape) -> NodeIndex {
        graph.appendConstant(shape: shape, elements: elements)
    }

    /// The scalar constant of a number, by its bits.
    mutating func constant(_ number: Double) -> NodeIndex {
        let hash = hashing(.constant, number.bitPattern)
        var slot = known.slot(of: hash)
        while let place = known.next(hash, &slot) {
            let node = graph.nodes[Int(place)]
            if node.op == .constant, node.shape == 0, graph.number(at: place).bitPattern == number.bitPattern {
                return place
            }
        }
        let place = graph.appendConstant(number)
        known.insert(place, hash, at: slot)
        return place
    }

    /// The elementwise node of an op and operands.
    mutating func node(_ op: Op, _ operands: ElementwiseOperands, shape: Int32) -> NodeIndex {
        var operands = operands
        if operands.count == 2, operands.first > operands.second, isCommutative[Int(op.rawValue)] {
            (operands.first, operands.second) = (operands.second, operands.first)
        }
        let last = Int(operands.last)
        var user = firstUsers[last]
        if user < 0 {
            user = graph.append(op, operands, shape: shape)
            firstUsers[last] = user
            return user
        }
        var length = 1
        while !isNode(user, op, operands) {
            let next = nextUsers[Int(user)]
            if next < 0 {
                if length == SharedNodes.longestList { return tableNode(op, operands, shape) }
                let place = graph.append(op, operands, shape: shape)
                nextUsers[Int(user)] = place
                return place
            }
            user = next
            length += 1
        }
        return user
    }

    private mutating func tableNode(_ op: Op, _ operands: ElementwiseOperands, _ shape: Int32) -> NodeIndex {
        let hash = hashing(op, operands)
        var slot = known.slot(of: hash)
        while let place = known.next(hash, &slot) { if isNode(place, op, operands) { return place } }
        let place = graph.append(op, operands, shape: shape)
        known.insert(place, hash, at: slot)
        return place
    }

    /// The node of an array op.
    mutating func arrayNode(
        _ op: Op, _ operands: [NodeIndex], shape: Shape, attributes: Attributes
    ) -> NodeIndex {
        let payload = graph.intern(attributes)
        let hash = operands.reduce(hashing(op, UInt64(payload))) { hashing($0, $1) }
        var slot = known.slot(of: hash)
        while let place = known.next(hash, &slot) {
            let other = graph.nodes[Int(place)]
            if other.op == op, other.payload == payload, graph.operands(of: place).elementsEqual(operands) {
                return place
            }
        }
        let place = graph.appendArray(op, operands, shape: shape, attributes: attributes)
        known.insert(place, hash, at: slot)
        return place
    }

    /// Brings near what is kept about a node.
    @inline(__always)
    func prefetch(_ node: NodeIndex) { firstUsers.prefetch(Int(node)) }

    /// Brings near the first user of a node, where there is one.
    @inline(__always)
    func prefetchUser(_ node: NodeIndex) {
        if node >= 0, firstUsers[Int(node)] >= 0 { graph.nodes.prefetch(Int(firstUsers[Int(node)])) }
    }

    /// Whether nodes of an op mind the places of elements.
    func isArray(_ op: Op) -> Bool { isArray[Int(op.rawValue)] }

    /// The index of a shape in the graph's list.
    mutating func intern(_ shape: Shape) -> Int32 { graph.intern(shape) }

    private func isNode(_ place: NodeIndex, _ op: Op, _ operands: ElementwiseOperands) -> Bool {
        let node = graph.nodes[Int(place)]
        // Nodes of one op have as many operands.
        guard node.op == op, graph.operand(0, of: node) == operands.first else { return false }
        for position in stride(from: 1, to: operands.count, by: 1) {
            guard graph.operand(position, of: node) == operands[position] else { return false }
        }
        return true
    }
}

/// A graph under construction in which no two nodes are equal: what is there already is not appended again.
///
/// Its nodes and their operands stand in lists that are passed in as spans, so that nobody asks for each of them whether
/// the list has room and one owner.
struct SharedNodes {
    /// The inputs, literals, shapes and attributes; the nodes when they are finished.
    private(set) var graph = Graph()
    /// For each node the users that are searched for one that is equal.
    private var users: [Users]
    /// Whatever else was appended.
    private var known: NodeTable
    /// How long a list of users may get, as it is searched from end to end.
    private static let longestList = 4
    private let isCommutative = Op.isCommutative
    private let hashing = NodeHash()

    /// A list of elementwise nodes, linked.
    ///
    /// Most nodes are the last operand of few, which were often appended just now. A table of all nodes would be as large
    /// as the graph and read at random.
    private struct Users: BitwiseCopyable {
        /// The first whose last operand the node is, or -1.
        var first: NodeIndex = -1
        /// The next with the same last operand as the node, or -1.
        var next: NodeIndex = -1
    }

    /// Makes room for so many nodes, which must not become more.
    init(count: Int) {
        users = [Users](repeating: Users(), count: count)
        known = NodeTable(capacity: count / 16)
    }

    /// Takes the nodes and operands that were appended.
    mutating func finish(_ nodes: [Node], _ operands: [NodeIndex]) { graph.take(nodes, operands) }

    /// Appends an input, which no other equals.
    mutating func append(
        _ input: Graph.Input, shape: Shape, to nodes: inout OutputSpan<Node>,
        _ operands: borrowing OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let place = NodeIndex(nodes.count)
        let payload = graph.add(Graph.Input(node: place, name: input.name, defaultValue: input.defaultValue))
        nodes.append(Node(source: .input, operands.count, shape: graph.intern(shape), payload: payload))
        return place
    }

    /// Appends a constant of any shape, unshared.
    mutating func append(
        _ elements: ArraySlice<Double>, shape: Shape, to nodes: inout OutputSpan<Node>,
        _ operands: borrowing OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let payload = graph.add(elements)
        nodes.append(Node(source: .constant, operands.count, shape: graph.intern(shape), payload: payload))
        return NodeIndex(nodes.count - 1)
    }

    /// The scalar constant of a number, by its bits.
    mutating func constant(
        _ number: Double, in nodes: inout OutputSpan<Node>, _ operands: borrowing OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let hash = hashing(.constant, number.bitPattern)
        var slot = known.slot(of: hash)
        while let place = known.next(hash, &slot) {
            let node = nodes[Int(place)]
            if node.op == .constant, node.shape == 0, graph.number(of: node).bitPattern == number.bitPattern {
                return place
            }
        }
        let place = append([number], shape: .scalar, to: &nodes, operands)
        known.insert(place, hash, at: slot)
        return place
    }

    /// The elementwise node of an op and operands.
    @inline(__always)
    mutating func node(
        _ op: Op, _ wanted: ElementwiseOperands, shape: Int32, in nodes: inout OutputSpan<Node>,
        _ operands: inout OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let wanted = wanted.sorted(isCommutative[Int(op.rawValue)])
        let last = Int(wanted.last)
        var user = users[last].first
        if user < 0 {
            user = nodes.append(op, wanted, shape: shape, &operands)
            users[last].first = user
            return user
        }
        var length = 1
        while !nodes[Int(user)].isNode(op, wanted, operands) {
            let next = users[Int(user)].next
            if next < 0 {
                if length == SharedNodes.longestList { return tableNode(op, wanted, shape, &nodes, &operands) }
                let place = nodes.append(op, wanted, shape: shape, &operands)
                users[Int(user)].next = place
                return place
            }
            user = next
            length += 1
        }
        return user
    }

    private mutating func tableNode(
        _ op: Op, _ wanted: ElementwiseOperands, _ shape: Int32, _ nodes: inout OutputSpan<Node>,
        _ operands: inout OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let hash = hashing(op, wanted)
        var slot = known.slot(of: hash)
        while let place = known.next(hash, &slot) {
            if nodes[Int(place)].isNode(op, wanted, operands) { return place }
        }
        let place = nodes.append(op, wanted, shape: shape, &operands)
        known.insert(place, hash, at: slot)
        return place
    }

    /// The node of an array op.
    mutating func arrayNode(
        _ op: Op, _ wanted: [NodeIndex], shape: Shape, attributes: Attributes, in nodes: inout OutputSpan<Node>,
        _ operands: inout OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let payload = graph.intern(attributes)
        let hash = wanted.reduce(hashing(op, UInt64(payload))) { hashing($0, $1) }
        var slot = known.slot(of: hash)
        while let place = known.next(hash, &slot) {
            let other = nodes[Int(place)]
            if other.op == op, other.payload == payload, other.hasOperands(wanted, operands) { return place }
        }
        let place = NodeIndex(nodes.count)
        nodes.append(
            Node(
                op: op, operandCount: UInt16(wanted.count), operandStart: Int32(operands.count),
                shape: graph.intern(shape), payload: payload))
        for operand in wanted { operands.append(operand) }
        known.insert(place, hash, at: slot)
        return place
    }

    /// Brings near what is kept about a node.
    @inline(__always)
    func prefetch(_ node: NodeIndex) { users.prefetch(Int(node)) }

    /// Brings near the first user of a node, where there is one.
    @inline(__always)
    func prefetchUser(_ node: NodeIndex, in nodes: borrowing OutputSpan<Node>) {
        if node >= 0, users[Int(node)].first >= 0 { nodes.span.prefetch(Int(users[Int(node)].first)) }
    }

    /// The index of a shape in the graph's list.
    mutating func intern(_ shape: Shape) -> Int32 { graph.intern(shape) }
}

extension Node {
    /// A node without operands.
    fileprivate init(source: Op, _ operandStart: Int, shape: Int32, payload: Int32) {
        self.init(op: source, operandCount: 0, operandStart: Int32(operandStart), shape: shape, payload: payload)
    }

    /// Whether it is the elementwise node of an op and operands.
    @inline(__always)
    fileprivate func isNode(
        _ op: Op, _ wanted: ElementwiseOperands, _ operands: borrowing OutputSpan<NodeIndex>
    ) -> Bool {
        let start = Int(operandStart)
        // Nodes of one op have as many operands.
        guard self.op == op, operands[start] == wanted.first else { return false }
        for position in stride(from: 1, to: wanted.count, by: 1) {
            guard operands[start + position] == wanted[position] else { return false }
        }
        return true
    }

    /// Whether its operands are those of a list.
    fileprivate func hasOperands(_ wanted: [NodeIndex], _ operands: borrowing OutputSpan<NodeIndex>) -> Bool {
        guard wanted.count == Int(operandCount) else { return false }
        return wanted.indices.allSatisfy { operands[Int(operandStart) + $0] == wanted[$0] }
    }
}

extension OutputSpan<Node> {
    /// Appends an elementwise node, and its operands to theirs.
    @inline(__always)
    fileprivate mutating func append(
        _ op: Op, _ wanted: ElementwiseOperands, shape: Int32, _ operands: inout OutputSpan<NodeIndex>
    ) -> NodeIndex {
        let start = operands.count
        operands.append(wanted.first)
        if wanted.count > 1 { operands.append(wanted.second) }
        if wanted.count > 2 { operands.append(wanted.third) }
        if wanted.count > 3 { operands.append(wanted.fourth) }
        append(
            Node(
                op: op, operandCount: UInt16(truncatingIfNeeded: wanted.count),
                operandStart: Int32(truncatingIfNeeded: start), shape: shape, payload: 0))
        return NodeIndex(truncatingIfNeeded: count - 1)
    }
}

/// What a program computes of a graph: its nodes, in which ops that often follow one another are one, to the same bits.
///
/// A product or sum that only a sum reads becomes one op with it, of two roundings as before, a sum with a negative
/// becomes a difference, and two functions of one operand become one of two results. For programs only, since the new ops
/// are in no list of what a function may have.
struct Fuse {
    /// The graph, which has all else about the nodes.
    let graph: Graph
    /// The nodes at the places that they have in the graph; those that nothing needs have no operands.
    private(set) var nodes: [FusedNode]
    private(set) var operands: [NodeIndex]
    /// How many operands the nodes have together: fewer than are listed.
    let operandCount: Int

    /// Fuses what the wanted nodes of a graph need.
    init(_ graph: Graph, wanted: some Sequence<NodeIndex>) {
        self.graph = graph
        nodes = graph.nodes.map { FusedNode($0) }
        operands = []
        // Three are appended for a sum and its part, which have four.
        operands.reserveCapacity(graph.operands.count / 4 * 7 + 3)
        operands.append(contentsOf: graph.operands)
        for node in wanted { nodes[Int(node)].want() }
        let (count, sums) = Fuse.countReaders(&nodes, &operands)
        operandCount =
            count - Fuse.fuse(sums, of: graph, &nodes, &operands) - Fuse.pairFunctions(&nodes, &operands)
    }

    /// The operand at a position, which must be under the node's operand count.
    func operand(_ position: Int, of node: NodeIndex) -> NodeIndex {
        operands[Int(nodes[Int(node)].operandStart) + position]
    }

    /// From the last node, so that only those count that are needed themselves; tells how many operands those have, and
    /// which are sums, from the last.
    ///
    /// What the next node is cannot be foreseen, and a wrong guess takes as long as all else about a node: so there is
    /// one way for all that have an operand or two, and a branch only for what is rare.
    private static func countReaders(
        _ nodes: inout [FusedNode], _ operands: inout [NodeIndex]
    ) -> (operandCount: Int, sums: ArraySlice<NodeIndex>) {
        var sums = [NodeIndex](repeating: 0, count: nodes.count)
        var list = sums.mutableSpan
        var nodes = nodes.mutableSpan
        var operands = operands.mutableSpan
        var (operandCount, sumCount) = (0, 0)
        let ahead = Graph.operandsAhead(ofNodes: nodes.count)
        for index in stride(from: nodes.count - 1, through: 0, by: -1) {
            let node = nodes[index]
            guard node.isNeeded else {
                nodes[index].drop()
                continue
            }
            let count = Int(node.operandCount)
            guard count > 0 else { continue }
            operandCount += count
            let start = Int(node.operandStart)
            let last = start + min(count, 2) - 1
            if start >= ahead {
                nodes.prefetch(Int(operands[start - ahead]))
                nodes.prefetch(Int(operands[last - ahead]))
            }
            let isSum = node.count(of: .add)
            let (first, second) = (nodes[Int(operands[start])], nodes[Int(operands[last])])
            let isDifference = isSum & (first.count(of: .negative) | second.count(of: .negative))
            if isDifference != 0 { FusedNode.subtractNegative(at: index, &nodes, &operands) }
            list[sumCount] = NodeIndex(truncatingIfNeeded: index)
            sumCount += isSum - isDifference
            nodes[Int(operands[start])].addReaders(1)
            nodes[Int(operands[last])].addReaders(count > 1 ? 1 : 0)
            for place in stride(from: start + 2, to: start + count, by: 1) { nodes[Int(operands[place])].addReaders(1) }
        }
        return (operandCount, sums.prefix(sumCount))
    }

    /// How many sums ahead memory is asked for.
    private static let distance = 16

    /// Tells how many sums have become one with a part.
    private static func fuse(
        _ sums: ArraySlice<NodeIndex>, of graph: Graph, _ nodes: inout [FusedNode], _ operands: inout [NodeIndex]
    ) -> Int {
        var nodes = nodes.mutableSpan
        // What is still a sum or a product has the operands that it had.
        let original = graph.operands.span
        let isOfScalars = graph.shapes.count == 1
        let isLarge = nodes.count > Graph.largestNearby
        let end = operands.count
        var fusedCount = 0
        operands.append(addingCapacity: 3 * min(sums.count, original.count / 4)) { appended in
            for place in sums.indices.reversed() {
                if isLarge, place >= Fuse.distance {
                    let start = Int(nodes[Int(sums[place - Fuse.distance])].operandStart)
                    nodes.prefetch(Int(original[start]))
                    nodes.prefetch(Int(original[start + 1]))
                }
                let index = sums[place]
                let start = Int(nodes[Int(index)].operandStart)
                let (first, second) = (original[start], original[start + 1])
                guard let (part, op) = FusedNode.part(first, second, nodes) else { continue }
                let inner = Int(nodes[Int(part)].operandStart)
                let three = (original[inner], original[inner + 1], part == first ? second : first)
                guard isOfScalars || graph.haveOneShape(index, part, three) else { continue }
                nodes[Int(part)].drop()
                nodes[Int(index)].become(op, operandCount: 3, operandStart: end + appended.count)
                appended.append(three.0)
                appended.append(three.1)
                appended.append(three.2)
                fusedCount += 1
            }
        }
        return fusedCount
    }
}

extension Graph {
    // Vectors are for operands that do not broadcast.
    fileprivate func haveOneShape(
        _ sum: NodeIndex, _ part: NodeIndex, _ operands: (NodeIndex, NodeIndex, NodeIndex)
    ) -> Bool {
        haveOneShape(sum, part) && haveOneShape(sum, operands.0) && haveOneShape(sum, operands.1)
            && haveOneShape(sum, operands.2)
    }
}

/// A node of a program: its op and where its operands stand.
struct FusedNode: BitwiseCopyable {
    private(set) var op: Op
    private(set) var operandCount: UInt16
    private(set) var operandStart: Int32
    /// How many nodes read it, and in the highest bit whether it is wanted.
    private var uses: UInt32 = 0

    init(_ node: Node) {
        op = node.op
        operandCount = node.operandCount
        operandStart = node.operandStart
    }

    private static let wanted: UInt32 = 1 << 31

    /// How many nodes read it.
    var readerCount: Int32 { Int32(truncatingIfNeeded: uses & ~FusedNode.wanted) }

    /// 1 where it is of an op, else 0.
    fileprivate func count(of op: Op) -> Int { self.op == op ? 1 : 0 }

    /// Whether it is wanted or read.
    var isNeeded: Bool { uses != 0 }

    fileprivate mutating func want() { uses |= FusedNode.wanted }
    mutating func addReaders(_ count: UInt32) { uses += count }
    mutating func removeReader() { uses -= 1 }

    mutating func drop() {
        operandCount = 0
        uses = 0
    }

    mutating func become(_ op: Op, operandCount: UInt16, operandStart: Int) {
        self.op = op
        self.operandCount = operandCount
        self.operandStart = Int32(operandStart)
    }

    /// Makes a sum, where one of its operands is a negative, a difference.
    fileprivate static func subtractNegative(
        at index: Int, _ nodes: inout MutableSpan<FusedNode>, _ operands: inout MutableSpan<NodeIndex>
    ) {
        let start = Int(nodes[index].operandStart)
        let (first, second) = (nodes[Int(operands[start])], nodes[Int(operands[start + 1])])
        if second.op == .negative {
            operands[start + 1] = operands[Int(second.operandStart)]
        } else if first.op == .negative {
            operands[start] = operands[start + 1]
            operands[start + 1] = operands[Int(first.operandStart)]
        } else {
            return
        }
        nodes[index].op = .subtract
    }

    /// The operand of a sum that becomes part of it, and what both are then.
    fileprivate static func part(
        _ first: NodeIndex, _ second: NodeIndex, _ nodes: borrowing MutableSpan<FusedNode>
    ) -> (part: NodeIndex, op: Op)? {
        let (left, right) = (nodes[Int(first)].opWithSum, nodes[Int(second)].opWithSum)
        // Rather a product: a sum can also become one with what it reads.
        if let left, left != .sumOfThree { return (first, left) }
        if let right, right != .sumOfThree { return (second, right) }
        if let right { return (second, right) }
        return left.map { (first, $0) }
    }

    /// What the node and a sum that reads it are together; nothing where they stay apart.
    private var opWithSum: Op? {
        guard uses == 1 else { return nil }
        return switch op {
        case .multiply: .multiplyAdd
        case .absoluteZeroMultiply: .absoluteZeroMultiplyAdd
        case .add: .sumOfThree
        default: nil
        }
    }
}

extension Fuse {
    /// Makes of sine and cosine of one operand, where both are needed, one op of two results.
    ///
    /// The earlier node becomes that op, and the later one reads it; which of them has which result is told behind the
    /// operand.
    ///
    /// - Returns: How many pairs there are.
    static func pairFunctions(_ nodes: inout [FusedNode], _ operands: inout [NodeIndex]) -> Int {
        var nodes = nodes.mutableSpan
        var pairCount = 0
        // For each operand the function of it that waits for another.
        var waiting: [NodeIndex] = []
        for index in nodes.indices {
            let op = nodes[index].op
            guard op == .sin || op == .cos, nodes[index].isNeeded else { continue }
            if waiting.isEmpty { waiting = [NodeIndex](repeating: -1, count: nodes.count) }
            let start = Int(nodes[index].operandStart)
            let operand = operands[start]
            let (earlier, later) = (waiting[Int(operand)], NodeIndex(truncatingIfNeeded: index))
            guard earlier >= 0, nodes[Int(earlier)].op == (op == .sin ? .cos : .sin) else {
                waiting[Int(operand)] = later
                continue
            }
            nodes[Int(earlier)].become(.sineAndCosine, operandCount: 1, operandStart: operands.count)
            nodes[Int(earlier)].addReaders(1)
            operands.append(operand)
            operands.append(op == .sin ? later : earlier)
            operands.append(op == .sin ? earlier : later)
            nodes[index].become(.otherResult, operandCount: 1, operandStart: start)
            nodes[Int(operand)].removeReader()
            operands[start] = earlier
            pairCount += 1
        }
        return pairCount
    }

    /// The nodes that have the results of a node's op: where it has but one, the node itself, twice.
    func results(of node: NodeIndex) -> (first: NodeIndex, second: NodeIndex) {
        guard nodes[Int(node)].op.hasTwoResults else { return (node, node) }
        return (operand(1, of: node), operand(2, of: node))
    }

    /// The nodes that have the other results of a run's ops, where those have two.
    func otherResults(ofRun run: ArraySlice<NodeIndex>) -> [NodeIndex] {
        guard let first = run.first, nodes[Int(first)].op.hasTwoResults else { return [] }
        return run.map { node in
            let results = results(of: node)
            return results.first == node ? results.second : results.first
        }
    }
}

extension Op {
    /// Whether the op has two results.
    var hasTwoResults: Bool { self == .sineAndCosine }
}

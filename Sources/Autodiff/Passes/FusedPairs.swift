extension Fuse {
    /// Makes of two functions of one operand that share work, where both are needed, one op of two results.
    ///
    /// The earlier node becomes that op, and the later one reads it; which of them has which result is told behind the
    /// operand.
    ///
    /// - Returns: How many pairs there are.
    static func pairFunctions(_ nodes: inout [FusedNode], _ operands: inout [NodeIndex]) -> Int {
        var nodes = nodes.mutableSpan
        var pairCount = 0
        // By the op that two would be: for each operand the function of it that waits for the other.
        var waiting = [[NodeIndex]](repeating: [], count: Op.everyCase.count - Int(Op.sineAndCosine.rawValue))
        for index in nodes.indices {
            guard let (pair, isFirst) = nodes[index].op.pair, nodes[index].isNeeded else { continue }
            let kind = Int(pair.rawValue - Op.sineAndCosine.rawValue)
            if waiting[kind].isEmpty { waiting[kind] = [NodeIndex](repeating: -1, count: nodes.count) }
            let start = Int(nodes[index].operandStart)
            let operand = operands[start]
            let (earlier, later) = (waiting[kind][Int(operand)], NodeIndex(truncatingIfNeeded: index))
            guard earlier >= 0, nodes[Int(earlier)].op.pair?.isFirst == !isFirst else {
                waiting[kind][Int(operand)] = later
                continue
            }
            nodes[Int(earlier)].become(pair, operandCount: 1, operandStart: operands.count)
            nodes[Int(earlier)].addReaders(1)
            operands.append(operand)
            operands.append(isFirst ? later : earlier)
            operands.append(isFirst ? earlier : later)
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
    var hasTwoResults: Bool { self == .sineAndCosine || self == .tanhAndSechSquare }

    /// The op of two results of which it is one, and whether it is the first.
    fileprivate var pair: (op: Op, isFirst: Bool)? {
        switch self {
        case .sin: (.sineAndCosine, true)
        case .cos: (.sineAndCosine, false)
        case .tanh: (.tanhAndSechSquare, true)
        case .sechSquare: (.tanhAndSechSquare, false)
        default: nil
        }
    }
}

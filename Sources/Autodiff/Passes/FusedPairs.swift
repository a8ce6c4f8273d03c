extension Fuse {
    /// Makes of two functions of one operand that share work, where both are needed, one op of two results.
    ///
    /// The earlier node becomes that op, and the later one reads it; which of them has which result is told behind the
    /// operand.
    ///
    /// - Returns: How many pairs there are.
    static func pairFunctions(_ nodes: inout [FusedNode], _ operands: inout [NodeIndex]) -> Int {
        var pairCount = 0
        // By the place of an op among those of two results: for each operand the function of it that waits for another.
        var waiting = [[NodeIndex]](repeating: [], count: Op.pairs.count)
        for index in nodes.indices {
            guard let (pair, isFirst) = nodes[index].op.pair, nodes[index].isNeeded else { continue }
            let start = Int(nodes[index].operandStart)
            let operand = operands[start]
            let place = Int(pair.rawValue - Op.pairs.lowerBound)
            if waiting[place].isEmpty { waiting[place] = [NodeIndex](repeating: -1, count: nodes.count) }
            let earlier = waiting[place][Int(operand)]
            guard earlier >= 0, let other = nodes[Int(earlier)].op.pair, other.isFirst != isFirst else {
                waiting[place][Int(operand)] = NodeIndex(index)
                continue
            }
            nodes[Int(earlier)].become(pair, operandCount: 1, operandStart: operands.count)
            nodes[Int(earlier)].addReader()
            operands.append(operand)
            operands.append(isFirst ? NodeIndex(index) : earlier)
            operands.append(isFirst ? earlier : NodeIndex(index))
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
}

extension Op {
    /// The raw values of the ops that have two results.
    fileprivate static let pairs = Op.sineAndCosine.rawValue...Op.sineAndCosine.rawValue

    /// Whether the op has two results.
    var hasTwoResults: Bool { self == .sineAndCosine }

    /// The op of two results of which it is one, and whether the first.
    fileprivate var pair: (op: Op, isFirst: Bool)? {
        switch self {
        case .sin: (.sineAndCosine, true)
        case .cos: (.sineAndCosine, false)
        default: nil
        }
    }
}

/// The operands of an elementwise node, one to four, without an array for them.
struct ElementwiseOperands: BitwiseCopyable {
    private(set) var count: Int
    var first: NodeIndex = -1
    var second: NodeIndex = -1
    var third: NodeIndex = -1
    var fourth: NodeIndex = -1

    init(count: Int) { self.count = count }

    init(_ operand: NodeIndex) {
        count = 1
        first = operand
    }

    /// Adds one behind the others.
    mutating func append(_ operand: NodeIndex) {
        self[count] = operand
        count += 1
    }

    /// Two operands in the order in which they stand in their graph, where theirs does not matter.
    ///
    /// Which comes first cannot be foreseen, so there is no branch on it.
    @inline(__always)
    func sorted(_ isCommutative: Bool) -> ElementwiseOperands {
        let isSwapped = isCommutative ? first > second : false
        var sorted = self
        sorted.first = isSwapped ? second : first
        sorted.second = isSwapped ? first : second
        return sorted
    }

    /// The operand that stands last in its graph.
    var last: NodeIndex { max(max(first, second), max(third, fourth)) }

    /// The operand at a position, which must be under the count.
    subscript(_ position: Int) -> NodeIndex {
        get {
            switch position {
            case 0: first
            case 1: second
            case 2: third
            default: fourth
            }
        }
        set {
            switch position {
            case 0: first = newValue
            case 1: second = newValue
            case 2: third = newValue
            default: fourth = newValue
            }
        }
    }
}

extension Graph {
    /// The op of a node and its operands, of which those of an array op are not all told.
    func elementwise(_ index: NodeIndex) -> (op: Op, operands: ElementwiseOperands) {
        let node = nodes[Int(index)]
        var list = ElementwiseOperands(count: min(Int(node.operandCount), 4))
        for position in 0..<list.count { list[position] = operand(position, of: node) }
        return (node.op, list)
    }
}

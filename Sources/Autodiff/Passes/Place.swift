/// Where a node of an original graph is in the simplified one, and whether it is a scalar constant there, as one number.
///
/// Places are looked up at random, so that what is told of them has to be near.
struct Place: BitwiseCopyable {
    /// The node; below -1 the complement of one more than a constant.
    let code: NodeIndex

    init(code: NodeIndex) { self.code = code }

    init(_ node: NodeIndex, isNumber: Bool = false) { code = isNumber ? -2 - node : node }

    var isNumber: Bool { code < -1 }
    var node: NodeIndex { isNumber ? -2 - code : code }
}

/// The operands of an elementwise node, where they are in the simplified graph.
struct PlacedOperands {
    let nodes: ElementwiseOperands
    /// A bit for each position whose operand is a scalar constant.
    private let numbers: UInt8

    /// Looks up the operands of an original node, of which there is at least one.
    @inline(__always)
    init(of node: Node, in operands: Span<NodeIndex>, at places: Span<NodeIndex>) {
        let start = Int(node.operandStart)
        func place(_ position: Int) -> Place { Place(code: places[Int(operands[start + position])]) }
        var nodes = ElementwiseOperands(count: Int(node.operandCount))
        let first = place(0)
        nodes.first = first.node
        var numbers: UInt8 = first.isNumber ? 1 : 0
        if nodes.count > 1 {
            let second = place(1)
            nodes.second = second.node
            numbers |= second.isNumber ? 2 : 0
        }
        for position in stride(from: 2, to: nodes.count, by: 1) {
            let operand = place(position)
            nodes[position] = operand.node
            numbers |= operand.isNumber ? 1 &<< UInt8(position) : 0
        }
        self.nodes = nodes
        self.numbers = numbers
    }

    /// How many are scalar constants.
    var numberCount: Int { numbers.nonzeroBitCount }

    /// Whether any is a scalar constant.
    var haveNumber: Bool { numbers != 0 }

    subscript(_ position: Int) -> Place { Place(nodes[position], isNumber: numbers >> position & 1 == 1) }
}

/// What is known of the operands of a node when its program is made: the numbers of those that are scalar constants.
struct KnownNumbers {
    let count: Int
    private(set) var first: Double?
    private(set) var second: Double?
    private var third: Double?
    private var fourth: Double?

    init(_ operands: PlacedOperands, in graph: Graph, _ nodes: Span<Node>) {
        count = operands.numberCount
        for position in 0..<operands.nodes.count where operands[position].isNumber {
            let number = graph.number(of: nodes[Int(operands.nodes[position])])
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

import Autodiff

/// A graph of random ops at a point where all of them are smooth.
struct RandomGraph {
    private(set) var nodes: [NodeDescription] = []
    private var numbers: [Double] = []
    private var generator: SeededGenerator

    /// The graph, with the last node as its output.
    func graph() throws -> Graph { try Graph(nodes: nodes, outputs: nodes.suffix(1).map(\.id)) }

    /// The graph with its nodes in another order.
    mutating func shuffled() throws -> Graph {
        try Graph(nodes: nodes.shuffled(using: &generator), outputs: nodes.suffix(1).map(\.id))
    }

    init(seed: Int) {
        generator = SeededGenerator(seed: seed)
        let size = Int.random(in: 5...200, using: &generator)
        for input in 0..<Int.random(in: 2...5, using: &generator) {
            let number = Double.random(in: 0.3...2, using: &generator) * (input % 3 == 2 ? -1 : 1)
            nodes.append(NodeDescription("x\(input)", "input", value: Tensor(number)))
            numbers.append(number)
        }
        let inputCount = nodes.count
        while nodes.count < inputCount + size { appendNode() }
        // A weighted sum, so that everything matters to the output.
        var sum = nodes[inputCount].id
        for node in (inputCount + 1)..<nodes.count where Bool.random(using: &generator) {
            nodes.append(NodeDescription("p\(node)", "multiply", [.id(nodes[node].id), .number(0.125)]))
            nodes.append(NodeDescription("s\(node)", "add", [.id(sum), .id("p\(node)")]))
            sum = "s\(node)"
        }
    }

    private mutating func appendNode() {
        guard let op = Op.computing.randomElement(using: &generator) else { return }
        var operands: [Double] = []
        var arguments: [NodeDescription.Argument] = []
        for position in 0..<op.arity {
            if op.isWhole(position) {
                operands.append(Double(Int.random(in: 0...3, using: &generator)))
                arguments.append(.number(operands[operands.count - 1]))
            } else if op.arity > 1, Int.random(in: 0..<6, using: &generator) == 0 {
                operands.append(Double(Int.random(in: -8...8, using: &generator)) / 4)
                arguments.append(.number(operands[operands.count - 1]))
            } else {
                // Rather one of the last, so that the graph gets deep.
                let back = min(nodes.count, Bool.random(using: &generator) ? 8 : nodes.count)
                let node = Int.random(in: (nodes.count - back)..<nodes.count, using: &generator)
                operands.append(numbers[node])
                arguments.append(.id(nodes[node].id))
            }
        }
        guard op.isSmooth(at: operands) else { return }
        let number = op.value(of: operands)
        guard number.isFinite, number.magnitude < 5 else { return }
        nodes.append(NodeDescription("n\(nodes.count)", op.name, arguments))
        numbers.append(number)
    }
}

extension Op {
    fileprivate func value(of operands: [Double]) -> Double {
        var graph = Graph()
        let places = operands.map { graph.appendConstant($0) }
        guard let result = graph.append(self, places) else { return .nan }
        return graph.scalars()[Int(result)]
    }

    /// Whether operands are well within the domain and off the kinks, so that finite differences work there.
    fileprivate func isSmooth(at operands: [Double]) -> Bool {
        let (x, y) = (operands[0], operands.count > 1 ? operands[1] : .nan)
        return switch self {
        case .sqrt, .log: x > 0.2
        case .log1p: x > -0.8
        case .asin, .acos: x.magnitude < 0.8
        case .tan: x.magnitude < 1.2
        case .abs, .sign, .relu: x.magnitude > 0.1
        case .divide: y.magnitude > 0.3
        case .pow: x > 0.2
        case .softplus: y.magnitude > 0.3
        case .hypot, .atan2, .hypotShare: x.magnitude > 0.2 && y.magnitude > 0.2
        case .maximum, .minimum, .maximumShare, .minimumShare, .less, .lessEqual, .greater, .greaterEqual, .equal,
            .notEqual:
            (x - y).magnitude > 0.1
        case .where: x.magnitude > 0.1
        case .absoluteZeroMultiply: x != 0
        default:
            Op.further.contains(self) ? isSmoothFurtherFunction(at: operands) : isSmoothSpecialFunction(at: operands)
        }
    }
}

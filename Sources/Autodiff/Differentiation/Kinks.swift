/// A node whose operands sit where its op is not smooth, so that a convention decided what the derivative is.
public struct Kink: Sendable {
    /// The id of the node, or of the first named node behind it where it has none.
    public let node: String?
    /// The op.
    public let op: Op
    /// What is special about the place.
    public let edge: Edge
    /// How many elements of an elementwise op over arrays sit there, over all points of a batch.
    public internal(set) var count: Int?
    /// The first of these, row-major.
    public let element: Int?
    /// The first point of a batch at which it is so.
    public let point: Int?
    /// At how many points it is so.
    public internal(set) var points: Int?

    /// What holds there, in the words of the op.
    public var convention: String? { Op.descriptions[Int(op.rawValue)].primitive.convention }
}

/// Looks for kinks, ties, bounds and ends of domains that a function is at, node by node, at one point or at many.
public struct KinkFinder: Sendable {
    private struct Key: Hashable {
        let node: NodeIndex
        let edge: Edge
    }

    private let graph: Graph
    private let names: NodeNames
    private var found: [Key: Kink] = [:]

    /// Makes one for a function.
    public init(_ graph: Graph) {
        self.graph = graph
        names = graph.names()
    }

    /// Looks at a point.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - point: Which point of a batch it is.
    /// - Throws: What is wrong with the bindings.
    public mutating func visit(_ bindings: [String: Tensor] = [:], point: Int? = nil) throws(GraphError) {
        var numbers = NodeNumbers()
        // What a kernel refuses is an error of the run itself; here it only ends the search.
        try? Interpreter.extend(
            &numbers, by: graph.bound(to: graph.inputNumbers(bindings)), through: NodeIndex(graph.count - 1))
        for node in 0..<NodeIndex(numbers.count) {
            if graph.op(of: node).isElementwise {
                visitElements(of: node, numbers, point)
            } else if graph.op(of: node).isArray, let edge = numbers.edge(of: node, in: graph) {
                add(node, edge, count: nil, element: nil, point)
            }
        }
    }

    /// What was found, in the order of evaluation.
    public var kinks: [Kink] {
        found.sorted {
            ($0.key.node, $0.value.element ?? 0, $0.key.edge.rawValue)
                < ($1.key.node, $1.value.element ?? 0, $1.key.edge.rawValue)
        }.map(\.value)
    }

    private mutating func visitElements(of node: NodeIndex, _ numbers: NodeNumbers, _ point: Int?) {
        let operands = ElementOperands(of: node, graph, numbers)
        let isArray = !graph.shape(of: node).isScalar
        var edges: [(edge: Edge, count: Int, element: Int)] = []
        for element in 0..<operands.count {
            var find = FindEdge(operands: operands[element])
            guard let edge = graph.op(of: node).interpret(&find) else { continue }
            if let known = edges.firstIndex(where: { $0.edge == edge }) {
                edges[known].count += 1
            } else {
                edges.append((edge, 1, element))
            }
        }
        for entry in edges {
            add(node, entry.edge, count: isArray ? entry.count : nil, element: isArray ? entry.element : nil, point)
        }
    }

    private mutating func add(_ node: NodeIndex, _ edge: Edge, count: Int?, element: Int?, _ point: Int?) {
        let key = Key(node: node, edge: edge)
        if var known = found[key] {
            if let before = known.count, let count { known.count = before + count }
            known.points = known.points.map { $0 + 1 }
            found[key] = known
        } else {
            found[key] = Kink(
                node: names.first(from: node), op: graph.op(of: node),
                edge: edge, count: count, element: element, point: point, points: point.map { _ in 1 })
        }
    }
}

/// What is special about the operands of an elementwise op.
private struct FindEdge: NodeInterpretation {
    let operands: [Double]

    func source<P: SourcePrimitive>(_ primitive: P.Type) -> Edge? { nil }
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Edge? { P.edge(operands[0]) }
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Edge? { P.edge(operands[0], operands[1]) }
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Edge? { P.edge(operands[0], operands[1], operands[2]) }
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Edge? {
        P.edge(operands[0], operands[1], operands[2], operands[3])
    }
    func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Edge? { nil }
}

extension NodeNumbers {
    fileprivate mutating func edge(of node: NodeIndex, in graph: Graph) -> Edge? {
        let kernel = ArrayKernel(graph.op(of: node), graph.operandShapes(of: node), graph.attributes(of: node))
        return kernel.flatMap { edge($0, graph.operands(of: node)) }
    }
}

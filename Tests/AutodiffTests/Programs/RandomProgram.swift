import Autodiff

/// A program of random ops of every kind on arrays, at a point where all of them are smooth.
///
/// Each operand is that of a call known to be smooth, times 1 and a little of some node before, so that it stays there.
/// Results are divided by their size, and those of whole programs are weighted sums of them all.
struct RandomProgram {
    /// How many ops of a kind of its own a program has.
    static let callCount = 12

    private(set) var nodes: [NodeDescription] = []
    /// The numbers of the nodes.
    private var tensors: [Tensor] = []
    /// The nodes that operands are taken from, with numbers of at most about 1.
    private var pool: [Int] = []
    private var generator: SeededGenerator

    init(seed: Int) throws {
        generator = SeededGenerator(seed: seed)
        for extents in [[], [3], [2, 3], [3, 3]] {
            let value = tensor(Shape(extents) ?? .scalar)
            nodes.append(NodeDescription("x\(nodes.count)", "input", value: value))
            tensors.append(value)
            pool.append(nodes.count - 1)
        }
        let inputCount = pool.count
        for call in SmoothCall.some(Self.callCount, seed: seed, using: &generator) { try append(call) }
        // Curved, as the rest need not be.
        var total = try append(.multiply, [append(.exp, [0]), constant(0.1)])
        for place in pool[inputCount...] {
            let weighted = try append(.multiply, [place, constant(tensor(tensors[place].shape))])
            total = try append(.add, [total, append(.sum, [weighted])])
        }
    }

    /// The graph, with the sum of everything as its last output, and some results before it.
    func graph() throws -> Graph { try Graph(nodes: nodes, outputs: outputs) }

    /// The graph with that sum alone as its output.
    func scalarGraph() throws -> Graph { try Graph(nodes: nodes, outputs: outputs.suffix(1)) }

    /// That graph with its nodes in another order.
    mutating func shuffledGraph() throws -> Graph {
        try Graph(nodes: nodes.shuffled(using: &generator), outputs: outputs.suffix(1))
    }

    private var outputs: [String] { pool.suffix(3).map { nodes[$0].id } + nodes.suffix(1).map(\.id) }

    private mutating func append(_ call: SmoothCall) throws {
        var arguments: [Int] = []
        var shape = Shape.scalar
        let isSample = call.op.isElementwise && call.operands.allSatisfy(\.shape.isScalar)
        for (position, operand) in call.operands.enumerated() {
            if call.fixed.contains(position) {
                arguments.append(constant(operand))
                continue
            }
            guard let source = pool.randomElement(using: &generator) else { continue }
            var part = source
            if isSample {
                // What samples are multiplied by gives them their shapes.
                if let joint = tensors[source].shape.broadcast(with: shape) {
                    shape = joint
                } else {
                    part = try mean(of: source)
                }
            } else if tensors[source].shape.broadcast(with: operand.shape) != operand.shape {
                part = try append(.multiply, [mean(of: source), constant(tensor(operand.shape))])
            }
            let factor = try append(.add, [append(.multiply, [part, constant(0.05)]), constant(1)])
            arguments.append(try append(.multiply, [factor, constant(operand)]))
        }
        let result = try append(call.op, arguments, call.attributes)
        let size = tensors[result].elements.map(\.magnitude).max() ?? 0
        guard size > 0, tensors[result].elements.allSatisfy(\.isFinite) else { return }
        pool.append(try append(.divide, [result, constant(Tensor(size))]))
    }

    private mutating func mean(of node: Int) throws -> Int { try append(.mean, [node]) }

    private mutating func constant(_ value: Tensor) -> Int {
        nodes.append(NodeDescription("c\(nodes.count)", "constant", value: value))
        tensors.append(value)
        return nodes.count - 1
    }

    private mutating func append(_ op: Op, _ arguments: [Int], _ attributes: Attributes = [:]) throws -> Int {
        tensors.append(try ArrayFunction(op, arguments.map { tensors[$0] }, attributes).value())
        nodes.append(
            NodeDescription(
                "n\(nodes.count)", op.name, arguments.map { .id(nodes[$0].id) }, attributes: attributes))
        return nodes.count - 1
    }

    /// Random numbers between -1 and 1.
    private mutating func tensor(_ shape: Shape) -> Tensor {
        let elements = (0..<shape.count).map { _ in Double.random(in: -1...1, using: &generator) }
        return Tensor(shape: shape, elements: elements) ?? 0
    }
}

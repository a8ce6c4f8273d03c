import Autodiff

/// An op on arrays, made into a scalar by weights, with its derivatives in both modes.
struct ArrayFunction {
    let graph: Graph
    let result: NodeIndex
    /// The op's result times fixed weights, summed.
    let weighted: NodeIndex

    init(graph: Graph, result: NodeIndex, weighted: NodeIndex) {
        self.graph = graph
        self.result = result
        self.weighted = weighted
    }

    /// - Parameters:
    ///   - op: The op.
    ///   - operands: Where it is taken; each is an input.
    ///   - attributes: Of the op.
    ///   - signs: What the weights are multiplied by, too, 1 if nothing is given.
    /// - Throws: What the op refuses.
    init(_ op: Op, _ operands: [Tensor], _ attributes: Attributes = [:], signs: [Double]? = nil) throws {
        var graph = Graph()
        let places = operands.enumerated().map { position, operand in
            graph.appendInput("x\(position)", shape: operand.shape, defaultValue: operand.elements)
        }
        result = try graph.append(op, places, attributes)
        let shape = graph.shape(of: result)
        let elements = (0..<shape.count).map { place -> Double in
            let weight = Double((place * 7) % 5) / 4 - 0.4
            return weight * (signs?[place] ?? 1)
        }
        let weights = Tensor(shape: shape, elements: elements)
        let constant = graph.appendConstant(tensor: weights ?? Tensor(0))
        let product = try graph.append(.multiply, [result, constant], [:])
        weighted = try graph.append(.sum, [product], [:])
        self.graph = graph
    }

    /// The numbers of the result.
    func value() throws -> Tensor {
        let elements = try ArrayFunction.run(graph, [result])
        return Tensor(shape: graph.shape(of: result), elements: elements) ?? Tensor(.nan)
    }

    /// The derivatives of the weighted sum with respect to each operand, by reverse mode.
    func gradient() throws -> [[Double]] {
        let reverse = Reverse(graph, output: weighted)
        return try numbers(reverse.graph, reverse.adjoints)
    }

    /// The derivative of the weighted sum along tangents of the operands, by forward mode.
    func tangent(along directions: [[Double]]) throws -> Double {
        let forward = Self.forward(graph, along: directions)
        guard let tangent = forward.tangents[Int(weighted)] else { return 0 }
        return try ArrayFunction.run(forward.graph, [tangent])[0]
    }

    /// The derivative of the gradient along tangents of the operands, by each mode over the other.
    func products(along directions: [[Double]]) throws -> [[[Double]]] {
        [try productForwardOverReverse(along: directions), try productReverseOverForward(along: directions)]
    }

    private func productForwardOverReverse(along directions: [[Double]]) throws -> [[Double]] {
        let reverse = Reverse(graph, output: weighted)
        let forward = Self.forward(reverse.graph, along: directions)
        return try numbers(
            forward.graph, reverse.adjoints.map { adjoint in adjoint.flatMap { forward.tangents[Int($0)] } })
    }

    private func productReverseOverForward(along directions: [[Double]]) throws -> [[Double]] {
        let forward = Self.forward(graph, along: directions)
        guard let tangent = forward.tangents[Int(weighted)] else { return try numbers(graph, []) }
        let reverse = Reverse(forward.graph, output: tangent)
        return try numbers(reverse.graph, reverse.adjoints)
    }

    /// What a graph of derivatives has for each operand, 0 where it has none.
    private func numbers(_ derived: Graph, _ derivatives: [NodeIndex?]) throws -> [[Double]] {
        try graph.inputs.map { input in
            guard Int(input.node) < derivatives.count, let derivative = derivatives[Int(input.node)] else {
                return [Double](repeating: 0, count: graph.shape(of: input.node).count)
            }
            return try ArrayFunction.run(derived, [derivative])
        }
    }

    private static func forward(_ graph: Graph, along directions: [[Double]]) -> Forward {
        var graph = graph
        var seeds: [(node: NodeIndex, tangent: NodeIndex)] = []
        for (input, direction) in zip(graph.inputs, directions) {
            let tensor = Tensor(shape: graph.shape(of: input.node), elements: direction)
            seeds.append((input.node, graph.appendConstant(tensor: tensor ?? Tensor(.nan))))
        }
        return Forward(graph, seeds: seeds)
    }

    /// The derivative of the weighted sum along tangents of the operands, by central differences.
    func difference(along directions: [[Double]], step: Double = 1e-5) throws -> Double {
        func moved(by step: Double) throws -> Double {
            var graph = graph
            for (input, direction) in zip(graph.inputs, directions) {
                graph.bind(zip(input.defaultValue ?? [], direction).map { $0 + step * $1 }, to: input.node)
            }
            return try ArrayFunction.run(graph, [weighted])[0]
        }
        return try (moved(by: step) - moved(by: -step)) / (2 * step)
    }

    private static func run(_ graph: Graph, _ wanted: [NodeIndex]) throws -> [Double] {
        var workspace: [Double] = []
        let program = Program.compile(graph, wanted: wanted)
        return try program.run(inputs: graph.inputs.flatMap { $0.defaultValue ?? [] }, workspace: &workspace)
    }
}

extension Tensor {
    /// Numbers that differ, in a shape.
    static func sample(_ extents: [Int], from first: Double = 0.3) -> Tensor {
        let shape = Shape(extents) ?? .scalar
        let elements = (0..<shape.count).map { first + Double(($0 * 37) % 101) / 50 - 0.7 }
        return Tensor(shape: shape, elements: elements) ?? Tensor(.nan)
    }
}

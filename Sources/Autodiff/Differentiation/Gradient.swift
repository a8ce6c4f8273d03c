/// A function's value and its gradient with respect to its nodes, compiled: made once, run at many points.
///
/// ```swift
/// let gradient = try Gradient(of: Graph(expression: "o = tanh((a*b + c)*f)"))
/// let result = try gradient(["a": 0.4, "b": 0.8, "c": 1, "f": -1.5])
/// ```
public struct Gradient: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The value of the output.
        public let value: Double
        /// The values of the nodes reported on, in the order of the report.
        public let values: [NamedTensor]
        /// The derivative of the output with respect to each node reported on, over all paths.
        public let gradients: [NamedTensor]
        /// The local derivative on every edge between named nodes, where they were asked for.
        public let partials: [Partial]
        /// The first node whose value or gradient is not finite, where a reported number is not.
        public let warning: NonFinite?
    }

    /// The local derivative on an edge.
    public struct Partial: Sendable {
        /// The id of the operand.
        public let from: String
        /// The id of the node that uses it, perhaps through unnamed intermediates.
        public let to: String
        /// The derivative of the latter with respect to the former, all other named nodes held fixed.
        public let value: Double
    }

    /// The id of the output.
    public let output: String
    private let plan: Plan
    private let adjoints: [NodeIndex?]
    private let values: [Graph.NamedNode]
    private let gradients: [Graph.NamedNode]
    private let edges: [(from: String, to: String)]

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - output: The id of the scalar to differentiate, where there are several outputs.
    ///   - wrt: The ids to report gradients of; if nothing, those of the report.
    ///   - report: The nodes whose values and gradients to report.
    ///   - partials: Whether to report the local derivative on every edge.
    /// - Throws: An id that no node has, or an output that is no scalar or not chosen.
    public init(
        of graph: Graph, output: String? = nil, wrt: [String]? = nil, report: Report = .named, partials: Bool = false
    ) throws(GraphError) {
        let output = try graph.scalarOutput(output)
        self.output = output.name
        values = try graph.nodes(in: report)
        if let wrt {
            gradients = zip(wrt, try graph.nodes(named: wrt, field: "wrt")).map {
                Graph.NamedNode(name: $0, node: $1)
            }
        } else {
            gradients = values
        }
        let reverse = Reverse(graph, output: output.node)
        adjoints = reverse.adjoints
        var wanted = [output.node] + values.map(\.node)
        wanted += gradients.compactMap { reverse.adjoints[Int($0.node)] }
        if partials {
            let partials = Partials(reverse.graph, ofFirst: graph.count)
            let names = graph.names()
            edges = partials.edges.map { (names[Int($0.from)] ?? "", names[Int($0.to)] ?? "") }
            wanted += partials.edges.map(\.partial)
            plan = Plan(partials.graph, wanted: wanted)
        } else {
            edges = []
            plan = Plan(reverse.graph, wanted: wanted)
        }
    }

    /// Runs at a point.
    ///
    /// - Parameter bindings: What is bound to inputs; defaults serve for the others.
    /// - Returns: The value and the gradients.
    /// - Throws: What is wrong with the bindings.
    public func callAsFunction(_ bindings: [String: Tensor] = [:]) throws(PlanError) -> Result {
        try run(bindings, deadline: Unlimited())
    }

    package func run(_ bindings: [String: Tensor], deadline: some Deadline) throws(PlanError) -> Result {
        let tensors = try plan.run(bindings, deadline: deadline)
        var rest = tensors[...]
        let value = rest.popFirst()?.scalar ?? .nan
        let values = self.values.map { NamedTensor(name: $0.name, tensor: rest.popFirst() ?? Tensor(.nan)) }
        let gradients = self.gradients.map { named in
            // The output does not depend on a node without an adjoint.
            let zeros = Tensor(shape: plan.graph.shape(of: named.node), repeating: 0)
            let adjoint = adjoints[Int(named.node)] == nil ? zeros : rest.popFirst()
            return NamedTensor(name: named.name, tensor: adjoint ?? Tensor(.nan))
        }
        let partials = zip(edges, rest).map { edge, tensor in
            Partial(from: edge.from, to: edge.to, value: tensor.scalar ?? .nan)
        }
        let isFinite = tensors.allSatisfy { $0.elements.allSatisfy(\.isFinite) }
        return Result(
            value: value, values: values, gradients: gradients, partials: partials,
            warning: isFinite ? nil : NonFinite.first(in: plan.graph, adjoints: adjoints, bindings))
    }
}

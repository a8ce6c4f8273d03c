/// A function's value and its gradient with respect to its nodes, compiled: made once, run at many points.
///
/// ```swift
/// let gradient = try Gradient(of: Graph(expression: "o = tanh((a*b + c)*f)"))
/// let result = try gradient(["a": 0.4, "b": 0.8, "c": 1, "f": -1.5])
/// ```
public struct Gradient: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The value of the output; of a batch, an array of those at its points.
        public internal(set) var outputValue: Tensor
        /// The value of the output at a single point.
        public var value: Double { outputValue.scalar ?? .nan }
        /// The values of the nodes reported on, in the order of the report.
        public internal(set) var values: [NamedTensor]
        /// The derivative of the output with respect to each node reported on, over all paths.
        public internal(set) var gradients: [NamedTensor]
        /// The local derivative on every edge between named nodes, where they were asked for.
        public internal(set) var partials: [Partial]
        /// The first node whose value or gradient is not finite, where a reported number is not.
        public var warning: NonFinite?
    }

    /// The local derivative on an edge.
    public struct Partial: Sendable {
        /// The id of the operand.
        public let from: String
        /// The id of the node that uses it, perhaps through unnamed intermediates.
        public let to: String
        /// The derivative of the latter with respect to the former, all other named nodes held fixed; of a batch, an
        /// array of those at its points.
        public internal(set) var tensor: Tensor
        /// The derivative at a single point.
        public var value: Double { tensor.scalar ?? .nan }
    }

    /// The id of the output.
    public let output: String
    private let plan: Plan
    /// What runs.
    package var program: Program { plan.program }
    private let adjoints: [NodeIndex?]
    private let values: DerivativeList
    private let gradients: DerivativeList
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
        let reverse = Reverse(graph, output: output.node)
        adjoints = reverse.adjoints
        values = DerivativeList(try graph.nodes(in: report))
        gradients = DerivativeList(try graph.nodes(wrt: wrt, report), reverse.adjoints)
        var wanted = [output.node] + values.wanted + gradients.wanted
        if partials {
            try graph.requireScalars()
            let partials = Partials(reverse.graph, ofFirst: graph.count)
            let names = graph.names()
            edges = partials.edges.map { (names[$0.from] ?? "", names[$0.to] ?? "") }
            wanted += partials.edges.map(\.partial)
            plan = try Plan(partials.graph, wanted: wanted)
        } else {
            edges = []
            plan = try Plan(reverse.graph, wanted: wanted)
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
        let inputs = try plan.inputs(bindings)
        var workspace: [Double] = []
        let tensors = try plan.run(inputs: inputs, &workspace, deadline: deadline)
        var result = result(of: tensors)
        if !tensors.allSatisfy(\.isFinite) {
            result.warning = NonFinite.first(in: plan.graph, derivatives: adjoints, at: inputs)
        }
        return result
    }

    private func result(of tensors: [Tensor]) -> Result {
        var rest = tensors[...]
        let value = rest.popFirst() ?? Tensor(.nan)
        let values = self.values.take(from: &rest, in: plan.graph)
        let gradients = self.gradients.take(from: &rest, in: plan.graph)
        let partials = zip(edges, rest).map { edge, tensor in
            Partial(from: edge.from, to: edge.to, tensor: tensor)
        }
        return Result(outputValue: value, values: values, gradients: gradients, partials: partials)
    }

    /// Runs at all points of a batch, many side by side, to the same bits as at one after the other.
    ///
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    package func run(
        _ batch: Batch, _ settings: Batch.Settings, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let first = try batch.point(0) { point throws(PlanError) in try run(point.bindings, deadline: deadline) }
        var arrays: [BatchArray?] = [BatchArray(wanted: 0, direction: 0)]
        arrays += values.arrays(from: 1, direction: 0)
        let next = 1 + values.wanted.count
        arrays += gradients.arrays(from: next, direction: 0)
        arrays += edges.indices.map { BatchArray(wanted: next + gradients.wanted.count + $0, direction: 0) }
        return try batch.run(
            plan, plan.table(batch), fixedCount: 0, arrays, settings, like: first, deadline: deadline
        ) { inputs, _ in NonFinite.first(in: plan.graph, derivatives: adjoints, at: inputs) }
    }
}

extension Gradient: PointFunction {
    package func inputs(_ bindings: [String: Tensor]) throws(PlanError) -> [Double] { try plan.inputs(bindings) }

    package func result(of numbers: [Double]) -> Result { result(of: plan.split(numbers)) }
}

extension Graph {
    /// The nodes that gradients are reported of: those listed, else those of the report.
    func nodes(wrt ids: [String]?, _ report: Report) throws(GraphError) -> [NamedNode] {
        guard let ids else { return try nodes(in: report) }
        return zip(ids, try nodes(named: ids, field: "wrt")).map { NamedNode(name: $0, node: $1) }
    }
}

/// The values of a function's nodes, compiled: made once, run at many points.
public struct Evaluation: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The values of the nodes reported on, in the order of the report.
        public internal(set) var values: [NamedTensor]
        /// The first node that is not finite, where a reported value is not.
        public var warning: NonFinite?
    }

    private let plan: Plan
    /// What runs.
    package var program: Program { plan.program }
    private let reported: [Graph.NamedNode]

    /// Compiles what a report needs of a function.
    ///
    /// - Throws: An id in the report that no node has.
    public init(of graph: Graph, report: Report = .named) throws(GraphError) {
        reported = try graph.nodes(in: report)
        plan = try Plan(graph, wanted: reported.map(\.node))
    }

    /// Runs at a point.
    ///
    /// - Parameter bindings: What is bound to inputs; defaults serve for the others.
    /// - Returns: The values.
    /// - Throws: What is wrong with the bindings.
    public func callAsFunction(_ bindings: [String: Tensor] = [:]) throws(PlanError) -> Result {
        try run(bindings, deadline: Unlimited())
    }

    package func run(_ bindings: [String: Tensor], deadline: some Deadline) throws(PlanError) -> Result {
        let inputs = try plan.inputs(bindings)
        var workspace: [Double] = []
        let tensors = try plan.run(inputs: inputs, &workspace, deadline: deadline)
        var result = result(of: tensors)
        if !tensors.allSatisfy(\.isFinite) { result.warning = NonFinite.first(in: plan.graph, at: inputs) }
        return result
    }

    private func result(of tensors: [Tensor]) -> Result {
        Result(values: zip(reported, tensors).map { NamedTensor(name: $0.name, tensor: $1) })
    }

    /// Runs at all points of a batch, many side by side, to the same bits as at one after the other.
    ///
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    package func run(
        _ batch: Batch, _ settings: Batch.Settings, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let first = try batch.point(0) { point throws(PlanError) in try run(point.bindings, deadline: deadline) }
        return try batch.run(
            plan, plan.table(batch), fixedCount: 0,
            reported.indices.map { BatchArray(wanted: $0, direction: 0) }, settings, like: first,
            deadline: deadline
        ) { inputs, _ in NonFinite.first(in: plan.graph, at: inputs) }
    }
}

extension Evaluation: PointFunction {
    package func inputs(_ bindings: [String: Tensor]) throws(PlanError) -> [Double] { try plan.inputs(bindings) }

    package func result(of numbers: [Double]) -> Result { result(of: plan.split(numbers)) }
}

/// An array with the name of its node.
public struct NamedTensor: Sendable {
    /// The name.
    public let name: String
    /// The array.
    public internal(set) var tensor: Tensor
}

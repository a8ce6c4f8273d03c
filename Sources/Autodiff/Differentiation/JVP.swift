/// Jacobian-vector products, compiled: tangents of inputs, pushed forward to every node.
///
/// ```swift
/// let jvp = try JVP(of: Graph(expression: "u = x*y"), tangents: ["x": 1])
/// let tangents = try jvp(["x": 3, "y": 4], tangents: ["x": 1]).tangents[0]
/// ```
public struct JVP: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The values of the nodes reported on, in the order of the report.
        public internal(set) var values: [NamedTensor]
        /// For each direction the derivative along it of each node reported on.
        public internal(set) var tangents: [[NamedTensor]]
        /// The first node whose value or tangent is not finite, where a reported number is not.
        public var warning: NonFinite?
    }

    private let plan: DirectionalPlan

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - tangents: Directions of which the names are taken: the inputs that tangents will be given for.
    ///   - report: The nodes whose values and tangents to report.
    /// - Throws: A name that no input has, or an id in the report that no node has.
    public init(of graph: Graph, tangents: Directions, report: Report = .named) throws(GraphError) {
        var whole = graph
        let inputs = DirectionInputs(
            for: try graph.inputs(of: tangents, field: "tangents"), in: &whole, field: "tangents")
        let forward = Forward(whole, seeds: inputs.pairs.map { (node: $0.node, tangent: $0.input) })
        let reported = try graph.nodes(in: report)
        plan = try DirectionalPlan(
            forward.graph, inputs, fixed: DerivativeList(reported),
            products: DerivativeList(reported, forward.tangents),
            words: .init(
                derivatives: Array(forward.tangents.prefix(graph.count)), kind: .tangent, product: "tangent of"))
    }

    /// Runs at a point.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - tangents: The directions: for inputs named when this was compiled, arrays in their shapes; 0 if left out.
    /// - Returns: The values and the tangents.
    /// - Throws: What is wrong with the bindings or the tangents.
    public func callAsFunction(
        _ bindings: [String: Tensor] = [:], tangents: Directions
    ) throws(PlanError) -> Result {
        try run(bindings, tangents: tangents, deadline: Unlimited())
    }

    package func run(
        _ bindings: [String: Tensor], tangents: Directions, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let result = try plan.run(bindings, tangents, deadline: deadline)
        return Result(values: result.fixed, tangents: result.products, warning: result.warning)
    }

    /// Runs at all points of a batch, many side by side, to the same bits as at one after the other.
    ///
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    package func run(
        _ batch: Batch, tangents: Directions, in graph: Graph, _ settings: Batch.Settings, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let first = try batch.point(0) { point throws(PlanError) in
            try run(point.bindings, tangents: point.directions(tangents, in: graph), deadline: deadline)
        }
        return try plan.run(batch, tangents, settings, like: first, deadline: deadline)
    }
}

extension Graph {
    /// The inputs that directions name.
    func inputs(of directions: Directions, field: String) throws(GraphError) -> [NamedNode] {
        let names = directions.names
        return try inputs(named: names.map(\.name)) { position in
            directions.place(of: names[position].name, in: names[position].map, field: field)
        }
    }
}

/// Vector-Jacobian products, compiled: cotangents of outputs, pulled back to every node.
///
/// ```swift
/// let vjp = try VJP(of: Graph(expression: "u = x*y; v = x + y", outputs: ["u", "v"]), cotangents: ["u": 1, "v": 2])
/// let gradients = try vjp(["x": 3, "y": 4], cotangents: ["u": 1, "v": 2]).gradients[0]
/// ```
public struct VJP: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The values of the nodes reported on, in the order of the report.
        public internal(set) var values: [NamedTensor]
        /// For each direction the derivative, weighted by the cotangents, with respect to each node reported on.
        public internal(set) var gradients: [[NamedTensor]]
        /// The first node whose value or gradient is not finite, where a reported number is not.
        public var warning: NonFinite?
    }

    private let plan: DirectionalPlan

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - cotangents: Directions of which the names are taken: the nodes that cotangents will be given for.
    ///   - wrt: The ids to report gradients of; if nothing, those of the report.
    ///   - report: The nodes whose values and gradients to report.
    /// - Throws: An id that no node has.
    public init(
        of graph: Graph, cotangents: Directions, wrt: [String]? = nil, report: Report = .named
    ) throws(GraphError) {
        let outputs = try graph.nodes(of: cotangents, field: "cotangents")
        var whole = graph
        let inputs = DirectionInputs(for: outputs, in: &whole, field: "cotangents")
        let reverse = Reverse(whole, cotangents: inputs.pairs.map { (output: $0.node, cotangent: $0.input) })
        plan = try DirectionalPlan(
            reverse.graph, inputs, fixed: DerivativeList(try graph.nodes(in: report)),
            products: DerivativeList(try graph.nodes(wrt: wrt, report), reverse.adjoints),
            words: .init(
                derivatives: Array(reverse.adjoints.prefix(graph.count)), kind: .gradient, product: "gradient of"))
    }

    /// Runs at a point.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - cotangents: The directions: for nodes named when this was compiled, arrays in their shapes; 0 if left out.
    /// - Returns: The values and the gradients.
    /// - Throws: What is wrong with the bindings or the cotangents.
    public func callAsFunction(
        _ bindings: [String: Tensor] = [:], cotangents: Directions
    ) throws(PlanError) -> Result {
        try run(bindings, cotangents: cotangents, deadline: Unlimited())
    }

    package func run(
        _ bindings: [String: Tensor], cotangents: Directions, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let result = try plan.run(bindings, cotangents, deadline: deadline)
        return Result(values: result.fixed, gradients: result.products, warning: result.warning)
    }

    /// Runs at all points of a batch, many side by side, to the same bits as at one after the other.
    ///
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    package func run(
        _ batch: Batch, cotangents: Directions, in graph: Graph, _ settings: Batch.Settings, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let first = try batch.point(0) { point throws(PlanError) in
            try run(point.bindings, cotangents: point.directions(cotangents, in: graph), deadline: deadline)
        }
        return try plan.run(batch, cotangents, settings, like: first, deadline: deadline)
    }
}

extension Graph {
    /// The nodes that directions name.
    func nodes(of directions: Directions, field: String) throws(GraphError) -> [NamedNode] {
        let table = self.nodes(named: directions.names.lazy.map(\.name))
        var nodes: [NamedNode] = []
        for (name, map) in directions.names {
            guard let node = table[name] else {
                throw unknownID(name, at: directions.place(of: name, in: map, field: field))
            }
            nodes.append(NamedNode(name: name, node: node))
        }
        return nodes
    }
}

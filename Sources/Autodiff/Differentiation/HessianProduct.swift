/// Products of a scalar's Hessian with vectors, compiled, at the cost of a few gradients and without the matrix.
public struct HessianProduct: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The value of the output; of a batch, an array of those at its points.
        public internal(set) var outputValue: Tensor
        /// The value of the output at a single point.
        public var value: Double { outputValue.scalar ?? .nan }
        /// The derivative of the output with respect to each node reported on.
        public internal(set) var gradients: [NamedTensor]
        /// For each vector the derivative along it of the gradient of each input.
        public internal(set) var products: [[NamedTensor]]
        /// The first number that is not finite, where a reported one is not.
        public var warning: NonFinite?
    }

    /// The id of the output.
    public var output: String { second.output }
    private let second: SecondOrder
    /// What runs for each vector: the numbers of the point, with those of the vector behind them.
    package var program: Program { second.plan.program }

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - output: The id of the scalar to differentiate, where there are several outputs.
    ///   - wrt: The inputs to report products of; if nothing, all.
    ///   - vector: Directions of which the names are taken: the inputs that vectors will be given for.
    ///   - report: The nodes whose gradients to report, where `wrt` does not say so.
    /// - Throws: An id that no node or input has, or an output that is no scalar or not chosen.
    public init(
        of graph: Graph, output: String? = nil, wrt: [String]? = nil, vector: Directions, report: Report = .named
    ) throws(GraphError) {
        second = try SecondOrder(
            of: graph, output: try graph.scalarOutput(output),
            rows: try graph.inputs(named: wrt) { .request([.field("wrt"), .element($0)]) },
            columns: try graph.inputs(of: vector, field: "vector"), gradients: try graph.nodes(wrt: wrt, report),
            field: "vector")
    }

    /// Runs at a point.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - vector: The vectors: for inputs named when this was compiled, arrays in their shapes; 0 if left out.
    /// - Returns: The value, the gradients and the products.
    /// - Throws: What is wrong with the bindings or the vectors.
    public func callAsFunction(
        _ bindings: [String: Tensor] = [:], vector: Directions
    ) throws(PlanError) -> Result {
        try run(bindings, vector: vector, deadline: Unlimited())
    }

    package func run(
        _ bindings: [String: Tensor], vector: Directions, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let result = try second.plan.run(bindings, vector, deadline: deadline)
        let first = SecondOrder.first(result.fixed)
        return Result(
            outputValue: first.value, gradients: first.gradients, products: result.products, warning: result.warning)
    }

    /// Runs at all points of a batch, many side by side, to the same bits as at one after the other.
    ///
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    package func run(
        _ batch: Batch, vector: Directions, in graph: Graph, _ settings: Batch.Settings, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let first = try batch.point(0) { point throws(PlanError) in
            try run(point.bindings, vector: point.directions(vector, in: graph), deadline: deadline)
        }
        return try second.plan.run(batch, vector, settings, like: first, deadline: deadline)
    }
}

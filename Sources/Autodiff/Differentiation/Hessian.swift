/// The second derivatives of a scalar with respect to a function's inputs, compiled: made once, run at many points.
public struct Hessian: Sendable {
    /// What a run gives.
    public struct Result: Sendable {
        /// The value of the output; of a batch, an array of those at its points.
        public internal(set) var outputValue: Tensor
        /// The value of the output at a single point.
        public var value: Double { outputValue.scalar ?? .nan }
        /// The derivative of the output with respect to each node reported on.
        public internal(set) var gradients: [NamedTensor]
        /// For each input the derivatives of its gradient, each of its own shape and behind it the other input's.
        ///
        /// It is exactly symmetric.
        public internal(set) var hessian: [DerivativeRow]
        /// The first number that is not finite, where a reported one is not.
        public var warning: NonFinite?
    }

    /// The id of the output.
    public var output: String { second.output }
    private let second: SecondOrder
    private let matrix: DerivativeMatrix

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - output: The id of the scalar to differentiate, where there are several outputs.
    ///   - wrt: The inputs to differentiate with respect to; if nothing, all.
    ///   - report: The nodes whose gradients to report, where `wrt` does not say so.
    /// - Throws: An id that no node or input has, an output that is no scalar or not chosen, or a matrix too large.
    public init(
        of graph: Graph, output: String? = nil, wrt: [String]? = nil, report: Report = .named
    ) throws(GraphError) {
        let output = try graph.scalarOutput(output)
        let inputs = try graph.inputs(named: wrt) { .request([.field("wrt"), .element($0)]) }
        matrix = try DerivativeMatrix(rows: inputs, columns: inputs, of: graph)
        second = try SecondOrder(
            of: graph, output: output, rows: inputs, columns: inputs, gradients: try graph.nodes(wrt: wrt, report),
            field: "")
    }

    /// Runs at a point.
    ///
    /// - Parameter bindings: What is bound to inputs; defaults serve for the others.
    /// - Returns: The value, the gradients and the Hessian.
    /// - Throws: What is wrong with the bindings.
    public func callAsFunction(_ bindings: [String: Tensor] = [:]) throws(PlanError) -> Result {
        try run(bindings, deadline: Unlimited())
    }

    package func run(_ bindings: [String: Tensor], deadline: some Deadline) throws(PlanError) -> Result {
        let (sweep, warning) = try second.plan.sweep(bindings, deadline: deadline)
        var result = result(sweep)
        result.warning = warning
        return result
    }

    /// Runs at all points of a batch, many side by side, to the same bits as at one after the other.
    ///
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    package func run(
        _ batch: Batch, _ settings: Batch.Settings, deadline: some Deadline
    ) throws(PlanError) -> Result {
        try second.plan.sweep(batch, settings, deadline: deadline, result)
    }

    private func result(_ sweep: DirectionalPlan.Sweep) -> Result {
        var matrix = matrix
        for direction in 0..<sweep.count { matrix.fill(direction, isRow: false, sweep.products(direction)) }
        matrix.symmetrize()
        let first = SecondOrder.first(sweep.fixed)
        return Result(outputValue: first.value, gradients: first.gradients, hessian: matrix.list)
    }
}

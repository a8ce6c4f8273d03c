/// The derivatives of a function's outputs with respect to its inputs, compiled: made once, run at many points.
public struct Jacobian: Sendable {
    /// The way in which derivatives are found.
    public enum Mode: String, CaseIterable, Sendable {
        /// The one of the other two that takes fewer runs.
        case auto
        /// Columns, one run for each element of an input.
        case forward
        /// Rows, one run for each element of an output.
        case reverse
    }

    /// What a run gives.
    public struct Result: Sendable {
        /// The values of the nodes reported on, in the order of the report.
        public internal(set) var values: [NamedTensor]
        /// For each output its derivatives, each of the output's shape and behind it the input's.
        public internal(set) var jacobian: [DerivativeRow]
        /// The first number that is not finite, where a reported one is not.
        public var warning: NonFinite?
    }

    /// The mode, chosen where it was left open.
    public let mode: Mode
    private let plan: DirectionalPlan
    private let matrix: DerivativeMatrix

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function, whose outputs are differentiated.
    ///   - wrt: The inputs to differentiate with respect to; if nothing, all.
    ///   - mode: The way to do it.
    ///   - report: The nodes whose values to report.
    /// - Throws: A name that no input has, an id in the report that no node has, or a matrix that is too large.
    public init(
        of graph: Graph, wrt: [String]? = nil, mode: Mode = .auto, report: Report = .named
    ) throws(GraphError) {
        let outputs = graph.named(graph.outputs)
        let inputs = try graph.inputs(named: wrt) { .request([.field("wrt"), .element($0)]) }
        matrix = try DerivativeMatrix(rows: outputs, columns: inputs, of: graph)
        func count(_ nodes: [Graph.NamedNode]) -> Int { nodes.reduce(0) { $0 + graph.shape(of: $1.node).count } }
        self.mode = mode != .auto ? mode : count(inputs) <= count(outputs) ? .forward : .reverse
        let isForward = self.mode == .forward
        var whole = graph
        let directions = DirectionInputs(for: isForward ? inputs : outputs, in: &whole, field: "")
        let (derived, products): (Graph, DerivativeList)
        if isForward {
            let forward = Forward(whole, seeds: directions.pairs.map { (node: $0.node, tangent: $0.input) })
            (derived, products) = (forward.graph, DerivativeList(outputs, forward.tangents))
        } else {
            let reverse = Reverse(whole, cotangents: directions.pairs.map { (output: $0.node, cotangent: $0.input) })
            (derived, products) = (reverse.graph, DerivativeList(inputs, reverse.adjoints))
        }
        plan = try DirectionalPlan(
            derived, directions, fixed: DerivativeList(try graph.nodes(in: report)), products: products,
            words: .init(
                derivatives: [NodeIndex?](repeating: nil, count: graph.count), kind: .gradient,
                product: isForward ? "Jacobian of" : "Jacobian with respect to"))
    }

    /// Runs at a point.
    ///
    /// - Parameter bindings: What is bound to inputs; defaults serve for the others.
    /// - Returns: The values and the Jacobian.
    /// - Throws: What is wrong with the bindings.
    public func callAsFunction(_ bindings: [String: Tensor] = [:]) throws(PlanError) -> Result {
        try run(bindings, deadline: Unlimited())
    }

    package func run(_ bindings: [String: Tensor], deadline: some Deadline) throws(PlanError) -> Result {
        let (sweep, warning) = try plan.sweep(bindings, deadline: deadline)
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
        try plan.sweep(batch, settings, deadline: deadline, result)
    }

    private func result(_ sweep: DirectionalPlan.Sweep) -> Result {
        var matrix = matrix
        for direction in 0..<sweep.count {
            matrix.fill(direction, isRow: mode == .reverse, sweep.products(direction))
        }
        return Result(values: sweep.fixed, jacobian: matrix.list)
    }
}

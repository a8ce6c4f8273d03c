/// A derivative that is a product with a direction, compiled: run once for each direction at a point.
struct DirectionalPlan: Sendable {
    /// What a run gives.
    struct Result {
        /// What does not depend on the direction.
        let fixed: [NamedTensor]
        /// The products, one for each direction.
        let products: [[NamedTensor]]
        /// The first number that is not finite.
        let warning: NonFinite?
    }

    /// What a warning says of the derivatives.
    struct Words {
        /// Where each node of the function has a derivative that a warning can name.
        let derivatives: [NodeIndex?]
        /// What these derivatives are.
        let kind: NonFinite.Derivatives
        /// What a product is called.
        let product: String
    }

    let plan: Plan
    /// What runs for each direction: the numbers of the point, with those of the direction behind them.
    var program: Program { plan.program }
    let inputs: DirectionInputs
    let fixed: DerivativeList
    let products: DerivativeList
    private let words: Words

    init(
        _ graph: Graph, _ inputs: DirectionInputs, fixed: DerivativeList, products: DerivativeList, words: Words
    ) throws(GraphError) {
        plan = try Plan(graph, wanted: fixed.wanted + products.wanted, directions: inputs.count)
        self.inputs = inputs
        self.fixed = fixed
        self.products = products
        self.words = words
    }

    /// The products with given directions.
    func run(
        _ bindings: [String: Tensor], _ directions: Directions, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let count: Int
        do {
            count = try inputs.numbers(of: directions).count
            try plan.graph.limits.admit(
                count, times: products.named.reduce(0) { $0 + plan.graph.shape(of: $1.node).count })
        } catch { throw .graph(error) }
        let (sweep, warning) = try sweep(bindings, inputs.columns(of: directions), count: count, deadline: deadline)
        return Result(fixed: sweep.fixed, products: (0..<count).map { sweep.products($0) }, warning: warning)
    }

    /// The products with the direction of each element, at a point.
    ///
    /// - Returns: The products, and the first number that is not finite.
    /// - Throws: What is wrong with the bindings, or that the deadline passed.
    func sweep(
        _ bindings: [String: Tensor], deadline: some Deadline
    ) throws(PlanError) -> (sweep: Sweep, warning: NonFinite?) {
        try sweep(bindings, inputs.basisColumns, count: inputs.elementCount, deadline: deadline)
    }

    private func sweep(
        _ bindings: [String: Tensor], _ directions: [InputTable.Column], count: Int, deadline: some Deadline
    ) throws(PlanError) -> (sweep: Sweep, warning: NonFinite?) {
        // For what is wrong with the bindings.
        _ = try plan.inputs(bindings)
        // Without directions there is still a value.
        let table = InputTable(
            plan.columns(bindings) + directions, pointCount: 1, directionCount: max(count, 1))
        let range = InputRange(table: table, points: 0..<1)
        let numbers: ManyNumbers
        do {
            numbers = try plan.run(range, fixedCount: fixed.wanted.count, threads: 1, deadline: deadline)
        } catch { throw error.error }
        return (
            Sweep(of: self, numbers, point: 0, count: count), plan.warning(range, numbers, warning)?.warning
        )
    }

    func warning(_ inputs: [Double], _ tensors: [Tensor]) -> NonFinite? {
        let inner = NonFinite.first(in: plan.graph, derivatives: words.derivatives, words.kind, at: inputs)
        if let inner { return inner }
        var rest = tensors.dropFirst(fixed.wanted.count)
        return products.take(from: &rest, in: plan.graph).lazy.compactMap { product in
            NonFinite.first(in: product.tensor, "\(words.product) \"\(product.name)\"", node: product.name)
        }.first
    }

    /// Runs at all points of a batch.
    ///
    /// - Parameters:
    ///   - batch: The points.
    ///   - directions: The directions, each for all points or with a part for each.
    ///   - settings: How the results become one.
    ///   - first: The result at the first point.
    ///   - deadline: When to give up.
    /// - Returns: A result of the same form as the first.
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    func run<Result: BatchResult>(
        _ batch: Batch, _ directions: Directions, _ settings: Batch.Settings, like first: Result,
        deadline: some Deadline
    ) throws(PlanError) -> Result {
        let table = InputTable(
            plan.columns(batch.inputs, differing: Set(batch.names)) + inputs.columns(of: directions, batch),
            pointCount: batch.count, directionCount: max(directions.maps.count, 1))
        var arrays = fixed.arrays(from: 0, direction: 0)
        for direction in directions.maps.indices {
            arrays += products.arrays(from: fixed.wanted.count, direction: direction)
        }
        return try batch.run(
            plan, table, fixedCount: fixed.wanted.count, arrays, settings, like: first, deadline: deadline,
            warning: warning)
    }
}

extension GraphLimits {
    /// Refuses a result of more elements than a graph may have.
    func admit(_ count: Int, times size: Int) throws(GraphError) {
        let (product, overflow) = count.multipliedReportingOverflow(by: size)
        if overflow || product > elements {
            throw GraphError(
                .limitExceeded,
                "The result has \(count) times \(size) elements, of which there may be \(elements); ask for less.")
        }
    }
}

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

    private let plan: Plan
    /// What runs for each direction: the numbers of the point, with those of the direction behind them.
    var program: Program { plan.program }
    private let inputs: DirectionInputs
    private let fixed: DerivativeList
    private let products: DerivativeList
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
        let numbers: [[Double]]
        do {
            numbers = try inputs.numbers(of: directions)
            try plan.graph.limits.admit(
                numbers.count, times: products.named.reduce(0) { $0 + plan.graph.shape(of: $1.node).count })
        } catch { throw .graph(error) }
        var list: [[NamedTensor]] = []
        list.reserveCapacity(numbers.count)
        let (fixed, warning) = try sweep(bindings, count: numbers.count, deadline: deadline) {
            numbers[$0]
        } receive: {
            list.append($1)
        }
        return Result(fixed: fixed, products: list, warning: warning)
    }

    /// The products with the direction of each element.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs.
    ///   - deadline: When to give up.
    ///   - receive: Gets the element's position and the products.
    /// - Returns: What does not depend on the direction, and the first number that is not finite.
    /// - Throws: What is wrong with the bindings, or that the deadline passed.
    func sweep(
        _ bindings: [String: Tensor], deadline: some Deadline, receive: (Int, [NamedTensor]) -> Void
    ) throws(PlanError) -> (fixed: [NamedTensor], warning: NonFinite?) {
        try sweep(
            bindings, count: inputs.elementCount, deadline: deadline, direction: inputs.basis, receive: receive)
    }

    private func sweep(
        _ bindings: [String: Tensor], count: Int, deadline: some Deadline, direction: (Int) -> [Double],
        receive: (Int, [NamedTensor]) -> Void
    ) throws(PlanError) -> (fixed: [NamedTensor], warning: NonFinite?) {
        let point = try plan.inputs(bindings)
        var workspace: [Double] = []
        var fixed: [NamedTensor] = []
        var warning: NonFinite?
        // Without directions there is still a value.
        for index in 0..<max(count, 1) {
            if deadline.hasPassed { throw .deadlinePassed }
            let numbers =
                point + (count == 0 ? [Double](repeating: 0, count: inputs.elementCount) : direction(index))
            let tensors = try plan.run(inputs: numbers, &workspace, deadline: deadline)
            var rest = tensors[...]
            fixed = self.fixed.take(from: &rest, in: plan.graph)
            let products = self.products.take(from: &rest, in: plan.graph)
            if warning == nil, !tensors.allSatisfy(\.isFinite) { warning = self.warning(numbers, products) }
            if index < count { receive(index, products) }
        }
        return (fixed, warning)
    }

    private func warning(_ inputs: [Double], _ products: [NamedTensor]) -> NonFinite? {
        let inner = NonFinite.first(in: plan.graph, derivatives: words.derivatives, words.kind, at: inputs)
        if let inner { return inner }
        return products.lazy.compactMap { product in
            NonFinite.first(in: product.tensor, "\(words.product) \"\(product.name)\"", node: product.name)
        }.first
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

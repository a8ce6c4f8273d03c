/// Products of the Hessian of a weighted sum of outputs with vectors, compiled: forward mode over reverse mode.
///
/// With weights w the derivative, along a vector of some inputs, of the gradient of w·f with respect to others. Both the
/// weights and the vector are numbers of a run, so that one compilation serves all of them.
public struct WeightedHessianProduct: Sendable {
    private let plan: Plan
    private let cotangents: DirectionInputs
    private let vector: DirectionInputs
    private let products: DerivativeList

    /// Differentiates twice and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - cotangents: Directions of which the names are taken: the nodes that weights will be given for.
    ///   - wrt: The inputs to report products of; if nothing, all.
    ///   - vector: Directions of which the names are taken: the inputs that vectors will be given for.
    /// - Throws: An id that no node or input has.
    public init(
        of graph: Graph, cotangents: Directions, wrt: [String]? = nil, vector: Directions
    ) throws(GraphError) {
        var whole = graph
        self.cotangents = DirectionInputs(
            for: try graph.nodes(of: cotangents, field: "cotangents"), in: &whole, field: "cotangents")
        let reverse = Reverse(
            whole, cotangents: self.cotangents.pairs.map { (output: $0.node, cotangent: $0.input) })
        var first = reverse.graph
        self.vector = DirectionInputs(
            for: try graph.inputs(of: vector, field: "vector"), in: &first, field: "vector")
        let forward = Forward(first, seeds: self.vector.pairs.map { (node: $0.node, tangent: $0.input) })
        products = DerivativeList(
            try graph.inputs(named: wrt) { .request([.field("wrt"), .element($0)]) },
            reverse.adjoints.map { adjoint in adjoint.flatMap { forward.tangents[Int($0)] } })
        plan = try Plan(
            forward.graph, wanted: products.wanted, directions: self.cotangents.count + self.vector.count)
    }

    /// Runs at a point.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - cotangents: The weights: for nodes named when this was compiled, arrays in their shapes; 0 if left out.
    ///   - vector: The vector: for inputs named when this was compiled, arrays in their shapes; 0 if left out.
    /// - Returns: The derivative along the vector of the gradient of each input reported on.
    /// - Throws: What is wrong with the bindings, the weights or the vector.
    public func callAsFunction(
        _ bindings: [String: Tensor] = [:], cotangents: [String: Tensor], vector: [String: Tensor]
    ) throws(PlanError) -> [NamedTensor] {
        try run(bindings, cotangents: cotangents, vector: vector, deadline: Unlimited())
    }

    package func run(
        _ bindings: [String: Tensor], cotangents: [String: Tensor], vector: [String: Tensor],
        deadline: some Deadline
    ) throws(PlanError) -> [NamedTensor] {
        var numbers = try plan.inputs(bindings)
        do {
            for list in try self.cotangents.numbers(of: Directions(cotangents)) { numbers += list }
            for list in try self.vector.numbers(of: Directions(vector)) { numbers += list }
        } catch { throw .graph(error) }
        var workspace: [Double] = []
        var tensors = try plan.run(inputs: numbers, &workspace, deadline: deadline)[...]
        return products.take(from: &tensors, in: plan.graph)
    }
}

/// Forward mode over reverse mode: the gradient of a scalar, and its derivative along a direction of the inputs.
struct SecondOrder: Sendable {
    /// The value and the gradients reported on.
    struct First {
        let value: Tensor
        let gradients: [NamedTensor]
    }

    /// The id of the output.
    let output: String
    let plan: DirectionalPlan

    /// Differentiates twice and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - output: The scalar to differentiate.
    ///   - rows: The inputs whose gradients are differentiated.
    ///   - columns: The inputs that directions are given for.
    ///   - gradients: The nodes whose gradients are reported.
    ///   - field: The field of a request that holds directions.
    /// - Throws: That it would take more memory than the graph's limits allow.
    init(
        of graph: Graph, output: Graph.NamedNode, rows: [Graph.NamedNode], columns: [Graph.NamedNode],
        gradients: [Graph.NamedNode], field: String
    ) throws(GraphError) {
        self.output = output.name
        let reverse = Reverse(graph, output: output.node)
        var whole = reverse.graph
        let directions = DirectionInputs(for: columns, in: &whole, field: field)
        let forward = Forward(whole, seeds: directions.pairs.map { (node: $0.node, tangent: $0.input) })
        let second = reverse.adjoints.map { adjoint in adjoint.flatMap { forward.tangents[Int($0)] } }
        plan = try DirectionalPlan(
            forward.graph, directions,
            fixed: DerivativeList([output] + gradients, [output.node], reverse.adjoints),
            products: DerivativeList(rows, second),
            words: .init(
                derivatives: reverse.adjoints, kind: .gradient, product: "derivative of the gradient of"))
    }

    /// Splits what does not depend on directions.
    static func first(_ fixed: [NamedTensor]) -> First {
        First(value: fixed.first?.tensor ?? Tensor(.nan), gradients: Array(fixed.dropFirst()))
    }
}

extension DerivativeList {
    /// The values of the first nodes, whose places are given, and the derivatives of the others.
    fileprivate init(_ named: [Graph.NamedNode], _ values: [NodeIndex], _ derivatives: [NodeIndex?]) {
        self.init(
            named,
            places: values + named.dropFirst(values.count).map { derivatives[Int($0.node)] })
    }
}

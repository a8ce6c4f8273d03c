extension Graph {
    /// Makes a graph of a program in the expression language.
    ///
    /// ```
    /// e = a*b            # a name that is never assigned is an input
    /// d = c + e
    /// o = tanh(d*f)      # the last statement is the output
    /// ```
    ///
    /// - Parameters:
    ///   - expression: The program.
    ///   - outputs: The ids of the outputs; if nothing, the last statement that defines no function.
    ///   - shapes: Shapes of what will be bound to inputs; an input without one is a scalar.
    ///   - limits: How large the graph may be, and how deep parentheses may nest.
    /// - Throws: What is wrong, with line and column.
    public init(
        expression: String, outputs: [String]? = nil, shapes: [String: Shape] = [:],
        limits: GraphLimits = GraphLimits()
    ) throws(GraphError) {
        let source = try SourceText(expression)
        let (syntax, symbols) = try Parser.parse(source, limits: limits)
        let lowering = try Lowering(Resolver(syntax, symbols, source), shapes: shapes, limits: limits)
        self = lowering.graph
        guard let last = namedNodes.last else {
            throw source.error(
                .invalidExpression, "The expression computes nothing; write one as in \"y = a*x + b\".", at: 0)
        }
        self.outputs = [last.node]
        if let outputs { self.outputs = try lowering.places(of: outputs) }
    }
}

extension Lowering {
    /// The nodes of the outputs that are asked for.
    fileprivate func places(of ids: [String]) throws(GraphError) -> [NodeIndex] {
        var list: [NodeIndex] = []
        for (position, id) in ids.enumerated() {
            guard let place = place(ofID: id) else {
                let suggestion = nearestName(to: id, among: graph.namedNodes.lazy.map(\.name))
                throw GraphError(
                    .unknownID,
                    "Nothing in the expression is named \"\(id)\""
                        + "\(suggestion.map { "; did you mean \"\($0)\"?" } ?? ".")",
                    at: .request([.field("outputs"), .element(position)]), suggestion: suggestion)
            }
            list.append(place)
        }
        if list.isEmpty {
            throw GraphError(
                .ambiguousOutput, "The function has no outputs: `outputs` is empty.", at: .request([.field("outputs")]))
        }
        return list
    }
}

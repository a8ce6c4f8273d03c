import Autodiff

/// The function of a request as it was sent: a graph document or an expression.
enum FunctionSource: Sendable {
    case graph(GraphDocument)
    case expression(String)

    /// The one of two fields that was given.
    ///
    /// - Throws: `FieldError` where both were given, or neither.
    init(graph: GraphDocument?, expression: String?, at path: [any CodingKey]) throws {
        switch (graph, expression) {
        case (let graph?, nil): self = .graph(graph)
        case (nil, let expression?): self = .expression(expression)
        case (nil, nil):
            throw FieldError(
                .missingField, at: path, "The function is missing: send it in `graph` (nodes) or `expression` (text).")
        case (_?, _?):
            throw FieldError(
                .invalidRequest, at: path, "The function is given twice: send either `graph` or `expression`.")
        }
    }

    /// The graph, checked, with the outputs that the request chose.
    func graph(outputs: [String]?, shapes: [String: Shape], limits: GraphLimits) throws(GraphError) -> Graph {
        switch self {
        case .expression(let text):
            return try Graph(expression: text, outputs: outputs, shapes: shapes, limits: limits)
        case .graph(let document):
            var graph = try Graph(
                functions: document.functions, nodes: document.nodes.map(\.description), outputs: document.outputs,
                shapes: shapes, limits: limits)
            if let outputs { try graph.select(outputs: outputs) }
            return graph
        }
    }
}

import Autodiff

/// The function of a request: a graph document or an expression that it holds, or the registered graph of its path.
enum FunctionSource: Sendable {
    case graph(GraphDocument)
    case expression(String)
    case registered(RegisteredGraph)

    /// The one of two fields that was given, if either was.
    ///
    /// - Throws: `FieldError` where both were given.
    static func optional(graph: GraphDocument?, expression: String?, at path: [any CodingKey]) throws -> FunctionSource?
    {
        switch (graph, expression) {
        case (let graph?, nil): return .graph(graph)
        case (nil, let expression?): return .expression(expression)
        case (nil, nil): return nil
        case (_?, _?):
            throw FieldError(
                .invalidRequest, at: path, "The function is given twice: send either `graph` or `expression`.")
        }
    }

    /// The one of two fields that was given.
    ///
    /// - Throws: `FieldError` where both were given, or neither.
    static func required(graph: GraphDocument?, expression: String?, at path: [any CodingKey]) throws -> FunctionSource
    {
        if let source = try optional(graph: graph, expression: expression, at: path) { return source }
        throw FieldError(.missingField, at: path, missing)
    }

    static let missing = "The function is missing: send it in `graph` (nodes) or `expression` (text)."

    /// The graph, checked, with the outputs that the request chose.
    func graph(outputs: [String]?, shapes: [String: Shape], limits: GraphLimits) throws(GraphError) -> Graph {
        switch self {
        case .expression(let text):
            return try Graph(expression: text, outputs: outputs, shapes: shapes, limits: limits)
        case .graph(let document):
            var graph = try document.graph(shapes: shapes, limits: limits)
            if let outputs { try graph.select(outputs: outputs) }
            return graph
        case .registered(let registered):
            var graph = registered.graph
            if let outputs { try graph.select(outputs: outputs) }
            return graph
        }
    }
}

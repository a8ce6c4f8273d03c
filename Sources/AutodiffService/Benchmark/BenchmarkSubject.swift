import Autodiff

/// A function to be measured, with its numbers: an expression, a graph document, or the body of a gradient request.
struct BenchmarkSubject {
    let point: FunctionAtPoint
    let inputs: [String: Tensor]
    let output: String?
    let wrt: [String]?

    /// Reads a function as the service reads what is posted to `/v1/gradient`, or as the text of an expression.
    init(_ source: [UInt8], bindings: [String], output: String?) throws(Problem) {
        if !source.isJSONObject {
            point = FunctionAtPoint(.expression(String(decoding: source, as: UTF8.self)))
            (self.output, wrt) = (output, nil)
        } else if let request = try Self.request(source) {
            point = request.point
            (self.output, wrt) = (output ?? request.output, request.wrt)
        } else {
            point = FunctionAtPoint(.graph(try RequestReader().read(GraphDocument.self, from: source)))
            (self.output, wrt) = (output, nil)
        }
        inputs = try FunctionDocument.bind(bindings, over: point.inputs)
    }

    /// The body of a request, or nothing where the document is a graph by itself.
    private static func request(_ source: [UInt8]) throws(Problem) -> GradientRequest? {
        do {
            return try RequestReader().read(GradientRequest.self, from: source)
        } catch {
            let isGraph = ["/nodes", "/functions"].contains(error.pointer)
            guard error.code == .unknownField, isGraph else { throw error }
            return nil
        }
    }

    /// The points, where the request has several.
    func batch() throws(Problem) -> Batch? {
        try Problem.rethrow { () throws(GraphError) in
            guard let names = point.batched else { return nil }
            return try Batch(names, of: inputs)
        }
    }

    /// The graph, checked.
    func graph(_ batch: Batch?) throws(Problem) -> Graph {
        guard let function = point.function else { throw Problem(.missingField, FunctionSource.missing, pointer: "") }
        return try Problem.rethrow { () throws(GraphError) in
            let graph = try function.graph(
                outputs: point.outputs, shapes: batch?.shapes ?? inputs.mapValues(\.shape), limits: GraphLimits())
            try batch?.check(graph)
            return graph
        }
    }
}

extension FunctionAtPoint {
    fileprivate init(_ function: FunctionSource) {
        self.init(function: function, inputs: [:], outputs: nil, kinks: false, timings: false)
    }
}

package import Autodiff

/// A function in a file or on a command line: an expression, a graph, or the body of a request, with its numbers.
package struct FunctionDocument: Sendable {
    private let graph: Graph
    private let inputs: [String: Tensor]

    /// Reads a function.
    ///
    /// - Parameters:
    ///   - source: The text of an expression, or JSON: a graph, or a body with `graph` or `expression` and `inputs`.
    ///   - bindings: Inputs as `name=number`, which go before those of a body.
    ///   - isFast: Whether plain JSON is read in the fast way.
    /// - Throws: `Problem`, as the service would answer.
    package init(_ source: [UInt8], bindings: [String], isFast: Bool = true) throws(Problem) {
        let file =
            source.isJSONObject
            ? try RequestReader(isFast: isFast).read(FunctionFile.self, from: source)
            : FunctionFile(function: .expression(String(decoding: source, as: UTF8.self)))
        let inputs = try Self.bind(bindings, over: file.inputs)
        self.inputs = inputs
        graph = try Problem.rethrow { () throws(GraphError) in
            try file.function.graph(
                outputs: file.outputs, shapes: inputs.mapValues(\.shape), limits: GraphLimits())
        }
    }

    /// Whether there is a graph in JSON, and all of it is read in the fast way.
    package static func isReadFast(_ source: [UInt8]) -> Bool {
        guard case .graph(let graph)? = RequestReader().readFromTape(FunctionFile.self, source)?.function else {
            return false
        }
        return graph.isFlat
    }

    /// The names of the ops of nodes, by their ids.
    package func ops() -> [String: String] {
        Dictionary(
            graph.namedNodes.lazy.map { ($0.name, graph.op(of: $0.node).name) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// The gradient, as a result and as the body that the service answers.
    package func gradient(output: String?) throws(Problem) -> (result: Gradient.Result, json: [UInt8]) {
        let gradient = try Problem.rethrow { () throws(GraphError) in try Gradient(of: graph, output: output) }
        let result = try Problem.rethrow { () throws(PlanError) in try gradient(inputs) }
        return (result, try Answer(json: GradientResponse(result, of: gradient.output, partials: false)).body)
    }

    /// The values, as a result and as the body that the service answers.
    package func evaluate() throws(Problem) -> (result: Evaluation.Result, json: [UInt8]) {
        let evaluation = try Problem.rethrow { () throws(GraphError) in try Evaluation(of: graph) }
        let result = try Problem.rethrow { () throws(PlanError) in try evaluation(inputs) }
        return (result, try Answer(json: EvaluateResponse(result)).body)
    }

    /// Inputs as `name=number`, which go before those that a file binds.
    static func bind(_ bindings: [String], over inputs: [String: Tensor]) throws(Problem) -> [String: Tensor] {
        var inputs = inputs
        var bound: Set<String> = []
        for binding in bindings {
            let (name, tensor) = try parse(binding)
            guard bound.insert(name).inserted else {
                throw Problem(.invalidRequest, "Input \"\(name)\" is bound twice; bind it once.", node: name)
            }
            inputs[name] = tensor
        }
        return inputs
    }

    private static func parse(_ binding: String) throws(Problem) -> (String, Tensor) {
        let parts = binding.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw Problem(.invalidRequest, "\"\(binding)\" binds nothing; write an input as name=number.")
        }
        // A decimal number too large for a double reads as infinity, which nobody wrote.
        if let number = Double(parts[1]), number.isFinite || !parts[1].contains(where: \.isNumber) {
            return (parts[0], Tensor(number))
        }
        guard let array = try? RequestReader().read(WireArray.self, from: Array(parts[1].utf8)),
            let tensor = array.tensor
        else {
            throw Problem(.invalidRequest, "\"\(parts[1])\" is no number for input \"\(parts[0])\".", node: parts[0])
        }
        return (parts[0], tensor)
    }
}

extension [UInt8] {
    /// Whether a text is to be read as JSON: no expression starts with a brace.
    var isJSONObject: Bool { first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{") }
}

/// The forms in which a function stands in a JSON file.
private struct FunctionFile: Decodable {
    let function: FunctionSource
    var inputs: [String: Tensor] = [:]
    var outputs: [String]?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case functions, nodes, outputs, graph, expression, inputs
    }

    init(function: FunctionSource) { self.function = function }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a function")
        if fields.contains(.nodes) {
            function = .graph(try decoder.singleValueContainer().decode(GraphDocument.self))
            return
        }
        function = try FunctionSource.required(
            graph: try fields.decodeIfPresent(GraphDocument.self, forKey: .graph),
            expression: try fields.decodeIfPresent(String.self, forKey: .expression), at: decoder.codingPath)
        inputs = try fields.decodeInputs(forKey: .inputs)
        outputs = try fields.decodeIDs(forKey: .outputs)
    }
}

import Autodiff

/// What every request about a function holds: the function, a point, and whether to tell times.
struct FunctionAtPoint: Sendable {
    let function: FunctionSource
    let inputs: [String: Tensor]
    let outputs: [String]?
    let timings: Bool

    /// The graph, checked.
    func graph(limits: GraphLimits) throws(GraphError) -> Graph {
        try function.graph(outputs: outputs, inputs: inputs, limits: limits)
    }
}

/// A request about a function.
protocol FunctionRequest: Decodable, Sendable {
    var point: FunctionAtPoint { get }
}

/// The fields of such a request.
protocol FunctionRequestKey: CodingKey {
    static var graph: Self { get }
    static var expression: Self { get }
    static var inputs: Self { get }
    static var outputs: Self { get }
    static var timings: Self { get }
}

extension KeyedDecodingContainer where Key: FunctionRequestKey {
    /// The function and the point.
    func decodePoint() throws -> FunctionAtPoint {
        FunctionAtPoint(
            function: try FunctionSource(
                graph: try decodeIfPresent(GraphDocument.self, forKey: .graph),
                expression: try decodeIfPresent(String.self, forKey: .expression), at: codingPath),
            inputs: try decodeInputs(forKey: .inputs), outputs: try decodeIDs(forKey: .outputs),
            timings: try decodeIfPresent(Bool.self, forKey: .timings) ?? false)
    }
}

extension KeyedDecodingContainer {
    /// What a request binds to inputs.
    func decodeInputs(forKey key: Key) throws -> [String: Tensor] {
        try decodeIfPresent([String: WireArray].self, forKey: key)?.compactMapValues(\.tensor) ?? [:]
    }

    /// Which nodes a request wants reported.
    func decodeReport(forKey key: Key) throws -> Report? {
        try decodeIfPresent(ReportField.self, forKey: key)?.report
    }
}

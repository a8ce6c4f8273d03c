import Autodiff

/// What every request about a function holds: the function, a point, and whether to tell times.
struct FunctionAtPoint: Sendable {
    /// The function that the request holds; nothing where it is about the graph of its path.
    let function: FunctionSource?
    let inputs: [String: Tensor]
    let outputs: [String]?
    var batched: [String]?
    var reduction: Batch.Reduction?
    let kinks: Bool
    let timings: Bool

    /// The points, where there are several.
    func batch() throws(GraphError) -> Batch? {
        guard let batched else { return nil }
        return try Batch(batched, of: inputs)
    }

    /// The graph of the function, checked, of the shapes at one point.
    func graph(of function: FunctionSource, _ batch: Batch?, limits: GraphLimits) throws(GraphError) -> Graph {
        let graph = try function.graph(
            outputs: outputs, shapes: batch?.shapes ?? inputs.mapValues(\.shape), limits: limits)
        try batch?.check(graph)
        return graph
    }
}

/// A request about a function.
protocol FunctionRequest: Decodable, Sendable {
    var point: FunctionAtPoint { get }
    /// Appends what of the request, besides the function and its outputs, decides what is compiled.
    func decide(_ question: inout ProgramQuestion)
}

/// The fields of such a request.
protocol FunctionRequestKey: CodingKey {
    static var graph: Self { get }
    static var expression: Self { get }
    static var inputs: Self { get }
    static var outputs: Self { get }
    static var kinks: Self { get }
    static var timings: Self { get }
}

/// The fields of a request that may be about many points.
protocol BatchRequestKey: FunctionRequestKey {
    static var batch: Self { get }
    static var reduce: Self { get }
}

extension KeyedDecodingContainer where Key: FunctionRequestKey {
    /// The function and the point.
    func decodePoint() throws -> FunctionAtPoint {
        FunctionAtPoint(
            function: try FunctionSource.optional(
                graph: try decodeIfPresent(GraphDocument.self, forKey: .graph),
                expression: try decodeIfPresent(String.self, forKey: .expression), at: codingPath),
            inputs: try decodeInputs(forKey: .inputs), outputs: try decodeIDs(forKey: .outputs),
            kinks: try decodeIfPresent(Bool.self, forKey: .kinks) ?? false,
            timings: try decodeIfPresent(Bool.self, forKey: .timings) ?? false)
    }
}

extension KeyedDecodingContainer where Key: BatchRequestKey {
    /// The function and the points.
    func decodePoints() throws -> FunctionAtPoint {
        var point = try decodePoint()
        point.batched = try decodeIDs(forKey: .batch)
        point.reduction = try decodeIfPresent(ReductionField.self, forKey: .reduce)?.reduction
        if point.reduction != nil, point.batched == nil {
            throw FieldError(
                .invalidRequest, at: codingPath + [Key.reduce],
                "`reduce` adds up the points of a `batch`, which is missing.")
        }
        return point
    }
}

extension KeyedDecodingContainer {
    /// What a request binds to inputs.
    func decodeInputs(forKey key: Key) throws -> [String: Tensor] {
        // In the order of names, so that of two mistakes always the same one is told.
        try decodeIfPresent(OrderedMap<WireArray>.self, forKey: key)?.dictionary.compactMapValues(\.tensor) ?? [:]
    }

    /// Which nodes a request wants reported.
    func decodeReport(forKey key: Key) throws -> Report? {
        try decodeIfPresent(ReportField.self, forKey: key)?.report
    }
}

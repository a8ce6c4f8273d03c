import Autodiff

/// What is told of a registered graph.
struct GraphEntry: Encodable, Sendable {
    let name: String
    let etag: String
    let description: String?
    let inputs: [Input]
    let outputs: [Output]
    let nodes: Int
    /// Whether it outlives the server; told where it has just been registered.
    var durable: Bool?

    /// An input, with the array that serves where nothing is bound.
    struct Input: Encodable, Sendable {
        let name: String
        let shape: [Int]
        let `default`: WireArray?
    }

    /// An output.
    struct Output: Encodable, Sendable {
        let name: String
        let shape: [Int]
    }

    init(_ registered: RegisteredGraph) {
        let graph = registered.graph
        name = registered.name
        etag = registered.etag
        description = registered.description
        inputs = graph.inputs.map { input in
            let shape = graph.shape(of: input.node).extents
            return Input(
                name: input.name, shape: shape,
                default: input.defaultValue.map { WireArray(shape: shape, elements: $0) })
        }
        outputs = graph.namedOutputs.map { Output(name: $0.name, shape: graph.shape(of: $0.node).extents) }
        nodes = graph.count
    }
}

/// The answer to `GET /v1/graphs`.
struct GraphList: Encodable, Sendable {
    let graphs: [GraphEntry]
    /// What `after` of the next page is, where there is one.
    let next: String?
}

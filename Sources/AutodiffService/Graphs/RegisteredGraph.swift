package import Autodiff
import Synchronization

/// A function that is kept under a name: sent once, differentiated many times.
///
/// There is one only of what compiles: its names, ops and shapes have been checked, and its defaults fit. It never changes:
/// what replaces it is another one, with another `id`, so that whoever holds it sees one version from beginning to end.
package final class RegisteredGraph: Sendable {
    private static let count = Atomic<UInt64>(0)

    /// Which of all that this process has registered it is: what is compiled for one is never found for another.
    let id = RegisteredGraph.count.add(1, ordering: .relaxed).newValue
    /// What it is found by.
    package let name: String
    /// What its author says of it.
    package let description: String?
    /// The function, its inputs with their shapes and, where they have any, their defaults.
    package let graph: Graph
    /// The names of its outputs, in their order.
    package let outputNames: [String]
    /// The registration as JSON, as it was sent.
    let source: [UInt8]
    /// The hash of the canonical graph, in hexadecimal digits.
    let etag: String
    /// How much memory it takes.
    let byteCount: Int

    /// Reads and checks a registration.
    ///
    /// - Throws: What is wrong with the JSON, with the function, its shapes or its defaults.
    init(name: String, source: [UInt8], limits: ReadingLimits) throws(Problem) {
        self.name = name
        self.source = source
        let registration = try RequestReader(maximumDepth: limits.jsonDepth, isFast: limits.isFast)
            .read(GraphRegistration.self, from: source)
        description = registration.description
        graph = try Problem.rethrow { () throws(GraphError) in try registration.graph(limits: limits.graph) }
        outputNames = graph.namedOutputs.map(\.name)
        etag = Self.etag(graph, description: description)
        byteCount = source.count + graph.byteCount
    }

    /// The hash of the canonical text of a graph, and of what is said of it.
    private static func etag(_ graph: Graph, description: String?) -> String {
        var hash = SHA256()
        graph.writeCanonicalText { hash.update($0.utf8) }
        if let description { hash.update("description \(description)".utf8) }
        return hash.hexadecimal()
    }
}

extension Graph {
    /// Whether a question about it is surely cheap, where none of its points are many.
    var isSmall: Bool { count <= 512 && elementCount <= 4096 }
}

extension GraphRegistration {
    /// The function, with its shapes and defaults.
    func graph(limits: GraphLimits) throws(GraphError) -> Graph {
        var shapes = shapes
        for (input, tensor) in inputs {
            if let shape = shapes[input], shape != tensor.shape {
                throw GraphError(
                    .shapeMismatch,
                    "Input \"\(input)\" has shape \(shape) in `shapes`, but its default has \(tensor.shape).",
                    at: .inputs([.field(input)]), node: input)
            }
            shapes[input] = tensor.shape
        }
        var graph = try function.graph(outputs: outputs, shapes: shapes, limits: limits)
        let shaped = self.shapes.keys.sorted()
        _ = try graph.inputs(named: shaped) { .request([.field("shapes"), .field(shaped[$0])]) }
        try graph.setDefaults(inputs)
        return graph
    }
}

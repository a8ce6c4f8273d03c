package import Autodiff

/// A function that is kept under a name: sent once, differentiated many times.
///
/// There is one only of what compiles: its names, ops and shapes have been checked, and its defaults fit.
package struct RegisteredGraph: Sendable {
    /// What it is found by.
    package let name: String
    /// What its author says of it.
    package let description: String?
    /// The function, its inputs with their shapes and, where they have any, their defaults.
    package let graph: Graph
    /// The names of its outputs, in their order.
    package let outputNames: [String]

    /// Checks a registration.
    ///
    /// - Throws: What is wrong with the function, its shapes or its defaults.
    init(name: String, _ registration: GraphRegistration, limits: GraphLimits) throws(GraphError) {
        self.name = name
        description = registration.description
        var shapes = registration.shapes
        for (input, tensor) in registration.inputs {
            if let shape = shapes[input], shape != tensor.shape {
                throw GraphError(
                    .shapeMismatch,
                    "Input \"\(input)\" has shape \(shape) in `shapes`, but its default has \(tensor.shape).",
                    at: .inputs([.field(input)]), node: input)
            }
            shapes[input] = tensor.shape
        }
        var graph = try registration.function.graph(outputs: registration.outputs, shapes: shapes, limits: limits)
        try graph.setDefaults(registration.inputs)
        self.graph = graph
        let names = Dictionary(graph.namedNodes.lazy.map { ($0.node, $0.name) }) { _, last in last }
        outputNames = graph.outputs.map { names[$0] ?? "" }
    }
}

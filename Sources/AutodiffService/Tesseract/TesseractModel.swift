import Autodiff

/// A function as a Tesseract: named arrays in, named arrays out, all of them doubles that can be differentiated.
struct TesseractModel: Sendable {
    /// Which function of a registered graph is served.
    enum Kind: String, Sendable {
        /// The graph itself.
        case function
        /// Its gradient, so that clients that differentiate once get second derivatives.
        case gradient
    }

    /// An array that goes in or out.
    struct Field: Sendable {
        /// What clients call it.
        let name: String
        /// The node of the graph.
        let id: String
        let shape: Shape
    }

    let name: String
    let kind: Kind
    let description: String?
    let graph: Graph
    let inputs: [Field]
    let outputs: [Field]

    /// A function of a registered graph.
    ///
    /// - Throws: 404, where the graph has no gradient.
    init(_ registered: RegisteredGraph, _ kind: Kind) throws(Problem) {
        name = registered.name
        self.kind = kind
        description = registered.description
        inputs = registered.graph.inputs.map { input in
            Field(name: input.name, id: input.name, shape: registered.graph.shape(of: input.node))
        }
        switch kind {
        case .function:
            graph = registered.graph
            outputs = zip(graph.outputIDs, graph.outputs).map { id, node in
                Field(name: id, id: id, shape: registered.graph.shape(of: node))
            }
        case .gradient:
            do { graph = try registered.graph.gradient() } catch {
                throw Problem(.notFound, "The graph \"\(registered.name)\" has no gradient. \(error.detail)")
            }
            // Named as the inputs, as a gradient by a structure of arrays is that structure.
            outputs = zip(graph.outputIDs, inputs).map { Field(name: $1.name, id: $0, shape: $1.shape) }
        }
    }
}

extension Graph {
    /// The names of the outputs.
    fileprivate var outputIDs: [String] {
        let names = Dictionary(namedNodes.map { ($0.node, $0.name) }, uniquingKeysWith: { first, _ in first })
        return outputs.map { names[$0] ?? "" }
    }
}

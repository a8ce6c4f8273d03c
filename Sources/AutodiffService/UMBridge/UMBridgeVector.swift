import Autodiff

/// An input or output of a model as UM-Bridge sees it: nodes of a graph side by side, arrays row-major.
struct UMBridgeVector: Sendable {
    /// A node.
    struct Part: Sendable {
        let name: String
        let shape: Shape
    }

    let parts: [Part]
    /// How many numbers it has.
    let size: Int

    init(_ parts: [Part]) {
        self.parts = parts
        size = parts.reduce(0) { $0 + $1.shape.count }
    }

    /// Nodes as vectors: all scalars together, then each array by itself; or split, each node by itself.
    static func vectors(of nodes: [Part], split: Bool) -> [UMBridgeVector] {
        if split { return nodes.map { UMBridgeVector([$0]) } }
        let scalars = nodes.filter(\.shape.isScalar)
        return (scalars.isEmpty ? [] : [UMBridgeVector(scalars)])
            + nodes.filter { !$0.shape.isScalar }.map { UMBridgeVector([$0]) }
    }

    /// The ids of the nodes.
    var names: [String] { parts.map(\.name) }

    /// The numbers of a request, given to the nodes.
    ///
    /// - Parameters:
    ///   - array: A list of numbers, or a number where it is the only one: MATLAB writes a vector of one as such.
    ///   - field: What a message calls it.
    /// - Returns: The array of each node, by its id.
    /// - Throws: Where they are too few, too many, or no list.
    func tensors(_ array: WireArray, _ field: @autoclosure () -> String) throws(Problem) -> [String: Tensor] {
        guard array.elements.count == size, array.shape.count <= 1 else {
            let found = array.shape.count > 1 ? "an array of shape \(array.shape)" : "of length \(array.elements.count)"
            throw Problem(.shapeMismatch, "\(field()) is \(found), where a list of length \(size) is wanted.")
        }
        var tensors: [String: Tensor] = [:]
        var start = 0
        for part in parts {
            let end = start + part.shape.count
            tensors[part.name] = Tensor(shape: part.shape, elements: Array(array.elements[start..<end]))
            start = end
        }
        return tensors
    }

    /// The nodes as the names of directions.
    var directions: Directions {
        Directions(
            Dictionary(parts.map { ($0.name, Tensor(shape: $0.shape, repeating: 0)) }) { first, _ in first })
    }
}

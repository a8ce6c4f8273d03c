import Autodiff
import Testing

/// A graph that nobody thought up, of scalars or of arrays.
struct DerivativeSubject: Sendable, CustomTestStringConvertible {
    let seed: Int
    let isArray: Bool

    static let all = (1...30).flatMap { [DerivativeSubject(seed: $0, isArray: false), .init(seed: $0, isArray: true)] }

    var testDescription: String { "\(isArray ? "arrays" : "scalars") of seed \(seed)" }

    /// The graph, with several outputs, of which the last is a scalar that everything matters to.
    func graph() throws -> Graph {
        if isArray { return try RandomArrayGraph(seed: seed).graph }
        var graph = try RandomGraph(seed: seed).graph()
        let names = graph.namedNodes.map(\.name)
        try graph.select(outputs: [names[names.count / 2], names[names.count - 2], names[names.count - 1]])
        return graph
    }

    /// The graph with that scalar for its only output.
    func scalarGraph() throws -> Graph {
        var graph = try graph()
        try graph.select(outputs: isArray ? ["total"] : graph.namedNodes.suffix(1).map(\.name))
        return graph
    }
}

extension Graph {
    /// Random arrays for nodes, in their shapes.
    func directions(for nodes: [NodeIndex], seed: Int) -> [String: Tensor] {
        var generator = SeededGenerator(seed: seed)
        let names = Dictionary(namedNodes.map { ($0.node, $0.name) }, uniquingKeysWith: { first, _ in first })
        var map: [String: Tensor] = [:]
        for node in nodes {
            let shape = shape(of: node)
            let elements = (0..<shape.count).map { _ in Double.random(in: -1...1, using: &generator) }
            map[names[node] ?? ""] = Tensor(shape: shape, elements: elements)
        }
        return map
    }
}

extension [NamedTensor] {
    /// The sum of products with arrays of the same names, and of their magnitudes: what rounding is relative to.
    func product(with other: [String: Tensor]) -> (value: Double, scale: Double) {
        var (value, scale) = (0.0, 0.0)
        for entry in self {
            for (x, y) in zip(entry.tensor.elements, other[entry.name]?.elements ?? []) {
                value += x * y
                scale += abs(x * y)
            }
        }
        return (value, scale)
    }
}

extension [DerivativeRow] {
    /// All numbers.
    var numbers: [Double] { flatMap { $0.derivatives.flatMap(\.tensor.elements) } }
}

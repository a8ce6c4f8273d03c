/// What derivatives are multiplied by: an array for each of some nodes, 0 for the others; one such map or a list.
public struct Directions: Sendable {
    /// The maps; the names are ids of nodes.
    public let maps: [[String: Tensor]]
    /// Whether they were given as a list, even as one of a single map.
    public let isList: Bool

    /// A single direction.
    public init(_ map: [String: Tensor]) {
        maps = [map]
        isList = false
    }

    /// Several directions.
    public init(list: [[String: Tensor]]) {
        maps = list
        isList = true
    }

    /// Every name that occurs, with the first map in which it does.
    package var names: [(name: String, map: Int)] {
        var seen: Set<String> = []
        return maps.enumerated().flatMap { index, map in
            map.keys.sorted().filter { seen.insert($0).inserted }.map { ($0, index) }
        }
    }

    /// Where the array of a name stands in a request.
    func place(of name: String, in map: Int, field: String) -> GraphError.Place {
        .request([.field(field)] + (isList ? [.element(map)] : []) + [.field(name)])
    }
}

extension Directions: ExpressibleByDictionaryLiteral {
    /// A single direction, written as a dictionary.
    public init(dictionaryLiteral elements: (String, Tensor)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }
}

/// Inputs behind those of a function, which get the numbers of a direction.
struct DirectionInputs: Sendable {
    private struct Entry {
        let named: Graph.NamedNode
        let input: NodeIndex
        let shape: Shape
    }

    private let entries: [Entry]
    private let field: String
    /// How many elements a direction has.
    let elementCount: Int
    /// How many inputs there are.
    var count: Int { entries.count }
    /// The nodes of the function, each with the input that has its part of the direction.
    var pairs: [(node: NodeIndex, input: NodeIndex)] { entries.map { ($0.named.node, $0.input) } }

    /// Appends an input for each of some nodes.
    ///
    /// - Parameters:
    ///   - nodes: The nodes.
    ///   - graph: The graph, function or derivative, that the inputs are appended to.
    ///   - field: The field of a request that holds directions.
    init(for nodes: [Graph.NamedNode], in graph: inout Graph, field: String) {
        var entries: [Entry] = []
        for named in nodes {
            let shape = graph.shape(of: named.node)
            let input = graph.appendInput("", shape: shape, defaultValue: nil)
            entries.append(Entry(named: named, input: input, shape: shape))
        }
        self.entries = entries
        self.field = field
        elementCount = entries.reduce(0) { $0 + $1.shape.count }
    }

    /// The numbers of each direction, one input after the other.
    ///
    /// - Throws: A name that has no input, or an array of another shape than its node.
    func numbers(of directions: Directions) throws(GraphError) -> [[Double]] {
        let known = Set(entries.map(\.named.name))
        for (name, map) in directions.names where !known.contains(name) {
            throw GraphError(
                .unknownID, "\"\(name)\" is not one of the nodes that this derivative was compiled for.",
                at: directions.place(of: name, in: map, field: field), node: name)
        }
        var list: [[Double]] = []
        for (index, map) in directions.maps.enumerated() {
            var numbers: [Double] = []
            numbers.reserveCapacity(elementCount)
            for entry in entries {
                guard let tensor = map[entry.named.name] else {
                    numbers.append(contentsOf: repeatElement(0, count: entry.shape.count))
                    continue
                }
                guard tensor.shape == entry.shape else {
                    throw GraphError(
                        .shapeMismatch,
                        """
                        "\(entry.named.name)" has shape \(entry.shape), but what `\(field)` has for it \
                        \(tensor.shape).
                        """,
                        at: directions.place(of: entry.named.name, in: index, field: field), node: entry.named.name)
                }
                numbers.append(contentsOf: tensor.elements)
            }
            list.append(numbers)
        }
        return list
    }

    /// The columns of a table for directions, which are known to fit; 0 where there is none.
    func columns(of directions: Directions, _ batch: Batch? = nil) -> [InputTable.Column] {
        entries.map { entry in
            let (count, maps) = (entry.shape.count, directions.maps)
            let zeros = [Double](repeating: 0, count: count)
            guard !maps.isEmpty else { return InputTable.Column(zeros, count: count) }
            let tensors = maps.map { $0[entry.named.name] }
            guard let batch, tensors.contains(where: { $0.map { batch.isSplit($0, entry.shape) } ?? false }) else {
                return InputTable.Column(
                    tensors.flatMap { $0?.elements ?? zeros }, count: count, directionStride: count)
            }
            let elements = (0..<batch.count).flatMap { point in
                tensors.flatMap { tensor -> ArraySlice<Double> in
                    guard let tensor else { return zeros[...] }
                    guard batch.isSplit(tensor, entry.shape) else { return tensor.elements[...] }
                    return tensor.elements[point * count..<(point + 1) * count]
                }
            }
            return InputTable.Column(
                elements, count: count, pointStride: maps.count * count, directionStride: count)
        }
    }

    /// The columns of a table for the directions of all elements, one by one.
    var basisColumns: [InputTable.Column] {
        var start = 0
        return entries.map { entry in
            defer { start += entry.shape.count }
            return InputTable.Column(basisFrom: start, count: entry.shape.count)
        }
    }
}

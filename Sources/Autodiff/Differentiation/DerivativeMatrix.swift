/// The derivatives of one array with respect to others, each of the shapes of both, one behind the other.
public struct DerivativeRow: Sendable {
    /// The id of what is differentiated.
    public let name: String
    /// The derivatives, by what they are taken with respect to.
    public internal(set) var derivatives: [NamedTensor]
}

/// The blocks of a Jacobian or Hessian while they are filled: one for each pair of a row's array and a column's.
struct DerivativeMatrix: Sendable {
    private let rows: [Axis]
    private let columns: [Axis]
    private let shapes: [[Shape]]
    private var blocks: [[[Double]]]

    /// An array along one side, and where its elements begin there.
    private struct Axis {
        let name: String
        let count: Int
        let start: Int
    }

    /// An empty matrix.
    ///
    /// - Throws: That it would have more elements than a graph may have.
    init(rows: [Graph.NamedNode], columns: [Graph.NamedNode], of graph: Graph) throws(GraphError) {
        self.rows = Self.axes(rows, graph)
        self.columns = Self.axes(columns, graph)
        // An axis of extent 0 makes an array empty, but not the lists that it is written as.
        func length(_ nodes: [Graph.NamedNode]) -> Double {
            nodes.reduce(0) { $0 + graph.shape(of: $1.node).extents.reduce(1) { $0 * Double(max($1, 1)) } }
        }
        let (height, width) = (length(rows), length(columns))
        guard height * width <= Double(graph.limits.elements) else {
            throw GraphError(
                .limitExceeded,
                """
                The matrix has \(Int(exactly: height) ?? .max) rows and \(Int(exactly: width) ?? .max) columns, of whose \
                elements there may be \(graph.limits.elements); narrow `wrt`, or ask for products with directions.
                """)
        }
        shapes = rows.map { row in
            columns.map { column in
                Shape(graph.shape(of: row.node).extents + graph.shape(of: column.node).extents) ?? .scalar
            }
        }
        blocks = shapes.map { $0.map { [Double](repeating: 0, count: $0.count) } }
    }

    private static func axes(_ nodes: [Graph.NamedNode], _ graph: Graph) -> [Axis] {
        var start = 0
        return nodes.map { named in
            let count = graph.shape(of: named.node).count
            defer { start += count }
            return Axis(name: named.name, count: count, start: start)
        }
    }

    /// Fills a row, or a column, by its position among all.
    mutating func fill(_ position: Int, isRow: Bool, _ parts: [NamedTensor]) {
        let side = isRow ? rows : columns
        guard let array = side.lastIndex(where: { $0.start <= position && $0.count > 0 }) else { return }
        let element = position - side[array].start
        for (other, part) in parts.enumerated() {
            if isRow {
                let width = columns[other].count
                blocks[array][other].replaceSubrange(
                    element * width..<element * width + part.tensor.elements.count, with: part.tensor.elements)
            } else {
                let width = side[array].count
                for (row, number) in part.tensor.elements.enumerated() {
                    blocks[other][array][row * width + element] = number
                }
            }
        }
    }

    /// Makes a square matrix exactly symmetric: two mirrored numbers that differ, by rounding, both become half of each.
    mutating func symmetrize() {
        for row in rows.indices {
            for column in rows.indices[row...] {
                for i in 0..<rows[row].count {
                    for j in (row == column ? i : 0)..<rows[column].count {
                        let (here, there) = (i * rows[column].count + j, j * rows[row].count + i)
                        let (upper, lower) = (blocks[row][column][here], blocks[column][row][there])
                        if upper.bitPattern == lower.bitPattern { continue }
                        let middle = 0.5 * upper + 0.5 * lower
                        blocks[row][column][here] = middle
                        blocks[column][row][there] = middle
                    }
                }
            }
        }
    }

    /// The rows with their names.
    var list: [DerivativeRow] {
        rows.indices.map { row in
            DerivativeRow(
                name: rows[row].name,
                derivatives: columns.indices.map { column in
                    let shape = shapes[row][column]
                    let tensor = Tensor(shape: shape, elements: blocks[row][column])
                    return NamedTensor(name: columns[column].name, tensor: tensor ?? Tensor(.nan))
                })
        }
    }
}

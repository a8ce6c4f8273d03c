/// Orthogonal factor.
enum OrthogonalFactor: MatrixPrimitive {
    static let opName = "qr_q"
    static let summary = "Orthogonal factor of the reduced QR factorisation of a matrix, or of each of a stack."
    static let formula = "q, with orthonormal columns, with x = q r"
    static let derivative = "q (w - c) + dx r^-1 along dx, with c = q^T dx r^-1, w = tril(c, -1) - tril(c, -1)^T"
    static let domain = "matrices whose first min(rows, columns) columns are independent"
    static let convention: String? = "the signs of the diagonal of r are LAPACK's"
    static let isOfSquares = false

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, min(rows, columns)] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.qr()?.q.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        tangents[0].map { tangent(node, q: node.result, r: Value.apply(.qrR, [node.x]), $0) }
    }

    /// The tangent of `q`, which the leading columns determine.
    static func tangent(_ node: ArrayNode, q: Value, r: Value, _ tangent: Value) -> Value {
        let (rows, columns) = node.matrixExtents
        let (count, last) = (min(rows, columns), node.x.shape.rank - 1)
        let leading = columns == count ? tangent : tangent.slice(axis: last, from: 0, to: count)
        let square = columns == count ? r : r.slice(axis: last, from: 0, to: count)
        let scaled = square.matrixTranspose().solveTriangle(leading.matrixTranspose(), ["lower": true])
            .matrixTranspose()
        let inner = q.matrixTranspose().matmul(scaled)
        let lower = inner * node.x.matrixMask(.greater, count, count)
        return q.matmul(lower - lower.matrixTranspose() - inner) + scaled
    }
}

/// Triangular factor.
enum TriangularFactor: MatrixPrimitive {
    static let opName = "qr_r"
    static let summary = "Upper triangular factor of the reduced QR factorisation of a matrix, or of each of a stack."
    static let formula = "r, upper triangular, with x = q r"
    static let derivative = "dq^T x + q^T dx along dx"
    static let domain = OrthogonalFactor.domain
    static let convention: String? = OrthogonalFactor.convention
    static let isOfSquares = false

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [min(rows, columns), columns] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.qr()?.r.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let (rows, columns) = node.matrixExtents
        let q = Value.apply(.qrQ, [node.x])
        let change = OrthogonalFactor.tangent(node, q: q, r: node.result, tangent)
        let moved = change.matrixTranspose().matmul(node.x) + q.matrixTranspose().matmul(tangent)
        return moved * node.x.matrixMask(.lessEqual, min(rows, columns), columns)
    }
}

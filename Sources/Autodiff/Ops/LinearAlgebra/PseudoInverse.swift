/// Moore-Penrose inverse.
enum PseudoInverse: MatrixPrimitive {
    static let opName = "pinv"
    static let summary = "Moore-Penrose inverse of a matrix, or of each of a stack, from its singular values."
    static let formula = "v diag(1 / s) u^T"
    static let derivative = "-r dx r + r r^T dx^T (1 - x r) + (1 - r x) dx^T r^T r along dx"
    static let domain = "neighbourhoods in which the rank is constant"
    static let convention: String? = "values up to max(rows, columns) * eps times the largest count as 0"
    static let isOfSquares = false

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [columns, rows] }

    static func value(_ matrix: Matrix) -> [Double]? {
        guard let (u, values, vh) = matrix.singular() else { return nil }
        let bound = Double(max(matrix.rows, matrix.columns)) * .ulpOfOne * (values.first ?? 0)
        var scaled = vh
        for (row, value) in values.enumerated() {
            for column in 0..<vh.columns { scaled[row, column] = value > bound ? vh[row, column] / value : 0 }
        }
        return (scaled.transpose * u.transpose).elements
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let (x, r) = (node.x, node.result)
        let (rows, columns) = node.matrixExtents
        let (transposed, adjoint) = (tangent.matrixTranspose(), r.matrixTranspose())
        let left = x.identityMatrix(rows) - x.matmul(r)
        let right = x.identityMatrix(columns) - r.matmul(x)
        return -r.matmul(tangent).matmul(r) + r.matmul(adjoint).matmul(transposed).matmul(left)
            + right.matmul(transposed).matmul(adjoint).matmul(r)
    }
}

/// Least squares.
enum LeastSquares: Composite {
    static let summary = "The shortest vector, or the columns, for which x @ r is closest to y."
    static let formula = "pinv(x) @ y"
    static let derivative = "that of pinv(x) @ y"
    static let domain = PseudoInverse.domain
    static let convention: String? = PseudoInverse.convention
    static let operands: [Operand] = ["x", "y"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try Value.applying(.matmul, [Value.applying(.pinv, [call.x]), call.operands[1]])
    }
}

/// Singular values.
enum SingularValues: MatrixPrimitive {
    static let opName = "svdvals"
    static let summary = "Singular values of a matrix, or of each of a stack, descending."
    static let formula = "s with x = u diag(s) vh"
    static let derivative = "u diag(adjoint) vh"
    static let convention: String? = "of equal values, and of 0, those that the vectors found belong to"
    static let isOfSquares = false

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [min(rows, columns)] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.singular()?.values }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let (u, vh) = (Value.apply(.svdU, [node.x]), Value.apply(.svdVh, [node.x]))
        return (u * tangent.matmul(vh.matrixTranspose())).sumOfRows()
    }
}

/// Left singular vectors.
enum LeftSingularVectors: MatrixPrimitive {
    static let opName = "svd_u"
    static let summary = "Left singular vectors of a matrix, in columns, as many as it has singular values."
    static let formula = "u with x = u diag(s) vh"
    static let derivative = "u (F * (p s + s p^T)) + (1 - u u^T) dx v / s, with p = u^T dx v, F = 1 / (s[j]^2 - s[i]^2)"
    static let convention: String? = "the signs are LAPACK's; F is 0 between equal values, and so is 1 / s of 0"
    static let isOfSquares = false

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, min(rows, columns)] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.singular()?.u.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let values = Value.apply(.svdvals, [node.x])
        let v = Value.apply(.svdVh, [node.x]).matrixTranspose()
        return values.tangentOfSingularVectors(node.result, tangent.matmul(v))
    }
}

/// Right singular vectors.
enum RightSingularVectors: MatrixPrimitive {
    static let opName = "svd_vh"
    static let summary = "Right singular vectors of a matrix, in rows, as many as it has singular values."
    static let formula = "vh with x = u diag(s) vh"
    static let derivative = "that of svd_u of the transpose of x"
    static let convention: String? = LeftSingularVectors.convention
    static let isOfSquares = false

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [min(rows, columns), columns] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.singular()?.vh.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let values = Value.apply(.svdvals, [node.x])
        let moved = tangent.matrixTranspose().matmul(Value.apply(.svdU, [node.x]))
        return values.tangentOfSingularVectors(node.result.matrixTranspose(), moved).matrixTranspose()
    }
}

extension Value {
    /// The tangent of the vectors on one side; this value is the singular values, and `moved` the tangent of the matrix
    /// times the vectors of the other side.
    fileprivate func tangentOfSingularVectors(_ vectors: Value, _ moved: Value) -> Value {
        let inner = vectors.matrixTranspose().matmul(moved)
        let scaled = inner * asRows
        let turned = vectors.matmul((scaled + scaled.matrixTranspose()) * square().reciprocalGaps())
        let bound = sum(over: [shape.rank - 1], keepDimensions: true) * (4 * Double.ulpOfOne)
        return turned + (moved - vectors.matmul(inner)) * reciprocal(above: bound).asRows
    }
}

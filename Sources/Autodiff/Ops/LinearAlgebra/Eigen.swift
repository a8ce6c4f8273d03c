/// Eigenvalues of a symmetric matrix.
enum SymmetricEigenvalues: MatrixPrimitive {
    static let opName = "eigvalsh"
    static let summary = "Eigenvalues of the symmetric part of a matrix, or of each of a stack, ascending."
    static let formula = "l with (x + x^T) / 2 = v diag(l) v^T"
    static let derivative = "v diag(adjoint) v^T"
    static let convention: String? = "of equal eigenvalues, those that the eigenvectors found belong to"

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.symmetricEigen()?.values }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let vectors = Value.apply(.eigvectorsh, [node.x])
        return (vectors * tangent.symmetricPart.matmul(vectors)).sumOfRows()
    }
}

/// Eigenvectors of a symmetric matrix.
enum SymmetricEigenvectors: MatrixPrimitive {
    static let opName = "eigvectorsh"
    static let summary = "Eigenvectors of the symmetric part of a matrix, in columns, in the order of eigvalsh."
    static let formula = "v with (x + x^T) / 2 = v diag(l) v^T"
    static let derivative = "v (F * (v^T dx v)) along dx, with F[i, j] = 1 / (l[j] - l[i])"
    static let convention: String? = "the sign of each vector is LAPACK's; F is 0 between equal eigenvalues"

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, columns] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.symmetricEigen()?.vectors.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let vectors = node.result
        let values = Value.apply(.eigvalsh, [node.x])
        let inner = vectors.matrixTranspose().matmul(tangent.symmetricPart).matmul(vectors)
        return vectors.matmul(inner * values.reciprocalGaps())
    }
}

extension Value {
    /// `1 / (x[j] - x[i])` for each vector of numbers, 0 where the two are equal up to rounding.
    func reciprocalGaps() -> Value {
        let bound = abs().sum(over: [shape.rank - 1], keepDimensions: true) * (4 * Double.ulpOfOne)
        return (asRows - asColumns).reciprocal(above: bound.asColumns)
    }
}

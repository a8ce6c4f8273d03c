/// Cholesky factor.
enum Cholesky: MatrixPrimitive {
    static let opName = "cholesky"
    static let summary = "Lower Cholesky factor of the symmetric part of a matrix, or of each of a stack."
    static let formula = "r, lower triangular, with r @ r^T = (x + x^T) / 2"
    static let derivative = "r Phi(r^-1 dx r^-T) along dx; Phi is the lower triangle with half the diagonal"
    static let domain = "matrices whose symmetric part is positive definite"
    static let convention: String? = "NaN where x is not positive definite; the gradient is symmetric"

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, columns] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.cholesky()?.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let (factor, count) = (node.result, node.matrixExtents.rows)
        let half = factor.solveTriangle(tangent.symmetricPart, ["lower": true])
        let inner = factor.solveTriangle(half.matrixTranspose(), ["lower": true])
        let mask = (node.x.matrixMask(.greater, count, count) + node.x.matrixMask(.greaterEqual, count, count)) * 0.5
        return factor.matmul(inner * mask)
    }
}

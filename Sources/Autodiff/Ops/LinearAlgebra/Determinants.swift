import Glibc

/// Inverse matrix.
enum Inverse: MatrixPrimitive {
    static let opName = "inv"
    static let summary = "Inverse of a square matrix, or of each of a stack."
    static let formula = "x^-1"
    static let derivative = "minus r^T times the adjoint times r^T"
    static let domain = "nonsingular matrices"
    static let convention: String? = "NaN where x is singular; solve is better where the inverse is only multiplied"
    static let aliases = ["inverse"]

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, columns] }
    static func value(_ matrix: Matrix) -> [Double]? { matrix.inverse()?.elements }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        tangents[0].map { -node.result.matmul($0).matmul(node.result) }
    }
}

/// Determinant.
enum Determinant: MatrixPrimitive {
    static let opName = "det"
    static let summary = "Determinant of a square matrix, or of each of a stack."
    static let formula = "det(x)"
    static let derivative = "the transpose of the adjugate of x, which singular matrices have too"

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [] }
    static func value(_ matrix: Matrix) -> [Double]? {
        matrix.pivots().map { [$0.diagonal.reduce($0.isOdd ? -1 : 1, *)] }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        tangents[0].map { ($0 * Value.apply(.adjugate, [node.x]).matrixTranspose()).sumOfMatrix() }
    }
}

/// Logarithm of the absolute determinant.
enum LogAbsDeterminant: MatrixPrimitive {
    static let opName = "logabsdet"
    static let summary = "Logarithm of the absolute value of the determinant, without overflow."
    static let formula = "log(|det(x)|)"
    static let derivative = "the transpose of the inverse of x"
    static let domain = "nonsingular matrices"
    static let convention: String? = "-Infinity where x is singular; the derivative is NaN there"
    static let aliases = ["logdet"]

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [] }
    static func value(_ matrix: Matrix) -> [Double]? {
        matrix.pivots().map { [$0.diagonal.reduce(0) { $0 + Glibc.log($1.magnitude) }] }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        tangents[0].map { ($0 * Value.apply(.inv, [node.x]).matrixTranspose()).sumOfMatrix() }
    }
}

/// Sign of the determinant.
enum DeterminantSign: MatrixPrimitive, StepPrimitive {
    static let opName = "sign_det"
    static let summary = "Sign of the determinant."
    static let formula = "sign(det(x))"
    static let derivative = "0"
    static let convention: String? = "0 everywhere, also at singular matrices, whose sign is 0"

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [] }
    static func value(_ matrix: Matrix) -> [Double]? {
        matrix.pivots().map { pivots in
            let sign = pivots.diagonal.reduce(pivots.isOdd ? -1.0 : 1.0) { sign, pivot in
                pivot > 0 ? sign : pivot < 0 ? -sign : pivot.isNaN ? .nan : 0 * sign
            }
            return [sign == 0 ? 0 : sign]
        }
    }
}

/// Transpose of the matrix of cofactors.
enum Adjugate: MatrixPrimitive {
    static let opName = "adjugate"
    static let summary = "Adjugate of a square matrix: the transpose of its matrix of cofactors."
    static let formula = "det(x) * x^-1, by continuity where x is singular"
    static let derivative = "that of the Faddeev-LeVerrier recursion, in which nothing is divided by the determinant"
    static let convention: String? = "where x is nearly singular, its derivative loses digits beyond about ten rows"

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, columns] }

    // With x = u s v the adjugate is det(u v) v^T adj(s) u^T, and adj(s) has the products of all values but one.
    static func value(_ matrix: Matrix) -> [Double]? {
        guard let (u, values, vh) = matrix.singular(), let left = u.pivots(), let right = vh.pivots() else {
            return nil
        }
        let sign = (left.diagonal + right.diagonal).reduce(left.isOdd != right.isOdd ? -1.0 : 1.0) {
            $1 < 0 ? -$0 : $0
        }
        var scaled = vh
        for row in values.indices {
            var product = sign
            for other in values.indices where other != row { product *= values[other] }
            for column in 0..<vh.columns { scaled[row, column] *= product }
        }
        return (scaled.transpose * u.transpose).elements
    }

    // The recursion divides by nothing, but loses a digit with every few rows; the inverse has them all, where there is
    // one. Each is given matrices on which it and its derivatives are finite where the other's are taken.
    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let (x, count) = (node.x, node.matrixExtents.rows)
        if count <= 4 { return recursion(x, tangent, count) }
        let condition = x.abs().sumOfMatrix() * Value.apply(.inv, [x]).abs().sumOfMatrix()
        let isRegular = condition.less(1e8).asMatrices
        let turned = Value.apply(.inv, [isRegular.where(x, x.identityMatrix(count))]).matmul(tangent)
        let regular = turned.matrixTrace().asMatrices * node.result - turned.matmul(node.result)
        return recursion(isRegular.where(0, x), tangent, count).map { isRegular.where(regular, $0) }
    }

    /// The derivative by the recursion of Faddeev and LeVerrier, differentiated.
    private static func recursion(_ x: Value, _ tangent: Value, _ count: Int) -> Value? {
        let identity = x.identityMatrix(count)
        var power = identity
        var change: Value?
        for step in 1..<max(count, 1) {
            let product = x.matmul(power)
            var moved = tangent.matmul(power)
            if let change { moved = moved + x.matmul(change) }
            let scale = -1 / Double(step)
            power = product + (product.matrixTrace() * scale).asMatrices * identity
            change = moved + (moved.matrixTrace() * scale).asMatrices * identity
        }
        return count % 2 == 1 ? change : change.map { -$0 }
    }
}

/// Norms of matrices.
enum MatrixNorm: Composite {
    static let summary = "Norm of a matrix, or of each of a stack."
    static let formula =
        "fro: sqrt(sum(x^2)); nuc: sum(svdvals(x)); 2: max(svdvals(x)); 1: max(sum(abs(x)) of columns); inf: of rows"
    static let derivative = "fro: x / r; nuc: u @ vh; 2: u[:, 0] vh[0]; 1 and inf: sign(x) in the column or row"
    static let domain = "at least one element"
    static let convention: String? =
        "0 at 0 for fro; tied columns, rows and singular values share the gradient evenly; -1, -2 and -inf take the least"
    static let attributes: [AttributeDescription] = [
        AttributeDescription("ord", "\"fro\", \"nuc\", 1, -1, 2, -2, \"inf\" or \"-inf\"; left out, \"fro\""),
        .keepDimensions,
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let rank = call.x.shape.rank
        guard rank >= 2, call.x.shape.extents[rank - 1] > 0, call.x.shape.extents[rank - 2] > 0 else {
            throw .shapes(call.op.name, [call.x.shape], "matrices with elements")
        }
        let norm = try norm(call, rank)
        return try call.attributes.flag("keepdims") ? norm.asMatrices : norm
    }

    private static func norm(_ call: OpCall, _ rank: Int) throws(OpError) -> Value {
        func singular(_ op: Op) -> Value { Value.apply(.svdvals, [call.x]).reduce(op, over: [rank - 2]) }
        func sums(of axis: Int, _ op: Op) -> Value { call.x.abs().sum(over: [axis]).reduce(op, over: [rank - 2]) }
        switch call.attributes["ord"] {
        case nil, .text("fro"): return call.x.reduce(.euclideanNorm, over: [rank - 2, rank - 1])
        case .text("nuc"): return singular(.sum)
        case .number(2): return singular(.max)
        case .number(-2): return singular(.min)
        case .number(1): return sums(of: rank - 2, .max)
        case .number(-1): return sums(of: rank - 2, .min)
        case .text("inf"), .text("Infinity"), .number(.infinity): return sums(of: rank - 1, .max)
        case .text("-inf"), .text("-Infinity"), .number(-.infinity): return sums(of: rank - 1, .min)
        case _: throw OpError(attribute: "ord", "`ord` is \"fro\", \"nuc\", 1, -1, 2, -2, \"inf\" or \"-inf\".")
        }
    }
}

/// Rows and columns exchanged.
enum MatrixTranspose: Composite {
    static let summary = "The matrix, or each of a stack, with rows and columns exchanged."
    static let formula = "r[..., i, j] = x[..., j, i]"
    static let derivative = "1"
    static let aliases = ["adjoint"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard call.x.shape.rank >= 2 else { throw .shapes(call.op.name, [call.x.shape], "at least two axes") }
        return call.x.matrixTranspose()
    }
}

/// Linear equations with a matrix whose Cholesky factor is known.
enum CholeskySolve: Composite {
    static let summary = "The solution of linear equations, given the Cholesky factor of their matrix."
    static let formula = "r with x @ x^T @ r = y"
    static let derivative = "as for two solutions with the triangle"
    static let domain = SolveTriangularMatrix.domain
    static let convention: String? = SolveTriangularMatrix.convention
    static let aliases = ["cholesky_solve"]
    static let operands: [Operand] = ["x", "y"]
    static let attributes = [
        AttributeDescription("lower", "false where x is the upper factor, x^T @ x the matrix; left out, true")
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let isLower = try call.attributes.flag("lower", default: true)
        let (x, y) = (call.x, call.operands[1])
        guard x.shape.rank >= 2 else { throw .shapes(call.op.name, [x.shape, y.shape], "a square matrix") }
        let factors = isLower ? (x, x.matrixTranspose()) : (x.matrixTranspose(), x)
        let inner = try Value.applying(.solveTriangular, [factors.0, y], ["lower": true])
        return try Value.applying(.solveTriangular, [factors.1, inner], ["lower": false])
    }
}

/// Dirichlet's distribution.
enum DirichletLogDensity: Composite {
    static let summary = "Logarithm of the density of Dirichlet's distribution, of vectors along the last axis."
    static let formula = "sum(xlogy(a - 1, x) - lgamma(a)) + lgamma(sum(a)), a = concentration"
    static let derivative = "(a - 1) / x; log(x) - digamma(a) + digamma(sum(a))"
    static let domain = "x > 0 with sum 1, concentration > 0"
    static let convention: String? = "that x has sum 1 is not checked"
    static let aliases = ["dirichlet_lpdf"]
    static let operands: [Operand] = ["x", "concentration"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shape = try call.broadcastShape()
        guard shape.rank >= 1 else { throw .shapes(call.op.name, call.operands.map(\.shape), "vectors") }
        let (x, concentration) = (call.x, call.operands[1].broadcast(to: shape))
        let last = [shape.rank - 1]
        let terms = (concentration - 1).xlogy(x) - concentration.lgamma()
        return terms.sum(over: last) + concentration.sum(over: last).lgamma()
    }
}

/// Normal distribution of vectors.
enum MultivariateNormalLogDensity: Composite {
    static let summary =
        "Logarithm of the density of a normal distribution of vectors, given the Cholesky factor of the covariance."
    static let formula =
        "-sum(z ** 2) / 2 - sum(log(diagonal(l))) - n * log(2 * pi) / 2, l @ z = x - loc, l = scale_tril"
    static let derivative = "-w, l^T @ w = z; w; tril(w @ z^T) - diag(1 / diagonal(l))"
    static let domain = "a lower triangle with a diagonal > 0"
    static let convention: String? = "what is above the diagonal of scale_tril is not looked at"
    static let aliases = ["multi_normal_cholesky_lpdf", "multivariate_normal_logpdf"]
    static let operands: [Operand] = ["x", "loc", "scale_tril"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let factor = call.operands[2]
        let extents = factor.shape.extents.suffix(2)
        guard let vectors = call.x.shape.broadcast(with: call.operands[1].shape), vectors.rank >= 1, extents.count == 2,
            extents.allSatisfy({ $0 == vectors.extents[vectors.rank - 1] })
        else {
            throw .shapes(call.op.name, call.operands.map(\.shape), "vectors of n elements and triangles of n rows")
        }
        let difference = (call.x - call.operands[1]).asColumns
        let solution = try Value.applying(.solveTriangularMatrix, [factor, difference], ["lower": true])
        let diagonal = factor.matrixDiagonal()
        let volume = diagonal.log().sum(over: [diagonal.shape.rank - 1])
        let constant = NormalLogDensity.logarithmOfRootOfTwoPi * Double(diagonal.shape.extents[diagonal.shape.rank - 1])
        return -0.5 * solution.square().sumOfMatrix() - volume - constant
    }
}

/// Wishart's distribution.
enum WishartLogDensity: Composite {
    static let summary = "Logarithm of the density of Wishart's distribution of positive definite matrices of n rows."
    static let formula =
        "((df - n - 1) * logdet(x) - trace(inv(scale) @ x) - df * (n * log(2) + logdet(scale))) / 2 - multigammaln(df / 2, n)"
    static let derivative =
        "((df - n - 1) * inv(x)^T - inv(scale)^T) / 2; (logdet(x) - logdet(scale) - n * log(2) - sum(digamma((df - i) / 2) for i < n)) / 2; (inv(scale) @ x @ inv(scale) - df * inv(scale))^T / 2"
    static let domain = "positive definite x and scale, df > n - 1"
    static let convention: String? = "that the matrices are symmetric is not checked"
    static let aliases = ["wishart_lpdf"]
    static let operands: [Operand] = ["x", "df", "scale"]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, freedom, scale) = (call.x, call.operands[1], call.operands[2])
        let ratio = try Value.applying(.solveMatrix, [scale, x])
        let volume = try Value.applying(.logabsdet, [x])
        let rows = x.shape.extents[x.shape.rank - 1]
        let trace = ratio.matrixTrace()
        guard rows > 0, let stack = trace.shape.broadcast(with: freedom.shape), stack == trace.shape else {
            throw .shapes(call.op.name, call.operands.map(\.shape), "square matrices, and a number of degrees for each")
        }
        let half = 0.5 * freedom
        let logarithmOfScale = Value.apply(.logabsdet, [scale])
        let normalizer =
            half * (Double(rows) * 0.6931471805599453 + logarithmOfScale) + half.multigammaln(Double(rows))
        return (half - 0.5 * Double(rows + 1)) * volume - 0.5 * trace - normalizer
    }
}

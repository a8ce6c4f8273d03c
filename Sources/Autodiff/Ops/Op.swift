/// The list of ops.
///
/// The name on the wire is that of the case, in snake case. A new op is a case here, its line in the `switch` of `interpret`, and a primitive in this folder.
public enum Op: UInt16, BitwiseCopyable, Sendable {
    // Sources
    case input, constant
    // Arithmetic
    case add, subtract, multiply, divide, negative, positive
    // Powers
    case pow, square, sqrt, hypot
    // Exponentials and logarithms
    case exp, expm1, log, log1p
    // Trigonometric
    case sin, cos, tan, asin, acos, atan, atan2
    // Hyperbolic
    case sinh, cosh, tanh
    // Activations
    case sigmoid, softplus, relu
    // Magnitudes and extremes
    case abs, sign, maximum, minimum
    case maximumShare, minimumShare
    // Choice and comparison
    case `where`
    case less, lessEqual, greater, greaterEqual, equal, notEqual
    // Error functions
    case erf, erfc, erfcx, erfcxDerivative, erfinv, erfinvSlope, erfcinv, erfcinvSlope, gaussian
    // Normal distribution
    case ndtr, logNdtr, ndtri, ndtriSlope, normalDensity, inverseMills, millsMoment
    // Gamma functions
    case gamma, lgamma, digamma, trigamma, polygamma, factorial, multigammaln, multivariatePolygamma
    // Beta functions and binomial coefficients
    case beta, betaln, polygammaDifference, binom, comb
    // Incomplete gamma functions
    case gammainc, gammaincc, gammaincDerivative
    // Incomplete beta function
    case betainc, betaincDerivative
    // Zeta functions
    case zeta, zetaDerivative
    // Bessel functions
    case j0, j1, jn, y0, y1, yn
    // Modified Bessel functions
    case i0, i1, iv, k0, k1, kn
    // Scaled Bessel functions
    case i0e, i1e, i0eDerivative, i1eDerivative, k0e, k1e, k0eDerivative
    // Exponential integrals and the dilogarithm
    case expi, exp1, expn, spence, spenceDerivative
    // More arithmetic
    case reciprocal, fmod, remainder, floorDivide, rsqrt, cbrt, fma, lerp
    // Rounding and steps
    case floor, ceil, round, trunc, frac, signbit, heaviside
    // Bounds
    case fmax, fmin, clip, copysign, nanToNum
    // Tests and logic
    case isnan, isfinite, isinf, logicalNot, logicalAnd, logicalOr, logicalXor, nextafter,
        stopGradient
    // More exponentials and logarithms
    case exp2, log2, log10, logaddexp, logaddexp2, logit, log1mexp, exprel, exprelDerivative
    // Entropies
    case xlogy, xlog1py, entr, relEntr, klDiv, logRatio, relativeDifference
    // More angles
    case asinh, acosh, atanh, sinc, sincDerivative, deg2rad, rad2deg
    // More activations
    case relu6, hardTanh, hardSigmoid, hardSwish, threshold, leakyRelu, elu, selu, celu, logSigmoid,
        silu, gelu, geluTanh, mish, softShrink, hardShrink, tanhShrink,
        bernoulliEntropy, softsign
    // Reductions
    case sum, mean, max
    case maxShare
    // Shapes
    case broadcastTo, reshape, permuteDims, slice, sliceEmbed, concat
    // Reductions, scans and order
    case min, prod, `var`, std, all, any, countNonzero
    case argmax, argmin, median, quantile
    case vectorNorm, euclideanNorm, logsumexp, softmax, logSoftmax
    case cumulativeSum, cumulativeProd, cummax, cummin, logcumsumexp, cumulativeArgmax
    case argsort, sort, topk, diff, trapezoid
    // Indexing and rearranging
    case take, takeEmbed, indexAdd, segmentSum, takeAlongAxis, takeAlongAxisEmbed, scatterAdd
    case expandDims, squeeze, moveaxis, swapaxes, flatten, stack, flip, roll, tile, `repeat`, pad
    case positions, tril, triu, diagonal, diag, oneHot, zerosLike, onesLike, fullLike
    // Losses over arrays
    case crossEntropy, nllLoss, mseLoss, cosineSimilarity
    case l1Loss, huberLoss, smoothL1Loss, bceLoss, bceWithLogitsLoss, hingeLoss, poissonNllLoss, gaussianNllLoss
    // Linear algebra
    case matmul, linear, vecdot, outer, kron, cross, tensordot, einsum
    case trace, det, logabsdet, signDet, adjugate
    case solve, solveTriangular, inv, pinv, lstsq
    case solveMatrix, solveTriangularMatrix
    case cholesky, qrQ, qrR, eigvalsh, eigvectorsh, svdvals, svdU, svdVh
    case matrixExp, matrixPower
    // More arithmetic of several operands
    case addcmul, addcdiv, interp
    // Gates
    case glu, swiglu, klDivLoss
    // Densities
    case normalLogpdf, studentTLogpdf, gammaLogpdf, betaLogpdf, poissonLogpmf, binomialLogpmf, categoricalLogpmf
    case dirichletLogpdf, multiNormalLogpdf, wishartLogpdf
    case gammaincln
    // One of several results
    case unstack, split, meshgrid
    // More indexing
    case isLastIndex, indexSet, scatter, segmentMax, segmentMin
    // More linear algebra
    case matrixTranspose, matrixNorm, choSolve
    // Derivatives of one's own
    case withDerivatives
    // Parts of derivatives
    case absoluteZeroMultiply, oneMinusSquare, hypotShare, sechSquare
    // Two ops in one, last of all: those of programs only
    case sumOfThree, multiplyAdd, absoluteZeroMultiplyAdd
    case sineAndCosine, tanhAndSechSquare, otherResult
}

extension Op: CaseIterable {
    /// The ops that a function may have.
    public static let allCases: [Op] = everyCase.filter { $0.rawValue < Op.sumOfThree.rawValue }

    /// Those of programs too.
    static let everyCase: [Op] = (0...Op.otherResult.rawValue).compactMap(Op.init(rawValue:))
}

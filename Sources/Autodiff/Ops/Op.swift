/// The list of ops.
///
/// The name on the wire is that of the case, in snake case. A new op is a case here, its line in the `switch` below, and a primitive in this folder.
public enum Op: UInt16, CaseIterable, BitwiseCopyable, Sendable {
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
    // Linear algebra
    case matmul, linear, vecdot, outer, kron, cross, tensordot, einsum
    case trace, det, logabsdet, signDet, adjugate
    case solve, solveTriangular, inv, pinv, lstsq
    case solveMatrix, solveTriangularMatrix
    case cholesky, qrQ, qrR, eigvalsh, eigvectorsh, svdvals, svdU, svdVh
    case matrixExp, matrixPower
    // Derivatives of one's own
    case withDerivatives
    // Parts of derivatives
    case absoluteZeroMultiply, oneMinusSquare, hypotShare, sechSquare
}

extension Op {
    /// Hands the primitive of this op to the method for its kind.
    ///
    /// The one place where cases meet primitives; it has no `default:`, so that the compiler misses nothing.
    @inline(__always)
    func interpret<I: Interpretation>(_ interpretation: inout I) -> I.Result {
        switch self {
        case .input: interpretation.source(InputSource.self)
        case .constant: interpretation.source(ConstantSource.self)
        case .add: interpretation.binary(Add.self)
        case .subtract: interpretation.binary(Subtract.self)
        case .multiply: interpretation.binary(Multiply.self)
        case .divide: interpretation.binary(Divide.self)
        case .negative: interpretation.unary(Negative.self)
        case .positive: interpretation.unary(Positive.self)
        case .pow: interpretation.binary(Power.self)
        case .square: interpretation.unary(Square.self)
        case .sqrt: interpretation.unary(SquareRoot.self)
        case .hypot: interpretation.binary(Hypotenuse.self)
        case .exp: interpretation.unary(Exp.self)
        case .expm1: interpretation.unary(ExpMinusOne.self)
        case .log: interpretation.unary(Log.self)
        case .log1p: interpretation.unary(LogOnePlus.self)
        case .sin: interpretation.unary(Sine.self)
        case .cos: interpretation.unary(Cosine.self)
        case .tan: interpretation.unary(Tangent.self)
        case .asin: interpretation.unary(ArcSine.self)
        case .acos: interpretation.unary(ArcCosine.self)
        case .atan: interpretation.unary(ArcTangent.self)
        case .atan2: interpretation.binary(ArcTangent2.self)
        case .sinh: interpretation.unary(HyperbolicSine.self)
        case .cosh: interpretation.unary(HyperbolicCosine.self)
        case .tanh: interpretation.unary(HyperbolicTangent.self)
        case .sigmoid: interpretation.unary(Sigmoid.self)
        case .softplus: interpretation.unary(Softplus.self)
        case .relu: interpretation.unary(Relu.self)
        case .abs: interpretation.unary(Abs.self)
        case .sign: interpretation.unary(Sign.self)
        case .maximum: interpretation.binary(Maximum.self)
        case .minimum: interpretation.binary(Minimum.self)
        case .maximumShare: interpretation.binary(MaximumShare.self)
        case .minimumShare: interpretation.binary(MinimumShare.self)
        case .where: interpretation.ternary(Where.self)
        case .less: interpretation.binary(Less.self)
        case .lessEqual: interpretation.binary(LessEqual.self)
        case .greater: interpretation.binary(Greater.self)
        case .greaterEqual: interpretation.binary(GreaterEqual.self)
        case .equal: interpretation.binary(Equal.self)
        case .notEqual: interpretation.binary(NotEqual.self)
        case .erf: interpretation.unary(ErrorFunction.self)
        case .erfc: interpretation.unary(ErrorFunctionComplement.self)
        case .erfcx: interpretation.unary(ErrorFunctionScaled.self)
        case .erfcxDerivative: interpretation.binary(ErrorFunctionScaledDerivative.self)
        case .erfinv: interpretation.unary(ErrorFunctionInverse.self)
        case .erfinvSlope: interpretation.unary(ErrorFunctionInverseSlope.self)
        case .erfcinv: interpretation.unary(ErrorFunctionComplementInverse.self)
        case .erfcinvSlope: interpretation.unary(ErrorFunctionComplementInverseSlope.self)
        case .gaussian: interpretation.unary(Gaussian.self)
        case .ndtr: interpretation.unary(NormalCumulative.self)
        case .logNdtr: interpretation.unary(NormalCumulativeLogarithm.self)
        case .ndtri: interpretation.unary(NormalQuantile.self)
        case .ndtriSlope: interpretation.unary(NormalQuantileSlope.self)
        case .normalDensity: interpretation.unary(NormalDensity.self)
        case .inverseMills: interpretation.unary(InverseMills.self)
        case .millsMoment: interpretation.binary(MillsMoment.self)
        case .gamma: interpretation.unary(Gamma.self)
        case .lgamma: interpretation.unary(LogGamma.self)
        case .digamma: interpretation.unary(Digamma.self)
        case .trigamma: interpretation.unary(Trigamma.self)
        case .polygamma: interpretation.binary(Polygamma.self)
        case .factorial: interpretation.unary(Factorial.self)
        case .multigammaln: interpretation.binary(MultivariateLogGamma.self)
        case .multivariatePolygamma: interpretation.ternary(MultivariatePolygamma.self)
        case .beta: interpretation.binary(Beta.self)
        case .betaln: interpretation.binary(LogBeta.self)
        case .polygammaDifference: interpretation.ternary(PolygammaDifference.self)
        case .binom: interpretation.binary(Binomial.self)
        case .comb: interpretation.binary(Combinations.self)
        case .gammainc: interpretation.binary(IncompleteGamma.self)
        case .gammaincc: interpretation.binary(IncompleteGammaComplement.self)
        case .gammaincDerivative: interpretation.ternary(IncompleteGammaDerivative.self)
        case .betainc: interpretation.ternary(IncompleteBeta.self)
        case .betaincDerivative: interpretation.quaternary(IncompleteBetaDerivative.self)
        case .zeta: interpretation.binary(Zeta.self)
        case .zetaDerivative: interpretation.ternary(ZetaDerivative.self)
        case .j0: interpretation.unary(BesselJ0.self)
        case .j1: interpretation.unary(BesselJ1.self)
        case .jn: interpretation.binary(BesselJ.self)
        case .y0: interpretation.unary(BesselY0.self)
        case .y1: interpretation.unary(BesselY1.self)
        case .yn: interpretation.binary(BesselY.self)
        case .i0: interpretation.unary(BesselI0.self)
        case .i1: interpretation.unary(BesselI1.self)
        case .iv: interpretation.binary(BesselI.self)
        case .k0: interpretation.unary(BesselK0.self)
        case .k1: interpretation.unary(BesselK1.self)
        case .kn: interpretation.binary(BesselK.self)
        case .i0e: interpretation.unary(BesselI0Scaled.self)
        case .i1e: interpretation.unary(BesselI1Scaled.self)
        case .i0eDerivative: interpretation.binary(BesselI0ScaledDerivative.self)
        case .i1eDerivative: interpretation.binary(BesselI1ScaledDerivative.self)
        case .k0e: interpretation.unary(BesselK0Scaled.self)
        case .k1e: interpretation.unary(BesselK1Scaled.self)
        case .k0eDerivative: interpretation.binary(BesselK0ScaledDerivative.self)
        case .expi: interpretation.unary(ExponentialIntegral.self)
        case .exp1: interpretation.unary(ExponentialIntegral1.self)
        case .expn: interpretation.binary(ExponentialIntegralN.self)
        case .spence: interpretation.unary(Spence.self)
        case .spenceDerivative: interpretation.binary(SpenceDerivative.self)
        case .sum: interpretation.array(Sum.self)
        case .mean: interpretation.composite(Mean.self)
        case .max: interpretation.array(LargestElement.self)
        case .maxShare: interpretation.array(LargestElementShare.self)
        case .broadcastTo: interpretation.array(BroadcastTo.self)
        case .reshape: interpretation.array(Reshape.self)
        case .permuteDims: interpretation.array(PermuteDimensions.self)
        case .slice: interpretation.array(Slice.self)
        case .sliceEmbed: interpretation.array(SliceEmbed.self)
        case .concat: interpretation.array(Concatenate.self)
        case .min: interpretation.composite(SmallestElement.self)
        case .prod: interpretation.composite(Product.self)
        case .`var`: interpretation.composite(Variance.self)
        case .std: interpretation.composite(StandardDeviation.self)
        case .all: interpretation.composite(AllNonzero.self)
        case .any: interpretation.composite(AnyNonzero.self)
        case .countNonzero: interpretation.composite(CountNonzero.self)
        case .argmax: interpretation.array(LargestPlace.self)
        case .argmin: interpretation.composite(SmallestPlace.self)
        case .median: interpretation.composite(Median.self)
        case .quantile: interpretation.composite(Quantile.self)
        case .vectorNorm: interpretation.composite(VectorNorm.self)
        case .euclideanNorm: interpretation.array(EuclideanNorm.self)
        case .logsumexp: interpretation.array(LogSumExp.self)
        case .softmax: interpretation.array(Softmax.self)
        case .logSoftmax: interpretation.array(LogSoftmax.self)
        case .cumulativeSum: interpretation.array(CumulativeSum.self)
        case .cumulativeProd: interpretation.composite(CumulativeProduct.self)
        case .cummax: interpretation.composite(CumulativeMaximum.self)
        case .cummin: interpretation.composite(CumulativeMinimum.self)
        case .logcumsumexp: interpretation.composite(CumulativeLogSumExp.self)
        case .cumulativeArgmax: interpretation.array(CumulativeLargestPlace.self)
        case .argsort: interpretation.array(ArgSort.self)
        case .sort: interpretation.composite(Sort.self)
        case .topk: interpretation.composite(LargestElements.self)
        case .diff: interpretation.composite(Difference.self)
        case .trapezoid: interpretation.composite(Trapezoid.self)
        case .take: interpretation.array(Take.self)
        case .takeEmbed: interpretation.array(TakeEmbed.self)
        case .indexAdd: interpretation.composite(IndexAdd.self)
        case .segmentSum: interpretation.composite(SegmentSum.self)
        case .takeAlongAxis: interpretation.array(TakeAlongAxis.self)
        case .takeAlongAxisEmbed: interpretation.array(TakeAlongAxisEmbed.self)
        case .scatterAdd: interpretation.composite(ScatterAdd.self)
        case .expandDims: interpretation.composite(ExpandDimensions.self)
        case .squeeze: interpretation.composite(Squeeze.self)
        case .moveaxis: interpretation.composite(MoveAxis.self)
        case .swapaxes: interpretation.composite(SwapAxes.self)
        case .flatten: interpretation.composite(Flatten.self)
        case .stack: interpretation.composite(Stack.self)
        case .flip: interpretation.composite(Flip.self)
        case .roll: interpretation.composite(Roll.self)
        case .tile: interpretation.composite(Tile.self)
        case .`repeat`: interpretation.composite(Repeat.self)
        case .pad: interpretation.composite(Pad.self)
        case .positions: interpretation.array(Positions.self)
        case .tril: interpretation.composite(LowerTriangle.self)
        case .triu: interpretation.composite(UpperTriangle.self)
        case .diagonal: interpretation.composite(Diagonal.self)
        case .diag: interpretation.composite(DiagonalMatrix.self)
        case .oneHot: interpretation.composite(OneHot.self)
        case .zerosLike: interpretation.composite(ZerosLike.self)
        case .onesLike: interpretation.composite(OnesLike.self)
        case .fullLike: interpretation.composite(FullLike.self)
        case .crossEntropy: interpretation.composite(CrossEntropyLoss.self)
        case .nllLoss: interpretation.composite(NegativeLogLikelihoodLoss.self)
        case .mseLoss: interpretation.composite(MeanSquaredErrorLoss.self)
        case .cosineSimilarity: interpretation.composite(CosineSimilarity.self)
        case .matmul: interpretation.array(MatrixProduct.self)
        case .linear: interpretation.composite(Linear.self)
        case .vecdot: interpretation.composite(VectorDot.self)
        case .outer: interpretation.composite(OuterProduct.self)
        case .kron: interpretation.composite(KroneckerProduct.self)
        case .cross: interpretation.composite(CrossProduct.self)
        case .tensordot: interpretation.composite(TensorDot.self)
        case .einsum: interpretation.composite(EinsteinSum.self)
        case .trace: interpretation.composite(Trace.self)
        case .det: interpretation.array(Determinant.self)
        case .logabsdet: interpretation.array(LogAbsDeterminant.self)
        case .signDet: interpretation.array(DeterminantSign.self)
        case .adjugate: interpretation.array(Adjugate.self)
        case .solve: interpretation.composite(Solve.self)
        case .solveTriangular: interpretation.composite(SolveTriangular.self)
        case .inv: interpretation.array(Inverse.self)
        case .pinv: interpretation.array(PseudoInverse.self)
        case .lstsq: interpretation.composite(LeastSquares.self)
        case .solveMatrix: interpretation.array(SolveMatrix.self)
        case .solveTriangularMatrix: interpretation.array(SolveTriangularMatrix.self)
        case .cholesky: interpretation.array(Cholesky.self)
        case .qrQ: interpretation.array(OrthogonalFactor.self)
        case .qrR: interpretation.array(TriangularFactor.self)
        case .eigvalsh: interpretation.array(SymmetricEigenvalues.self)
        case .eigvectorsh: interpretation.array(SymmetricEigenvectors.self)
        case .svdvals: interpretation.array(SingularValues.self)
        case .svdU: interpretation.array(LeftSingularVectors.self)
        case .svdVh: interpretation.array(RightSingularVectors.self)
        case .matrixExp: interpretation.array(MatrixExponential.self)
        case .matrixPower: interpretation.composite(MatrixPower.self)
        case .withDerivatives: interpretation.array(WithDerivatives.self)
        case .absoluteZeroMultiply: interpretation.binary(AbsoluteZeroMultiply.self)
        case .oneMinusSquare: interpretation.unary(OneMinusSquare.self)
        case .hypotShare: interpretation.binary(HypotenuseShare.self)
        case .sechSquare: interpretation.unary(HyperbolicSecantSquare.self)
        }
    }
}

/// A meaning given to ops: one method per kind, so that a new op needs nothing and a new kind is asked for everywhere.
protocol Interpretation {
    associatedtype Result
    mutating func source<P: SourcePrimitive>(_ primitive: P.Type) -> Result
    mutating func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Result
    mutating func composite<P: Composite>(_ primitive: P.Type) -> Result
}

/// A meaning given to nodes, of which none is of a composite op: those are expanded when they are appended.
protocol NodeInterpretation: Interpretation {}

extension NodeInterpretation {
    func composite<P: Composite>(_ primitive: P.Type) -> Result {
        preconditionFailure("a node of a composite op")
    }
}

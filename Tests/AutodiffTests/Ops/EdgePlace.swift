import Autodiff
import Testing

/// Operands at which an op declares an edge, and others beside them at which it does not.
struct EdgePlace: Sendable, CustomTestStringConvertible {
    let op: Op
    let operands: [Double]
    let edge: Edge
    let beside: [Double]

    init(_ op: Op, _ operands: [Double], _ edge: Edge, beside: [Double]) {
        self.op = op
        self.operands = operands
        self.edge = edge
        self.beside = beside
    }

    var testDescription: String { "\(op.name) at \(operands)" }

    /// At least one for every elementwise op that declares an edge, which a test finds out.
    static let all: [EdgePlace] = kinks + arithmetic + domains + special + orders

    private static let kinks: [EdgePlace] = [
        EdgePlace(.abs, [0], .kink, beside: [1e-300]),
        EdgePlace(.sign, [0], .kink, beside: [-1e-300]),
        EdgePlace(.relu, [0], .kink, beside: [1e-300]),
        EdgePlace(.relu6, [0], .kink, beside: [-1e-300]),
        EdgePlace(.relu6, [6], .kink, beside: [6.000000000000001]),
        EdgePlace(.leakyRelu, [0, 0.01], .kink, beside: [-1e-300, 0.01]),
        EdgePlace(.elu, [0, 1], .kink, beside: [1e-300, 1]),
        EdgePlace(.selu, [0], .kink, beside: [1e-300]),
        EdgePlace(.celu, [0, 1], .kink, beside: [1e-300, 1]),
        EdgePlace(.celu, [1, 0], .outsideDomain, beside: [1, 0.5]),
        EdgePlace(.softShrink, [0.5, 0.5], .kink, beside: [0.5000000000000001, 0.5]),
        EdgePlace(.hardShrink, [-0.5, 0.5], .kink, beside: [-0.5000000000000001, 0.5]),
        EdgePlace(.hardTanh, [1, -1, 1], .bound, beside: [0.9999999999999999, -1, 1]),
        EdgePlace(.hardSigmoid, [3], .kink, beside: [3.0000000000000004]),
        EdgePlace(.hardSwish, [-3], .kink, beside: [-3.0000000000000004]),
        EdgePlace(.threshold, [0.5, 0.5, 2], .kink, beside: [0.5000000000000001, 0.5, 2]),
        EdgePlace(.clip, [1, 0, 1], .bound, beside: [0.5, 0, 1]),
        EdgePlace(.maximum, [2, 2], .tie, beside: [2, 2.0000000000000004]),
        EdgePlace(.minimum, [2, 2], .tie, beside: [2, 2.0000000000000004]),
        EdgePlace(.fmax, [2, 2], .tie, beside: [2, 2.0000000000000004]),
        EdgePlace(.fmin, [2, 2], .tie, beside: [2, 2.0000000000000004]),
        EdgePlace(.floor, [2], .kink, beside: [2.0000000000000004]),
        EdgePlace(.ceil, [2], .kink, beside: [2.0000000000000004]),
        EdgePlace(.round, [2.5], .kink, beside: [2.5000000000000004]),
        EdgePlace(.trunc, [2], .kink, beside: [0]),
        EdgePlace(.frac, [2], .kink, beside: [0]),
        EdgePlace(.signbit, [0], .kink, beside: [1e-300]),
        EdgePlace(.heaviside, [0, 0.5], .kink, beside: [1e-300, 0.5]),
        EdgePlace(.logicalNot, [0], .kink, beside: [1e-300]),
        EdgePlace(.logicalAnd, [0, 1], .kink, beside: [1e-300, 1]),
        EdgePlace(.logicalOr, [1, 0], .kink, beside: [1, 1e-300]),
        EdgePlace(.logicalXor, [0, 1], .kink, beside: [1e-300, 1]),
        EdgePlace(.nextafter, [1, 1], .tie, beside: [1, 2]),
        EdgePlace(.copysign, [0, 1], .kink, beside: [1e-300, 1]),
        EdgePlace(.atan2, [0, 0], .kink, beside: [0, 1e-300]),
        EdgePlace(.hypot, [0, 0], .kink, beside: [1e-300, 0]),
        EdgePlace(.i0e, [0], .kink, beside: [1e-300]),
        EdgePlace(.i1e, [0], .kink, beside: [1e-300]),
        EdgePlace(.i0eDerivative, [1, 0], .kink, beside: [1, 1e-10]),
        EdgePlace(.i1eDerivative, [1, 0], .kink, beside: [1, 1e-10]),
        EdgePlace(.cbrt, [0], .kink, beside: [1e-300]),
        EdgePlace(.comb, [3, 0], .bound, beside: [3, 0.5]),
    ]

    private static let arithmetic: [EdgePlace] = [
        EdgePlace(.divide, [1, 0], .outsideDomain, beside: [1, 1e-300]),
        EdgePlace(.reciprocal, [0], .outsideDomain, beside: [1e-300]),
        EdgePlace(.fmod, [4, 2], .kink, beside: [0, 2]),
        EdgePlace(.remainder, [4, 2], .kink, beside: [4.5, 2]),
        EdgePlace(.floorDivide, [4, 2], .kink, beside: [4.5, 2]),
        EdgePlace(.floorDivide, [4, 0], .outsideDomain, beside: [4.5, 2]),
        EdgePlace(.pow, [0, 0.5], .domainEdge, beside: [0, 2]),
        EdgePlace(.pow, [-1, 0.5], .outsideDomain, beside: [-1, 3]),
        EdgePlace(.nanToNum, [.infinity], .outsideDomain, beside: [1.7e308]),
        EdgePlace(.softplus, [1, 0], .outsideDomain, beside: [1, 1e-300]),
        EdgePlace(.relativeDifference, [1, 0], .outsideDomain, beside: [1, 1e-300]),
    ]

    private static let domains: [EdgePlace] = [
        EdgePlace(.sqrt, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.rsqrt, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.log, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.log2, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.log10, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.log1p, [-1], .domainEdge, beside: [-0.9999999999999999]),
        EdgePlace(.log1mexp, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.logit, [1], .domainEdge, beside: [0.9999999999999999]),
        EdgePlace(.logit, [2], .outsideDomain, beside: [1e-300]),
        EdgePlace(.logaddexp, [-.infinity, -.infinity], .domainEdge, beside: [-.infinity, 0]),
        EdgePlace(.logaddexp2, [-.infinity, -.infinity], .domainEdge, beside: [-.infinity, 0]),
        EdgePlace(.xlogy, [1, 0], .domainEdge, beside: [0, 1e-300]),
        EdgePlace(.xlog1py, [1, -1], .domainEdge, beside: [0, -0.9999999999999999]),
        EdgePlace(.entr, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.relEntr, [0, 1], .domainEdge, beside: [1e-300, 1]),
        EdgePlace(.klDiv, [1, 0], .domainEdge, beside: [1, 1e-300]),
        EdgePlace(.logRatio, [0, 1], .domainEdge, beside: [1e-300, 1]),
        EdgePlace(.asin, [1], .domainEdge, beside: [0.9999999999999999]),
        EdgePlace(.acos, [-1], .domainEdge, beside: [-0.9999999999999999]),
        EdgePlace(.acosh, [1], .domainEdge, beside: [1.0000000000000002]),
        EdgePlace(.atanh, [-1], .domainEdge, beside: [-0.9999999999999999]),
    ]

    private static let special: [EdgePlace] = [
        EdgePlace(.erfinv, [1], .domainEdge, beside: [0.9999999999999999]),
        EdgePlace(.erfinvSlope, [-1], .domainEdge, beside: [-0.9999999999999999]),
        EdgePlace(.erfcinv, [2], .domainEdge, beside: [1.9999999999999998]),
        EdgePlace(.erfcinvSlope, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.ndtri, [1], .domainEdge, beside: [0.9999999999999999]),
        EdgePlace(.ndtriSlope, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.gamma, [-1], .outsideDomain, beside: [-1.0000000000000002]),
        EdgePlace(.lgamma, [0], .outsideDomain, beside: [1e-300]),
        EdgePlace(.digamma, [-2], .outsideDomain, beside: [-2.0000000000000004]),
        EdgePlace(.trigamma, [-2], .outsideDomain, beside: [-2.0000000000000004]),
        EdgePlace(.factorial, [-1], .outsideDomain, beside: [0]),
        EdgePlace(.multigammaln, [0.5, 2], .outsideDomain, beside: [0.5000000000000001, 2]),
        EdgePlace(.beta, [0, 1], .domainEdge, beside: [1e-300, 1]),
        EdgePlace(.betaln, [1, 0], .domainEdge, beside: [1, 1e-300]),
        EdgePlace(.binom, [-1, 0.5], .outsideDomain, beside: [0.5, 0.5]),
        EdgePlace(.gammainc, [1, 0], .domainEdge, beside: [1, 1e-300]),
        EdgePlace(.gammaincc, [0, 1], .domainEdge, beside: [1e-10, 1]),
        EdgePlace(.betainc, [1, 1, 0], .domainEdge, beside: [1, 1, 1e-300]),
        EdgePlace(.zeta, [1, 1], .domainEdge, beside: [1.5, 1]),
        EdgePlace(.y0, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.y1, [-1], .outsideDomain, beside: [1e-300]),
        EdgePlace(.k0, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.k1, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.k0e, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.k1e, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.expi, [0], .domainEdge, beside: [-1e-300]),
        EdgePlace(.exp1, [0], .domainEdge, beside: [1e-300]),
        EdgePlace(.expn, [1, 0], .domainEdge, beside: [1, 1e-300]),
        EdgePlace(.spence, [0], .domainEdge, beside: [1e-300]),
    ]

    /// Ops whose order is a whole number, or which are parts of derivatives.
    private static let orders: [EdgePlace] = [
        EdgePlace(.exprelDerivative, [0.5, 1], .outsideDomain, beside: [1, 1]),
        EdgePlace(.sincDerivative, [0.5, 1], .outsideDomain, beside: [1, 1]),
        EdgePlace(.erfcxDerivative, [0.5, 1], .outsideDomain, beside: [1, 1]),
        EdgePlace(.millsMoment, [0.5, 1], .outsideDomain, beside: [1, 1]),
        EdgePlace(.polygamma, [1, -1], .outsideDomain, beside: [1, 0.5]),
        EdgePlace(.multivariatePolygamma, [0, 0.5, 2], .outsideDomain, beside: [0, 0.75, 2]),
        EdgePlace(.polygammaDifference, [0, 0, 1], .outsideDomain, beside: [0, 0.5, 1]),
        EdgePlace(.gammaincDerivative, [1, 1, 0], .domainEdge, beside: [1, 1, 0.5]),
        EdgePlace(.betaincDerivative, [1, 1, 1, 0], .domainEdge, beside: [1, 1, 1, 0.5]),
        EdgePlace(.zetaDerivative, [0, 1, 1], .outsideDomain, beside: [0, 1.5, 1]),
        EdgePlace(.jn, [0.5, 1], .outsideDomain, beside: [1, 1]),
        EdgePlace(.yn, [1, 0], .outsideDomain, beside: [1, 0.5]),
        EdgePlace(.iv, [0.5, 1], .outsideDomain, beside: [1, 1]),
        EdgePlace(.kn, [1, 0], .outsideDomain, beside: [1, 0.5]),
        EdgePlace(.k0eDerivative, [0, 0], .outsideDomain, beside: [0, 0.5]),
        EdgePlace(.spenceDerivative, [1, 0], .outsideDomain, beside: [1, 0.5]),
    ]
}

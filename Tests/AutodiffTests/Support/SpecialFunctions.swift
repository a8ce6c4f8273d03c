import Autodiff

extension Op {
    /// The special functions, which stand together in the list.
    static let special = Set(allCases.filter { (Op.erf.rawValue...Op.spenceDerivative.rawValue).contains($0.rawValue) })

    /// Whether operands are well within the domain of a special function; true for any other op.
    func isSmoothSpecialFunction(at operands: [Double]) -> Bool {
        let (x, y) = (operands[0], operands.count > 1 ? operands[1] : .nan)
        let z = operands.count > 2 ? operands[2] : .nan
        return switch self {
        case .erfinv, .erfinvSlope: x.magnitude < 0.8
        case .erfcinv, .erfcinvSlope: x > 0.2 && x < 1.8
        case .ndtri, .ndtriSlope: x > 0.1 && x < 0.9
        case .gamma, .lgamma, .digamma, .trigamma, .factorial, .y0, .y1, .k0, .k1, .k0e, .k1e, .exp1, .spence: x > 0.3
        case .polygamma, .yn, .kn, .expn, .k0eDerivative, .spenceDerivative: y > 0.3
        case .multigammaln: y > 0 && x > (y - 1) / 2 + 0.3
        case .multivariatePolygamma: z > 0 && y > (z - 1) / 2 + 0.3
        case .beta, .betaln, .gammainc, .gammaincc: x > 0.3 && y > 0.3
        case .polygammaDifference: y > 0.3 && y + z > 0.3
        case .binom, .comb: y > 0.1 && x - y > 0.1
        case .gammaincDerivative: y > 0.3 && z > 0.3
        case .betainc: x > 0.3 && y > 0.3 && z > 0.1 && z < 0.9
        case .betaincDerivative: y > 0.3 && z > 0.3 && operands[3] > 0.1 && operands[3] < 0.9
        case .zeta: x > 1.3 && y > 0.3
        case .zetaDerivative: y > 1.3 && z > 0.3
        case .expi, .i0e, .i1e: x.magnitude > 0.3
        case .i0eDerivative, .i1eDerivative: y.magnitude > 0.3
        default: true
        }
    }
}

import Autodiff

extension Op {
    /// The elementwise ops beyond those of the first list, which stand together.
    static let further = Set(
        allCases.filter { (Op.reciprocal.rawValue...Op.softsign.rawValue).contains($0.rawValue) })

    /// Whether the op has no derivative by definition, whatever its values are.
    var isConstantByDefinition: Bool { self == .stopGradient || self == .nextafter }

    /// Whether operands are well within the domain of one of these ops and off its kinks; true for any other op.
    func isSmoothFurtherFunction(at operands: [Double]) -> Bool {
        let (x, y) = (operands[0], operands.count > 1 ? operands[1] : .nan)
        let z = operands.count > 2 ? operands[2] : .nan
        return switch self {
        case .stopGradient, .nextafter: false
        case .reciprocal, .cbrt, .heaviside, .signbit, .logicalNot, .copysign, .leakyRelu, .elu, .selu:
            x.magnitude > 0.3
        case .celu: x.magnitude > 0.3 && y.magnitude > 0.3
        case .fmod, .remainder, .floorDivide: y.magnitude > 0.3 && Op.isOffSteps(x / y)
        case .rsqrt, .log2, .log10, .entr, .log1mexp: x > 0.3
        case .floor, .ceil, .trunc, .frac: Op.isOffSteps(x)
        case .round: Op.isOffSteps(x + 0.5)
        case .fmax, .fmin: (x - y).magnitude > 0.1
        case .clip, .hardTanh: (x - y).magnitude > 0.1 && (x - z).magnitude > 0.1 && z - y > 0.1
        case .logicalAnd, .logicalOr, .logicalXor: x.magnitude > 0.1 && y.magnitude > 0.1
        case .logit: x > 0.1 && x < 0.9
        case .xlogy: y > 0.3
        case .xlog1py: y > -0.7
        case .relEntr, .klDiv, .logRatio: x > 0.3 && y > 0.3
        case .relativeDifference: y.magnitude > 0.3
        case .acosh: x > 1.3
        case .atanh: x.magnitude < 0.8
        case .relu6: x.magnitude > 0.1 && (x - 6).magnitude > 0.1
        case .hardSigmoid, .hardSwish: (x.magnitude - 3).magnitude > 0.1
        case .threshold: (x - y).magnitude > 0.1
        case .softShrink, .hardShrink: (x.magnitude - y).magnitude > 0.1
        default: true
        }
    }

    private static func isOffSteps(_ number: Double) -> Bool { (number - number.rounded()).magnitude > 0.05 }
}

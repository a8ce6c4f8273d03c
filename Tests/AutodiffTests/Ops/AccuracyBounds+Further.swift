import Autodiff
import Foundation

extension AccuracyBounds {
    /// The elementwise ops beyond the first list.
    static let further: [Op: AccuracyBounds] = [
        .cbrt: AccuracyBounds(ulps: [4, 4, 6], reason: "the second derivative has the root, rounded, five times"),
        .exp2: AccuracyBounds(
            underflow: { _, _ in .leastNonzeroMagnitude }, reason: "a subnormal power has few digits"),
        .logaddexp: AccuracyBounds(
            conditioning: { operands, _ in abs(operands[0] - operands[1]) },
            reason: "x - y rounds, which its exponential magnifies"),
        .logaddexp2: AccuracyBounds(
            conditioning: { operands, _ in
                // What x - y loses, after Knuth: log 2 times it is relative to the power, whose ulp may be half of 1's.
                let (x, y) = (operands[0], operands[1])
                let difference = x - y
                let negative = difference - x
                let lost = (x - (difference - negative)) - (y + negative)
                return abs(lost) * 2 / 1.0.ulp
            },
            reason: "x - y may round, which the power of 2 magnifies"),
        .logit: AccuracyBounds(
            cancellation: { 1 / ($0[0] * $0[0]) }, reason: "the second derivative is 1 / (1 - x)² - 1 / x²"),
        .exprel: AccuracyBounds(ulps: [4, 8, 8], reason: "the derivatives are sums of dozens of terms"),
        .exprelDerivative: AccuracyBounds(ulps: [8, 8, 8], reason: "it is a sum of dozens of terms"),
        .entr: AccuracyBounds(firstCancellation: { _ in 1 }, reason: "the derivative is -log x - 1"),
        .relEntr: AccuracyBounds(firstCancellation: { _ in 1 }, reason: "the derivative by x is log(x / y) + 1"),
        .sinc: AccuracyBounds(ulps: [4, 6, 6], reason: "the derivatives are sums of several terms"),
        .sincDerivative: AccuracyBounds(ulps: [6, 6, 6], reason: "it is a sum of several terms"),
        .celu: AccuracyBounds(
            conditioning: { operands, order in Double(order) * max(0, -operands[0] / operands[1]) },
            underflow: { operands, order in
                let ratio = operands[0] / operands[1]
                return order == 0 ? 0 : .leastNonzeroMagnitude * (1 + ratio * ratio) / abs(operands[1])
            },
            reason: "x / alpha rounds, which its exponential magnifies; a subnormal exponential has few digits"),
        .bernoulliEntropy: AccuracyBounds(
            cancellation: { 0.25 / pow(cosh($0[0] / 2), 2) }, reason: "the second derivative is -s' - x s'', 0 at ±1.54"
        ),
        .silu: AccuracyBounds(
            cancellation: { 0.5 / pow(cosh($0[0] / 2), 2) },
            firstCancellation: { 1 / (1 + exp(-$0[0])) },
            reason: "silu' is s + x s', 0 at -1.278, and silu'' is 2 s' + x s'', 0 at ±2.4"),
        .mish: AccuracyBounds(
            ulps: [4, 4, 8],
            cancellation: { 4 / (1 + exp(-$0[0])) / pow(cosh(log1p(exp($0[0]))), 2) },
            firstCancellation: { tanh(log1p(exp($0[0]))) },
            reason: "mish' is t + x t', 0 at -1.19, and mish'' is 2 t' + x t'', where t'' is a difference, too"),
        .geluTanh: AccuracyBounds(
            conditioning: { operands, _ in 2 * abs(angle(operands[0])) },
            cancellation: { (1 + 0.134145 * $0[0] * $0[0]) / pow(cosh(angle($0[0])), 2) },
            firstCancellation: { 1 / (1 + exp(-2 * angle($0[0]))) },
            reason: "the angle rounds, which the exponential magnifies; sums as in silu"),
    ]

    /// What the hyperbolic tangent in `gelu_tanh` is taken of.
    private static func angle(_ x: Double) -> Double { 0.7978845608028654 * (x + 0.044715 * x * x * x) }
}

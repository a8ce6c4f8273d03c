import Autodiff
import Foundation

extension AccuracyBounds {
    /// The ops of scalars that are made of others: sums of terms, each right to a few ulp, that may cancel.
    static let composites: [Op: AccuracyBounds] = [
        .addcmul: AccuracyBounds(
            valueCancellation: { abs($0[3] * $0[1] * $0[2]) }, reason: "the product rounds before it is added"),
        .addcdiv: AccuracyBounds(
            valueCancellation: { abs($0[3] * $0[1] / $0[2]) }, reason: "the quotient rounds before it is added"),
        .normalLogpdf: AccuracyBounds(
            cancellation: { (3 * square(of: $0[0] - $0[1], over: $0[2]) + 1) / ($0[2] * $0[2]) },
            valueCancellation: { square(of: $0[0] - $0[1], over: $0[2]) / 2 + abs(log($0[2])) + 1 },
            firstCancellation: { (square(of: $0[0] - $0[1], over: $0[2]) + 1) / $0[2] },
            reason: "the value and the derivatives by scale are sums of terms of both signs"),
        .studentTLogpdf: AccuracyBounds(
            cancellation: { (3 * square(of: $0[0] - $0[2], over: $0[3]) + 3) / ($0[3] * $0[3]) },
            valueCancellation: { operands in
                let (df, ratio) = (operands[1], square(of: operands[0] - operands[2], over: operands[3]) / operands[1])
                return (df + 1) / 2 * log1p(ratio) + abs(log(operands[3])) + abs(log(df)) + 1
            },
            firstCancellation: { (square(of: $0[0] - $0[2], over: $0[3]) + 1) / $0[3] + 1 / $0[1] },
            reason: "the value and the derivatives by df and scale are sums of terms of both signs"),
        .gammaLogpdf: AccuracyBounds(
            valueCancellation: {
                abs(($0[1] - 1) * log($0[0])) + abs($0[1] * log($0[2])) + $0[2] * $0[0] + lgamma($0[1])
            },
            firstCancellation: {
                abs($0[1] - 1) / $0[0] + $0[2] + abs(log($0[2] * $0[0])) + abs(log($0[1])) + 1 / $0[1] + $0[1] / $0[2]
                    + $0[0]
            }, reason: "the value is a sum of four terms; the derivatives are differences, 0 at maxima"),
        .betaLogpdf: AccuracyBounds(
            valueCancellation: {
                abs(($0[1] - 1) * log($0[0])) + abs(($0[2] - 1) * log1p(-$0[0])) + $0[1] + $0[2]
            },
            firstCancellation: {
                abs($0[1] - 1) / $0[0] + abs($0[2] - 1) / (1 - $0[0]) + abs(log($0[0])) + abs(log1p(-$0[0]))
            }, reason: "the value is a sum of three terms; the derivatives are differences, 0 at maxima"),
        .poissonLogpmf: AccuracyBounds(
            valueCancellation: { abs($0[0] * log($0[1])) + $0[1] + lgamma($0[0] + 1) },
            firstCancellation: { abs(log($0[1])) + log($0[0] + 2) + $0[0] / $0[1] + 1 },
            reason: "the value is a sum of three terms; the derivatives are differences, 0 at maxima"),
        .binomialLogpmf: AccuracyBounds(
            valueCancellation: {
                abs($0[0] * log($0[2])) + abs(($0[1] - $0[0]) * log1p(-$0[2])) + $0[1] * 0.7
            },
            firstCancellation: {
                abs(log($0[2])) + abs(log1p(-$0[2])) + log($0[1] + 2) + $0[0] / $0[2] + ($0[1] - $0[0]) / (1 - $0[2])
            }, reason: "the value is a sum of four terms; the derivatives are differences, 0 at maxima"),
        .gammaincln: AccuracyBounds(
            cancellation: { pow($0[0] / $0[1] + 1, 2) }, reason: "the second derivatives are p'' / p - (p' / p)²"),
    ]

    private static func square(of difference: Double, over scale: Double) -> Double {
        difference * difference / (scale * scale)
    }
}

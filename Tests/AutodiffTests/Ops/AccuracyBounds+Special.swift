import Autodiff
import Foundation

extension AccuracyBounds {
    /// The special functions: most of them, and their derivatives, are rounded from numbers with eleven more bits.
    static let special: [Op: AccuracyBounds] = [
        .ndtr: AccuracyBounds(
            underflow: { operands, order in order == 2 ? .leastNonzeroMagnitude * abs(operands[0]) : 0 },
            reason: "a subnormal density has few digits, and x times it no more"),
        .beta: AccuracyBounds(
            cancellation: { operands in
                // trigamma(s) is less than 1 / s + 1 / s ** 2.
                let (a, b) = (operands[0], operands[1])
                let sum = a + b
                return exp(lgamma(a) + lgamma(b) - lgamma(sum)) * (1 / sum + 1 / (sum * sum))
            },
            reason:
                "d²/dadb is r * (p * q - trigamma(a + b)) of digamma differences p and q; they cancel for small a, b"),
        .binom: AccuracyBounds(ulps: [4, 4, 6], reason: "the second derivatives have seven roundings"),
        .comb: AccuracyBounds(ulps: [4, 4, 6], reason: "the second derivatives have seven roundings"),
        .gaussian: AccuracyBounds(
            cancellation: { 2 * exp(-$0[0] * $0[0]) }, reason: "the second derivative is (4 x² - 2) r, 0 at x = 0.707"),
        .expi: AccuracyBounds(
            cancellation: { exp($0[0]) / ($0[0] * $0[0]) }, reason: "the second derivative is exp(x) / x - exp(x) / x²"),
        .betainc: AccuracyBounds(
            cancellation: { _ in 0.01 }, reason: "d²/dadb changes sign where a = b and x = 1/2"),
        .inverseMills: AccuracyBounds(
            ulps: [4, 4, 8],
            cancellation: { 4 / pow(1 + abs($0[0]), 3) },
            reason: "the second derivative is the third cumulant, a sum of moments three times as large"),
        .zetaDerivative: AccuracyBounds(
            cancellation: { operands in
                let (n, s) = (operands[0], operands[1])
                let pure = s * (s + 1) * zeta(operands, 0, 2) + 2 * n * (2 * s + 1) * zeta(operands, -1, 2)
                return max(pure, s * zeta(operands, 1, 1) + (n + 1) * zeta(operands, 0, 1))
            },
            firstCancellation: { $0[1] * zeta($0, 0, 1) + $0[0] * zeta($0, -1, 1) },
            reason: "the derivatives by q are sums of two derivatives of orders n and n - 1, of opposite signs"),
    ]

    /// The size of a derivative of zeta, of a higher order and at a higher exponent than those of the operands.
    private static func zeta(_ operands: [Double], _ order: Double, _ exponent: Double) -> Double {
        let n = operands[0] + order
        return n < 0 ? 0 : abs(zetaDerivative.value([n, operands[1] + exponent, operands[2]]))
    }

    private static let zetaDerivative = OpFunction(.zetaDerivative)
}

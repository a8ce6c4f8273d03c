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
        .zetaDerivative: AccuracyBounds(
            cancellation: { zetaTerms($0, shift: 2) },
            firstCancellation: { zetaTerms($0, shift: 1) },
            reason: "the derivatives by q are sums of two derivatives of orders n and n - 1, of opposite signs"),
    ]

    /// The size of the terms of derivatives of `zeta_derivative` by q.
    private static func zetaTerms(_ operands: [Double], shift: Double) -> Double {
        let (n, s, q) = (operands[0], operands[1] + shift, operands[2])
        let factor = shift == 1 ? s - 1 : (s - 2) * (s - 1)
        let here = abs(zeta.value([n, s, q])) * factor
        let before = n > 0 ? abs(zeta.value([n - 1, s, q])) * 2 * n * (s - 1) : 0
        return max(here, before)
    }

    private static let zeta = OpFunction(.zetaDerivative)
}

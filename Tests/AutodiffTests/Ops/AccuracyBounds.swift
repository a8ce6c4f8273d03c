import Autodiff
import Foundation

/// How far an op may be from correctly rounded numbers: 4 ulp, except as this table says, and why.
struct AccuracyBounds: Sendable {
    /// In units in the last place, of the value, the first and the second derivatives.
    var ulps: [Double] = [4, 4, 4]
    /// Beyond those: how many ulp the rounding of an operand of the formula costs at a point.
    var conditioning: @Sendable (_ operands: [Double], _ order: Int) -> Double = { _, _ in 0 }
    /// The size of the terms whose difference is a second derivative: ulps count from there where it is larger.
    var cancellation: @Sendable (_ operands: [Double]) -> Double = { _ in 0 }
    /// As `cancellation`, of the terms of the value.
    var valueCancellation: @Sendable (_ operands: [Double]) -> Double = { _ in 0 }
    /// As `cancellation`, of the terms of a first derivative.
    var firstCancellation: @Sendable (_ operands: [Double]) -> Double = { _ in 0 }
    /// What the rounding of a subnormal number in between may come to.
    var underflow: @Sendable (_ operands: [Double], _ order: Int) -> Double = { _, _ in 0 }
    /// Whether a second derivative that overflows may be NaN, a difference of infinite terms.
    var overflowsToNaN = false
    /// Why.
    var reason = "well conditioned"

    static func of(_ op: Op) -> AccuracyBounds {
        table[op] ?? further[op] ?? composites[op] ?? special[op, default: AccuracyBounds()]
    }

    func allows(_ number: Double, for truth: Double, _ operands: [Double], order: Int) -> Bool {
        if number.ulps(from: truth) == 0 { return true }
        if overflowsToNaN, order == 2, truth.isInfinite { return number.isNaN }
        let terms = [valueCancellation, firstCancellation, cancellation][order](operands)
        let scale = max(truth.magnitude, terms)
        guard number.isFinite, scale.isFinite else { return false }
        let bound = (ulps[order] + conditioning(operands, order)) * scale.ulp + underflow(operands, order)
        return abs(number - truth) <= bound
    }

    private static let table: [Op: AccuracyBounds] = [
        .softplus: AccuracyBounds(
            conditioning: { operands, _ in operands[1] == 1 ? 0 : 2 * abs(operands[0] * operands[1]) },
            underflow: { operands, order in
                .leastNonzeroMagnitude * pow(1 + abs(operands[0] * operands[1]), Double(order))
            },
            reason: "beta * x rounds, which its exponential magnifies; a subnormal exponential has few digits"),
        .pow: AccuracyBounds(
            conditioning: { operands, order in
                // The exponents y - 1 and y - 2 round; x ** y magnifies that by log x.
                var (exponent, error) = (operands[1], 0.0)
                for _ in 0..<order {
                    let next = exponent - 1
                    error += abs((exponent - (next + 1)) + ((next + 1) - next - 1))
                    exponent = next
                }
                return error * abs(log(operands[0])) / (0.5 * 1.0.ulp)
            },
            cancellation: { operands in
                // d²/dxdy is x ** (y - 1) * (1 + y log x).
                let (x, y) = (operands[0], operands[1])
                return abs(y * log(x) + 1) < 0.5 ? pow(x, y - 1) : 0
            },
            underflow: { operands, order in
                let factor = 1 + abs(operands[1]) + abs(log(operands[0]))
                return .leastNonzeroMagnitude * pow(factor, Double(order))
            },
            reason: "y - 1 rounds where |y| < 1/2; 1 + y log x cancels; subnormal powers have few digits"),
        .hypot: AccuracyBounds(ulps: [4, 4, 6], reason: "y² / h³ has five roundings, one of them, of h, thrice"),
        .atan: AccuracyBounds(ulps: [4, 4, 6], reason: "-2 x / h⁴ has five roundings, one of them, of h, four times"),
        .atan2: AccuracyBounds(
            ulps: [4, 4, 6],
            cancellation: { operands in
                let (x, y) = (operands[0] * operands[0], operands[1] * operands[1])
                return max(1, 2 * y / (x + y)) / (x + y)
            }, overflowsToNaN: true,
            reason: "d²/dxdy is 1 / h² - 2 y² / h⁴, 0 where |x| = |y|"),
        .hypotShare: AccuracyBounds(
            ulps: [4, 6, 8], cancellation: { 1 / ($0[0] * $0[0] + $0[1] * $0[1]) }, overflowsToNaN: true,
            reason: "its derivatives are those of hypot from the second on, and those are differences"),
        .sechSquare: AccuracyBounds(
            ulps: [4, 4, 6],
            cancellation: { max(4 * pow(tanh($0[0]), 2), 2 / pow(cosh($0[0]), 2)) / pow(cosh($0[0]), 2) },
            reason: "the second derivative is 4 r tanh² x - 2 r², 0 at x = ±0.658"),
    ]
}

import Glibc

/// Sum of two numbers given by their logarithms.
enum LogAddExp: BinaryPrimitive {
    static let summary = "Logarithm of the sum of two exponentials, without overflow between."
    static let formula = "log(exp(x) + exp(y))"
    static let derivative = "sigmoid(x - y); sigmoid(y - x)"
    static let convention: String? = "NaN, NaN where both operands are -inf, or both +inf"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, -3.25), (20, 1)]

    static func value(_ x: Double, _ y: Double) -> Double {
        if x == y { return x + Double.naturalLogOfTwo }
        return Double.maximumOrNaN(x, y) + Glibc.log1p(Glibc.exp(-(x - y).magnitude))
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x - y).sigmoid()) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((y - x).sigmoid()) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y && x.isInfinite ? .domainEdge : nil }
}

/// Sum of two numbers given by their binary logarithms.
enum LogAddExpTwo: BinaryPrimitive {
    static let summary = "Logarithm to base 2 of the sum of two powers of 2, without overflow between."
    static let formula = "log2(2 ** x + 2 ** y)"
    static let derivative = "1 / (1 + 2 ** (y - x)); 1 / (1 + 2 ** (x - y))"
    static let convention: String? = "NaN, NaN where both operands are -inf, or both +inf"
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, -3.25), (20, 1)]

    static func value(_ x: Double, _ y: Double) -> Double {
        if x == y { return x + 1 }
        let decay = Glibc.exp2(-(x - y).magnitude)
        return Double.maximumOrNaN(x, y) + 1.4426950408889634 * Glibc.log1p(decay)
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(share(of: x, beside: y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(share(of: y, beside: x)) }

    /// By the power that is not above 1: it cannot overflow, and there is no product with log 2 to round.
    private static func share(of x: Value, beside y: Value) -> Value {
        let isLess = x.less(y)
        let power = isLess.where(x - y, y - x).exp2()
        return isLess.where(power, 1) / (1 + power)
    }

    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y && x.isInfinite ? .domainEdge : nil }
}

import Glibc

/// A number times a logarithm.
enum ProductLog: BinaryPrimitive {
    static let summary = "The first operand times the logarithm of the second, 0 where the first is 0."
    static let formula = "0 if x == 0 else x * log(y)"
    static let derivative = "log(y); x / y"
    static let domain = "y > 0"
    static let convention: String? = "0, 0 at (0, 0)"
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (7, 0.125)]
    static func value(_ x: Double, _ y: Double) -> Double { x == 0 && !y.isNaN ? 0 : x * Glibc.log(y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of((x.equal(0) * y.lessEqual(0)).where(0, y.log()))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of((x.equal(0) * y.equal(0)).where(0, x / y))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? { Log.edge(y) }
}

/// A number times a logarithm of one more.
enum ProductLogOnePlus: BinaryPrimitive {
    static let summary = "The first operand times log1p of the second, 0 where the first is 0."
    static let formula = "0 if x == 0 else x * log(1 + y)"
    static let derivative = "log(1 + y); x / (1 + y)"
    static let domain = "y > -1"
    static let convention: String? = "0, 0 at (0, -1)"
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (7, -0.125)]
    static func value(_ x: Double, _ y: Double) -> Double { x == 0 && !y.isNaN ? 0 : x * Glibc.log1p(y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of((x.equal(0) * y.lessEqual(-1)).where(0, y.log1p()))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of((x.equal(0) * y.equal(-1)).where(0, x / (1 + y)))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? { LogOnePlus.edge(y) }
}

/// Entropy of one probability.
enum Entropy: UnaryPrimitive {
    static let summary = "Elementwise entropy, 0 at 0."
    static let formula = "0 if x == 0 else -x * log(x) if x > 0 else -inf"
    static let derivative = "-log(x) - 1"
    static let domain = "x >= 0"
    static let convention: String? = "+inf at 0"
    static let samples = [0.04, 0.5, 2, 1e4]
    static func value(_ x: Double) -> Double { x == 0 ? 0 : x < 0 ? -.infinity : -x * Glibc.log(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-(x.log() + 1)) }
    static func edge(_ x: Double) -> Edge? { Log.edge(x) }
}

/// Relative entropy.
enum RelativeEntropy: BinaryPrimitive {
    static let summary = "Elementwise relative entropy, 0 where the first operand is 0."
    static let formula = "x * log(x / y)"
    static let derivative = "log(x / y) + 1; -x / y"
    static let domain = "x >= 0 and y > 0, or x = y = 0"
    static let convention: String? = "the value is +inf outside the domain; -inf at x = 0 with respect to x"
    static let samples = [(0.4, 1.7), (2.5, 3.25), (7, 0.125)]
    static func value(_ x: Double, _ y: Double) -> Double {
        if x.isNaN || y.isNaN { return .nan }
        return x > 0 && y > 0 ? x * LogRatio.value(x, y) : x == 0 && y >= 0 ? 0 : .infinity
    }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.logRatio(y) + 1) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-(x / y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { LogRatio.edge(x, y) }
}

/// Kullback-Leibler divergence.
enum KullbackLeibler: BinaryPrimitive {
    static let summary = "Elementwise Kullback-Leibler divergence, x * log(x / y) - x + y as SciPy has it."
    static let formula = "x * log(x / y) - x + y"
    static let derivative = "log(x / y); 1 - x / y"
    static let domain = "x >= 0 and y > 0, or x = y = 0"
    static let convention: String? = "the value is +inf outside the domain; -inf at x = 0 with respect to x"
    static let samples = [(0.4, 1.7), (2.5, 3.25), (7, 0.125)]

    // Where the operands are near each other by the series of log(x / y) in w = (x - y) / (x + y): nothing cancels.
    static func value(_ x: Double, _ y: Double) -> Double {
        if x.isNaN || y.isNaN { return .nan }
        guard x > 0, y > 0 else { return x == 0 && y >= 0 ? y : .infinity }
        let ratio = (x - y) / (x + y)
        if ratio.magnitude > 0.25 { return x * LogRatio.value(x, y) - x + y }
        let square = ratio * ratio
        var tail = 0.0
        for degree in stride(from: 27.0, through: 3, by: -2) { tail = tail * square + 1 / degree }
        return ratio * (x - y) + 2 * x * ratio * square * tail
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x.logRatio(y)) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-x.relativeDifference(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { LogRatio.edge(x, y) }
}

/// The logarithm of a quotient.
enum LogRatio: BinaryPrimitive {
    static let summary = "Logarithm of a quotient, exact near 1 and without overflow between."
    static let formula = "log(x / y)"
    static let derivative = "1 / x; -1 / y"
    static let domain = "x > 0 and y > 0"
    static let convention: String? = "-inf at x = 0; +inf at y = 0"
    static let samples = [(0.4, 1.7), (2.5, 3.25), (7, 0.125)]

    static func value(_ x: Double, _ y: Double) -> Double {
        let ratio = x / y
        if ratio > 0.5, ratio < 2 { return Glibc.log1p((x - y) / y) }
        return ratio.isNormal || x < 0 ? Glibc.log(ratio) : Glibc.log(x) - Glibc.log(y)
    }

    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(1 / x) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-1 / y) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x < 0 || y < 0 ? .outsideDomain : x == 0 || y == 0 ? .domainEdge : nil
    }
}

/// How much larger a number is, in relation.
enum RelativeDifference: BinaryPrimitive {
    static let summary = "Difference of two operands in relation to the second, exact where they are near each other."
    static let formula = "(x - y) / y"
    static let derivative = "1 / y; -x / (y * y)"
    static let domain = "y != 0"
    static let convention: String? = "IEEE 754 at y = 0: the value and both derivatives are infinite or NaN"
    static let samples = [(0.4, 1.7), (2.5, 3.25), (7, -0.125)]
    static func value(_ x: Double, _ y: Double) -> Double { (x - y) / y }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(1 / y) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-(x / y / y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { y == 0 ? .outsideDomain : nil }
}

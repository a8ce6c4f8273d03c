internal import CSpecialFunctions

/// Exponential integral Ei.
enum ExponentialIntegral: UnaryPrimitive {
    static let summary = "Exponential integral Ei."
    static let formula = "principal value of the integral of exp(t) / t for t from -inf to x"
    static let derivative = "exp(x) / x"
    static let domain = "x != 0"
    static let convention: String? = "-inf at 0"
    static let samples: [Double] = [-2.5, 0.4, 10]
    static func value(_ x: Double) -> Double { special_expi(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.exp() / x) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .domainEdge : nil }
}

/// Exponential integral E1.
enum ExponentialIntegral1: UnaryPrimitive {
    static let summary = "Exponential integral E1."
    static let formula = "integral of exp(-t) / t for t from x to inf"
    static let derivative = "-exp(-x) / x"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0"
    static let samples: [Double] = [0.1, 2.5, 10]
    static func value(_ x: Double) -> Double { special_expn(1, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-((-x).exp() / x)) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Exponential integral of a whole order.
enum ExponentialIntegralN: BinaryPrimitive {
    static let summary = "Exponential integral of a whole order."
    static let formula = "integral of exp(-x * t) / t ** n for t from 1 to inf"
    static let derivative = "0; -expn(n - 1, x)"
    static let domain = "n a whole number from -1000 to 1000 and x > 0, or x = 0 and n > 1"
    static let convention: String? = "the order n gets no derivative"
    static let aliases = ["expint"]
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, 0.4), (2, 2.5), (0, 10)]
    static func value(_ x: Double, _ y: Double) -> Double { special_expn(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-(x - 1).expn(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        isWhole(x) && y > 0 ? nil : isWhole(x) && y == 0 ? .domainEdge : .outsideDomain
    }
}

/// Dilogarithm of 1 - x, as SciPy has it.
enum Spence: UnaryPrimitive {
    static let summary = "Dilogarithm of 1 - x, as SciPy has it."
    static let formula = "integral of log(t) / (1 - t) for t from 1 to x"
    static let derivative = "log(x) / (1 - x)"
    static let domain = "x >= 0"
    static let convention: String? = "-inf at 0"
    static let samples: [Double] = [0.1, 1.5, 10]
    static func value(_ x: Double) -> Double { special_spence(x) }
    // In one piece: it is 0 / 0 at 1, and its own derivative cancels around.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).spenceDerivative(x)) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Derivative n of spence(x).
enum SpenceDerivative: BinaryPrimitive {
    static let summary = "Derivative n of spence(x)."
    static let formula = "d ** n / dx ** n spence(x)"
    static let derivative = "0; spence_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64 and x > 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, 0.4), (2, 2.5), (1, 10)]
    static func value(_ x: Double, _ y: Double) -> Double { special_spence_derivative(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).spenceDerivative(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isDerivative(x) && y > 0 ? nil : .outsideDomain }
}

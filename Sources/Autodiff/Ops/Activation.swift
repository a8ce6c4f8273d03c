import Glibc

/// Logistic function.
enum Sigmoid: UnaryPrimitive {
    static let summary = "Logistic function."
    static let formula = "1 / (1 + exp(-x))"
    static let derivative = "sech(x / 2) ** 2 / 4"
    static let aliases = ["logistic", "expit"]
    static let samples = [-20, -1.5, 0.4, 30]

    // Both branches keep the exponent negative, so that nothing overflows and both tails keep their digits.
    static func value(_ x: Double) -> Double {
        let decay = Glibc.exp(-x.magnitude)
        return (x < 0 ? decay : 1) / (1 + decay)
    }

    // r * sigmoid(-x), in a form whose own derivative has no difference that cancels near 0.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.25 * (0.5 * x).sechSquare()) }
}

/// Smooth rectifier.
enum Softplus: UnaryPrimitive {
    static let summary = "Smooth rectifier."
    static let formula = "log(1 + exp(x))"
    static let derivative = "sigmoid(x)"
    static let samples = [-20, -1.5, 0.4, 30]

    static func value(_ x: Double) -> Double {
        // A NaN takes the branch that keeps it.
        (x < 0 ? 0 : x) + Glibc.log1p(Glibc.exp(-x.magnitude))
    }

    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.sigmoid()) }
}

/// Rectifier.
enum Relu: UnaryPrimitive {
    static let summary = "Rectifier."
    static let formula = "x if x > 0 else 0"
    static let derivative = "1 if x > 0 else 0"
    static let convention: String? = "0 at 0"
    static let samples = [-2.5, 0.4, 3]
    static func value(_ x: Double) -> Double { x <= 0 ? 0 : x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .when(x.greater(0)) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

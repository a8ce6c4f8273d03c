import CVectorMath

/// Logistic function.
enum Sigmoid: UnaryPrimitive {
    static let summary = "Logistic function."
    static let formula = "1 / (1 + exp(-x))"
    static let derivative = "sech(x / 2) ** 2 / 4"
    static let aliases = ["logistic", "expit"]
    static let samples = [-20, -1.5, 0.4, 30]
    static var vector: UnaryVector? { .sigmoid }
    static func value(_ x: Double) -> Double { CVectorMath_sigmoid(x) }
    // r * sigmoid(-x), in a form whose own derivative has no difference that cancels near 0.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.25 * (0.5 * x).sechSquare()) }
}

/// Smooth rectifier.
enum Softplus: BinaryPrimitive {
    static let summary = "Smooth rectifier, the sharper the larger beta is."
    static let formula = "log(1 + exp(beta * x)) / beta"
    static let derivative = "sigmoid(beta * x); -bernoulli_entropy(beta * x) / beta ** 2"
    static let domain = "beta != 0"
    static let convention: String? = "exact for every x: no threshold beyond which it is taken for straight"
    static let operands: [Operand] = ["x", Operand("beta", default: 1)]
    static let samples = [(-20, 1.0), (-1.5, 1), (0.4, 1), (30, 1), (0.4, 2.5), (-1.5, 0.75)]
    static var vector: BinaryVector? { .softplus }
    static func value(_ x: Double, _ beta: Double) -> Double { CVectorMath_softplus(beta * x) / beta }
    static func firstSlope(_ x: Value, _ beta: Value, _ r: Value) -> Slope { .of((beta * x).sigmoid()) }
    static func secondSlope(_ x: Value, _ beta: Value, _ r: Value) -> Slope {
        .of(-(beta * x).bernoulliEntropy() / beta.square())
    }
    static func edge(_ x: Double, _ beta: Double) -> Edge? { beta == 0 ? .outsideDomain : nil }
}

/// Rectifier.
enum Relu: UnaryPrimitive {
    static let summary = "Rectifier."
    static let formula = "x if x > 0 else 0"
    static let derivative = "1 if x > 0 else 0"
    static let convention: String? = "0 at 0"
    static let samples = [-2.5, 0.4, 3]
    static var vector: UnaryVector? { .relu }
    static func value(_ x: Double) -> Double { x <= 0 ? 0 : x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .when(x.greater(0)) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

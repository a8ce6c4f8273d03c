// Two ops in one, with the two roundings that they have one after the other, or with the results of both. Programs are
// made of them by `Fuse`; no function has them.

/// Sum of three operands, the first two first.
enum SumOfThree: TernaryPrimitive {
    static let summary = "Sum of three operands, the first two first."
    static let formula = "(x + y) + z"
    static let derivative = "1; 1; 1"
    static let samples = [(0.4, 1.7, -3.0), (-2.5, 3.25, 1), (1e3, -1e-3, 0.5)]
    static var vector: TernaryVector? { .sumOfThree }
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { (x + y) + z }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .one }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .one }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .one }
}

/// Product and sum, each rounded: unlike `fma`.
enum MultiplyAdd: TernaryPrimitive {
    static let summary = "Product of two operands, rounded, plus a third."
    static let formula = "x * y + z"
    static let derivative = "y; x; 1"
    static let samples = [(0.4, 1.7, -3.0), (-2.5, 3.25, 1), (1e2, -1e-2, 0.5)]
    static var vector: TernaryVector? { .multiplyAdd }
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { x * y + z }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(y) }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(x) }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .one }
}

/// The product of the chain rule, added to what is there of an adjoint.
enum AbsoluteZeroMultiplyAdd: TernaryPrimitive {
    static let summary = "Product in which a first operand of exactly 0 gives 0, plus a third operand."
    static let formula = "(x if x == 0 else x * y) + z"
    static let derivative = "y; x; 1"
    static let convention: String? = "at x = 0 the derivatives are those of the product"
    static let samples = [(0.4, 1.7, -3.0), (-2.5, 3.25, 1), (1e2, -1e-2, 0.5)]
    static var vector: TernaryVector? { .absoluteZeroMultiplyAdd }
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { AbsoluteZeroMultiply.value(x, y) + z }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(y) }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .silencing(x) }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .one }
}

/// Sine and, as a second result, cosine: they share the reduction to a quarter turn and the polynomials.
enum SineAndCosine: UnaryPrimitive {
    static let summary = "Sine and cosine of an angle in radians."
    static let formula = "sin(x)"
    static let derivative = "cos(x)"
    static let samples = [-2.5, 0.4, 10]
    static var vector: UnaryVector? { .sineAndCosine }
    static func value(_ x: Double) -> Double { Sine.value(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { Sine.slope(x, r) }
}

/// Hyperbolic tangent and, as a second result, its derivative: they share the exponential and the division.
enum HyperbolicTangentAndSecantSquare: UnaryPrimitive {
    static let summary = "Hyperbolic tangent and its derivative."
    static let formula = "tanh(x)"
    static let derivative = "sech(x) ** 2"
    static let samples = [-2.5, 0.4, 12]
    static var vector: UnaryVector? { .tanhAndSechSquare }
    static func value(_ x: Double) -> Double { HyperbolicTangent.value(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { HyperbolicTangent.slope(x, r) }
}

/// That result of an op of two which its node does not stand for: nothing is left to compute.
enum OtherResult: SourcePrimitive {
    static let summary = "The other result of an op of two."
    static let formula = "r"
    static let derivative = "none: it has no operands"
}

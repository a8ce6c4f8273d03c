/// Sum of two operands.
enum Add: BinaryPrimitive {
    static let summary = "Sum of two operands."
    static let formula = "x + y"
    static let derivative = "1; 1"
    static let aliases = ["+"]
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (1e3, -1e-3)]
    static var vector: BinaryVector? { .add }
    static func value(_ x: Double, _ y: Double) -> Double { x + y }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .one }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .one }
}

/// Difference of two operands.
enum Subtract: BinaryPrimitive {
    static let summary = "Difference of two operands."
    static let formula = "x - y"
    static let derivative = "1; -1"
    static let aliases = ["-", "sub"]
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (1e3, -1e-3)]
    static var vector: BinaryVector? { .subtract }
    static func value(_ x: Double, _ y: Double) -> Double { x - y }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .one }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .minusOne }
}

/// Product of two operands.
enum Multiply: BinaryPrimitive {
    static let summary = "Product of two operands."
    static let formula = "x * y"
    static let derivative = "y; x"
    static let aliases = ["*", "mul"]
    static let isCommutative = true
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (1e2, -1e-2)]
    static var vector: BinaryVector? { .multiply }
    static func value(_ x: Double, _ y: Double) -> Double { x * y }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y) }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(x) }
}

/// Quotient of two operands.
enum Divide: BinaryPrimitive {
    static let summary = "Quotient of two operands."
    static let formula = "x / y"
    static let derivative = "1 / y; -r / y"
    static let domain = "y != 0"
    static let convention: String? = "IEEE 754 at y = 0: the value and both derivatives are infinite or NaN"
    static let aliases = ["/", "div", "true_divide"]
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (7, -0.125)]
    static var vector: BinaryVector? { .divide }
    static func value(_ x: Double, _ y: Double) -> Double { x / y }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(1 / y) }
    // -r/y, not -x/y²: y² would overflow where the quotient does not.
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-(r / y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { y == 0 ? .outsideDomain : nil }
}

/// The operand with its sign changed.
enum Negative: UnaryPrimitive {
    static let summary = "The operand with its sign changed."
    static let formula = "-x"
    static let derivative = "-1"
    static let aliases = ["neg"]
    static let samples = [-2.5, 0.4, 1e3]
    static var vector: UnaryVector? { .negative }
    static func value(_ x: Double) -> Double { -x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .minusOne }
}

/// The operand as it is, in a node of its own: what `y = x` makes.
enum Positive: UnaryPrimitive {
    static let summary = "The operand as it is, in a node of its own."
    static let formula = "x"
    static let derivative = "1"
    static let aliases = ["identity"]
    static let samples = [-2.5, 0.4, 1e3]
    static func value(_ x: Double) -> Double { x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .one }
}

/// The product of the chain rule: an adjoint of exactly 0 stays 0 whatever the slope.
///
/// CppAD's `azmul`. It makes unused branches harmless: `where(x > 0, log(x), 0)` has a gradient at 0.
enum AbsoluteZeroMultiply: BinaryPrimitive {
    static let summary = "Product in which a first operand of exactly 0 gives 0, whatever the second."
    static let formula = "x if x == 0 else x * y"
    static let derivative = "y; x"
    static let convention: String? = "at x = 0 the derivatives are those of the product"
    static let aliases = ["azmul"]
    static let samples = [(0.4, 1.7), (-2.5, 3.25), (1e2, -1e-2)]
    static var vector: BinaryVector? { .absoluteZeroMultiply }
    static func value(_ x: Double, _ y: Double) -> Double { x == 0 ? x : x * y }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(y) }
    // An adjoint of 0 silences partials in forward mode too, whose tangents may be infinite where they are.
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .silencing(x) }
}

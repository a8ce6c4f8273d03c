/// One of two operands, by a condition.
enum Where: TernaryPrimitive {
    static let summary = "The second operand where the first is not 0, else the third."
    static let formula = "y if x else z"
    static let derivative = "0; 1 if x else 0; 0 if x else 1"
    static let convention: String? = "the condition gets no gradient, nor does the branch that is not taken"
    static let aliases = ["select", "if_else"]
    static let samples = [(1.0, 0.4, 1.7), (0, -2.5, 3.25)]
    static var vector: TernaryVector? { .where }
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { x != 0 ? y : z }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .when(x) }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .unless(x) }
}

/// A comparison: 1 where it holds, else 0, with no derivative.
protocol Comparison: BinaryPrimitive {
    static func holds(_ x: Double, _ y: Double) -> Bool
}

extension Comparison {
    static var derivative: String { "0; 0" }
    static var convention: String? { "0 everywhere, also at the step; a NaN compares as in IEEE 754" }
    static var samples: [(Double, Double)] { [(0.4, 1.7), (-2.5, -3.25)] }
    @inline(__always) static func value(_ x: Double, _ y: Double) -> Double { holds(x, y) ? 1 : 0 }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
}

/// Less than.
enum Less: Comparison {
    static let summary = "1 where the first operand is less than the second, else 0."
    static let formula = "x < y"
    static let aliases = ["<", "lt"]
    static var vector: BinaryVector? { .less }
    static func holds(_ x: Double, _ y: Double) -> Bool { x < y }
}

/// Less than or equal.
enum LessEqual: Comparison {
    static let summary = "1 where the first operand is less than or equal to the second, else 0."
    static let formula = "x <= y"
    static let aliases = ["<=", "le"]
    static func holds(_ x: Double, _ y: Double) -> Bool { x <= y }
}

/// Greater than.
enum Greater: Comparison {
    static let summary = "1 where the first operand is greater than the second, else 0."
    static let formula = "x > y"
    static let aliases = [">", "gt"]
    static var vector: BinaryVector? { .greater }
    static func holds(_ x: Double, _ y: Double) -> Bool { x > y }
}

/// Greater than or equal.
enum GreaterEqual: Comparison {
    static let summary = "1 where the first operand is greater than or equal to the second, else 0."
    static let formula = "x >= y"
    static let aliases = [">=", "ge"]
    static func holds(_ x: Double, _ y: Double) -> Bool { x >= y }
}

/// Equal.
enum Equal: Comparison {
    static let summary = "1 where the operands are equal, else 0."
    static let formula = "x == y"
    static let aliases = ["==", "eq"]
    static let isCommutative = true
    static func holds(_ x: Double, _ y: Double) -> Bool { x == y }
}

/// Not equal.
enum NotEqual: Comparison {
    static let summary = "1 where the operands differ, else 0."
    static let formula = "x != y"
    static let aliases = ["!=", "ne"]
    static let isCommutative = true
    static func holds(_ x: Double, _ y: Double) -> Bool { x != y }
}

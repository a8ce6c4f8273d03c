import Glibc

/// A test of one operand: 1 where it holds, else 0, with no derivative.
protocol TestPrimitive: UnaryStep {
    static func holds(_ x: Double) -> Bool
}

extension TestPrimitive {
    static var samples: [Double] { [-2.5, 0.4] }
    @inline(__always) static func value(_ x: Double) -> Double { holds(x) ? 1 : 0 }
}

/// Whether a number is NaN.
enum IsNaN: TestPrimitive {
    static let summary = "1 where the operand is NaN, else 0."
    static let formula = "isnan(x)"
    static func holds(_ x: Double) -> Bool { x.isNaN }
}

/// Whether a number is finite.
enum IsFinite: TestPrimitive {
    static let summary = "1 where the operand is neither infinite nor NaN, else 0."
    static let formula = "isfinite(x)"
    static func holds(_ x: Double) -> Bool { x.isFinite }
}

/// Whether a number is infinite.
enum IsInfinite: TestPrimitive {
    static let summary = "1 where the operand is infinite, else 0."
    static let formula = "isinf(x)"
    static func holds(_ x: Double) -> Bool { x.isInfinite }
}

/// Negation.
enum LogicalNot: TestPrimitive {
    static let summary = "1 where the operand is 0, else 0."
    static let formula = "x == 0"
    static func holds(_ x: Double) -> Bool { x == 0 }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// A connective of two operands, which hold where they are not 0.
protocol Connective: BinaryPrimitive {
    static func holds(_ x: Bool, _ y: Bool) -> Bool
}

extension Connective {
    static var derivative: String { "0; 0" }
    static var convention: String? { "0 everywhere, also at the steps; NaN is not 0, so it holds" }
    static var isCommutative: Bool { true }
    static var samples: [(Double, Double)] { [(0.4, 1.7), (-2.5, -3.25)] }
    @inline(__always) static func value(_ x: Double, _ y: Double) -> Double { holds(x != 0, y != 0) ? 1 : 0 }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == 0 || y == 0 ? .kink : nil }
}

/// Conjunction.
enum LogicalAnd: Connective {
    static let summary = "1 where neither operand is 0, else 0."
    static let formula = "x != 0 and y != 0"
    static func holds(_ x: Bool, _ y: Bool) -> Bool { x && y }
}

/// Disjunction.
enum LogicalOr: Connective {
    static let summary = "1 where an operand is not 0, else 0."
    static let formula = "x != 0 or y != 0"
    static func holds(_ x: Bool, _ y: Bool) -> Bool { x || y }
}

/// Exclusive disjunction.
enum LogicalXor: Connective {
    static let summary = "1 where one operand is 0 and the other is not, else 0."
    static let formula = "(x != 0) != (y != 0)"
    static func holds(_ x: Bool, _ y: Bool) -> Bool { x != y }
}

/// The next double.
enum NextAfter: BinaryPrimitive {
    static let summary = "The double next to the first operand on the way to the second."
    static let formula = "nextafter(x, y)"
    static let derivative = "0; 0"
    static let convention: String? = "0 everywhere, as for all that tells about doubles rather than numbers"
    static let samples = [(0.4, 1.7), (-2.5, -3.25)]
    static func value(_ x: Double, _ y: Double) -> Double { Glibc.nextafter(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func edge(_ x: Double, _ y: Double) -> Edge? { x == y ? .tie : nil }
}

/// The operand as a constant.
enum StopGradient: UnaryPrimitive {
    static let summary = "The operand as it is, through which no gradient passes."
    static let formula = "x"
    static let derivative = "0"
    static let convention: String? = "0 everywhere, by definition"
    static let aliases = ["detach"]
    static let samples = [-2.5, 0.4, 1e3]
    static func value(_ x: Double) -> Double { x }
    static func slope(_ x: Value, _ r: Value) -> Slope { .zero }
}

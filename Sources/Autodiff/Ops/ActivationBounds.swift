/// Rectifier with an upper bound.
enum BoundedRelu: UnaryPrimitive {
    static let summary = "Rectifier that is at most 6."
    static let formula = "min(max(x, 0), 6)"
    static let derivative = "1 if 0 < x < 6 else 0"
    static let convention: String? = "0 at 0 and 6"
    static let samples = [-2.5, 0.4, 7.5]
    static func value(_ x: Double) -> Double { HardTanh.value(x, 0, 6) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .when(x.greater(0) * x.less(6)) }
    static func edge(_ x: Double) -> Edge? { x == 0 || x == 6 ? .kink : nil }
}

/// The operand within bounds, with no gradient at them.
enum HardTanh: TernaryPrimitive {
    static let summary = "The operand, or the bound that it is at or beyond: a tanh of three straight parts."
    static let formula = "min_val if x <= min_val else max_val if x >= max_val else x"
    static let derivative = "1 if min_val < x < max_val else 0; 1 if x <= min_val else 0; 1 if x >= max_val else 0"
    static let convention: String? = "at a bound the bound gets the gradient, and x none"
    static let aliases = ["hardtanh"]
    static let operands: [Operand] = ["x", Operand("min_val", default: -1), Operand("max_val", default: 1)]
    static let samples = [(0.4, -1.0, 1.7), (-2.5, -1, 1), (3, -2, 2.5)]
    static func value(_ x: Double, _ low: Double, _ high: Double) -> Double { Clip.value(x, low, high) }
    static func firstSlope(_ x: Value, _ low: Value, _ high: Value, _ r: Value) -> Slope {
        .when(x.greater(low) * x.less(high))
    }
    static func secondSlope(_ x: Value, _ low: Value, _ high: Value, _ r: Value) -> Slope {
        .when(x.lessEqual(low) * low.less(high))
    }
    static func thirdSlope(_ x: Value, _ low: Value, _ high: Value, _ r: Value) -> Slope {
        .when(x.maximum(low).greaterEqual(high))
    }
    static func edge(_ x: Double, _ low: Double, _ high: Double) -> Edge? { x == low || x == high ? .bound : nil }
}

/// A sigmoid of three straight parts.
enum HardSigmoid: UnaryPrimitive {
    static let summary = "Logistic function of three straight parts."
    static let formula = "min(max(x + 3, 0), 6) / 6"
    static let derivative = "1/6 if -3 < x < 3 else 0"
    static let convention: String? = "0 at -3 and 3"
    static let aliases = ["hardsigmoid"]
    static let samples = [-4.5, 0.4, 5]
    static func value(_ x: Double) -> Double { BoundedRelu.value(x + 3) / 6 }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        .of((x.greater(-3) * x.less(3)).where(1.0 / 6, 0))
    }
    static func edge(_ x: Double) -> Edge? { x.magnitude == 3 ? .kink : nil }
}

/// Swish of a sigmoid of three straight parts.
enum HardSwish: UnaryPrimitive {
    static let summary = "The operand times its hard sigmoid."
    static let formula = "x * min(max(x + 3, 0), 6) / 6"
    static let derivative = "0 if x <= -3 else 1 if x >= 3 else (2 * x + 3) / 6"
    static let convention: String? = "0 at -3 and 1 at 3"
    static let aliases = ["hardswish", "hard_silu"]
    static let samples = [-4.5, 0.4, 5]
    static func value(_ x: Double) -> Double { x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6 }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        .of(x.greater(-3).where(x.less(3).where((2 * x + 3) / 6, 1), 0))
    }
    static func edge(_ x: Double) -> Edge? { x.magnitude == 3 ? .kink : nil }
}

/// The operand above a threshold.
enum Threshold: TernaryPrimitive {
    static let summary = "The operand where it is above a threshold, else a value."
    static let formula = "x if x > threshold else value"
    static let derivative = "1 if x > threshold else 0; 0; 0 if x > threshold else 1"
    static let convention: String? = "0 for x at the threshold"
    static let operands: [Operand] = ["x", "threshold", "value"]
    static let samples = [(0.4, -1.0, 1.7), (-2.5, -1, 1), (3, -2, 2.5)]
    static func value(_ x: Double, _ threshold: Double, _ other: Double) -> Double { x <= threshold ? other : x }
    static func firstSlope(_ x: Value, _ threshold: Value, _ other: Value, _ r: Value) -> Slope {
        .unless(x.lessEqual(threshold))
    }
    static func secondSlope(_ x: Value, _ threshold: Value, _ other: Value, _ r: Value) -> Slope { .zero }
    static func thirdSlope(_ x: Value, _ threshold: Value, _ other: Value, _ r: Value) -> Slope {
        .when(x.lessEqual(threshold))
    }
    static func edge(_ x: Double, _ threshold: Double, _ other: Double) -> Edge? { x == threshold ? .kink : nil }
}

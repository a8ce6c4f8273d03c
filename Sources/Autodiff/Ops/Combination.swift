/// Product and sum with one rounding.
enum FusedMultiplyAdd: TernaryPrimitive {
    static let summary = "Product of two operands plus a third, rounded once."
    static let formula = "x * y + z"
    static let derivative = "y; x; 1"
    static let aliases = ["axpy"]
    static let samples = [(0.4, 1.7, -3.0), (-2.5, 3.25, 1), (1e2, -1e-2, 0.5)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { z.addingProduct(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(y) }
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .of(x) }
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .one }
}

/// Linear interpolation.
enum LinearInterpolation: TernaryPrimitive {
    static let summary = "Linear interpolation: the first operand at weight 0, the second at weight 1."
    static let formula = "x + weight * (y - x)"
    static let derivative = "1 - weight; weight; y - x"
    static let operands: [Operand] = ["x", "y", "weight"]
    static let samples = [(0.4, 1.7, 0.25), (-2.5, 3.25, 0.75), (1e2, -1e-2, 1.5)]

    // With the roundings of the difference and of the product made up for, so that both ends are met exactly.
    static func value(_ x: Double, _ y: Double, _ weight: Double) -> Double {
        let difference = y - x
        let moved = difference - y
        let differenceRest = (y - (difference - moved)) - (x + moved)
        let product = weight * difference
        let productRest = (-product).addingProduct(weight, difference) + weight * differenceRest
        let sum = x + product
        let part = sum - x
        let sumRest = (x - (sum - part)) + (product - part)
        let result = sum + (sumRest + productRest)
        return result.isFinite ? result : (1 - weight) * x + weight * y
    }

    static func firstSlope(_ x: Value, _ y: Value, _ weight: Value, _ r: Value) -> Slope { .of(1 - weight) }
    static func secondSlope(_ x: Value, _ y: Value, _ weight: Value, _ r: Value) -> Slope { .of(weight) }
    static func thirdSlope(_ x: Value, _ y: Value, _ weight: Value, _ r: Value) -> Slope { .of(y - x) }
}

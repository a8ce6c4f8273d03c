// Arithmetic, rounding, bounds, tests and logic; what each does at its steps is told by its primitive.
extension Value {
    /// One over the operand.
    public func reciprocal() -> Value { apply(.reciprocal) }
    /// Remainder of the division by another, with the sign of this value.
    public func fmod(_ other: Value) -> Value { apply(.fmod, other) }
    /// Remainder of the division by another, with the sign of this value.
    public func fmod(_ other: Double) -> Value { apply(.fmod, constant(other)) }
    /// Remainder of the division by another, with the sign of the other.
    public func remainder(_ other: Value) -> Value { apply(.remainder, other) }
    /// Remainder of the division by another, with the sign of the other.
    public func remainder(_ other: Double) -> Value { apply(.remainder, constant(other)) }
    /// Quotient of this value and another, rounded down.
    public func floorDivide(_ other: Value) -> Value { apply(.floorDivide, other) }
    /// Quotient of this value and another, rounded down.
    public func floorDivide(_ other: Double) -> Value { apply(.floorDivide, constant(other)) }
    /// One over the square root.
    public func rsqrt() -> Value { apply(.rsqrt) }
    /// Cube root, of negative numbers too.
    public func cbrt() -> Value { apply(.cbrt) }
    /// This value times a factor plus a summand, rounded once.
    public func fma(_ factor: Value, _ summand: Value) -> Value { apply(.fma, factor, summand) }
    /// Linear interpolation: this value at weight 0, the other at weight 1.
    public func lerp(_ other: Value, weight: Value) -> Value { apply(.lerp, other, weight) }
    /// Linear interpolation: this value at weight 0, the other at weight 1.
    public func lerp(_ other: Value, weight: Double) -> Value { apply(.lerp, other, constant(weight)) }
    /// The largest whole number that is not larger than the operand.
    public func floor() -> Value { apply(.floor) }
    /// The smallest whole number that is not smaller than the operand.
    public func ceil() -> Value { apply(.ceil) }
    /// The nearest whole number, the even one of two that are as near.
    public func round() -> Value { apply(.round) }
    /// The whole number next to the operand on the side of 0.
    public func trunc() -> Value { apply(.trunc) }
    /// The operand less its whole part, with the sign of the operand.
    public func frac() -> Value { apply(.frac) }
    /// 1 where the operand has a minus sign, also that of -0, else 0.
    public func signbit() -> Value { apply(.signbit) }
    /// Unit step: 0 below 0, 1 above, and the second operand at 0.
    public func heaviside(atZero: Double = 0.5) -> Value { apply(.heaviside, constant(atZero)) }
    /// Unit step: 0 below 0, 1 above, and the second operand at 0.
    public func heaviside(atZero: Value) -> Value { apply(.heaviside, atZero) }
    /// The larger of this value and another; of a NaN and a number, the number.
    public func fmax(_ other: Value) -> Value { apply(.fmax, other) }
    /// The larger of this value and another; of a NaN and a number, the number.
    public func fmax(_ other: Double) -> Value { apply(.fmax, constant(other)) }
    /// The smaller of this value and another; of a NaN and a number, the number.
    public func fmin(_ other: Value) -> Value { apply(.fmin, other) }
    /// The smaller of this value and another; of a NaN and a number, the number.
    public func fmin(_ other: Double) -> Value { apply(.fmin, constant(other)) }
    /// This value, or the bound that it is beyond.
    public func clip(min: Double = -.infinity, max: Double = .infinity) -> Value {
        apply(.clip, constant(min), constant(max))
    }
    /// This value, or the bound that it is beyond.
    public func clip(min: Value, max: Value) -> Value { apply(.clip, min, max) }
    /// The magnitude of this value with the sign of another.
    public func copysign(_ other: Value) -> Value { apply(.copysign, other) }
    /// The magnitude of this value with the sign of another.
    public func copysign(_ other: Double) -> Value { apply(.copysign, constant(other)) }
    /// The operand, with 0 for NaN and the largest finite numbers for the infinities.
    public func nanToNum() -> Value { apply(.nanToNum) }
    /// 1 where the operand is NaN, else 0.
    public func isnan() -> Value { apply(.isnan) }
    /// 1 where the operand is neither infinite nor NaN, else 0.
    public func isfinite() -> Value { apply(.isfinite) }
    /// 1 where the operand is infinite, else 0.
    public func isinf() -> Value { apply(.isinf) }
    /// 1 where the operand is 0, else 0.
    public func logicalNot() -> Value { apply(.logicalNot) }
    /// 1 where neither of the two is 0, else 0.
    public func logicalAnd(_ other: Value) -> Value { apply(.logicalAnd, other) }
    /// 1 where neither of the two is 0, else 0.
    public func logicalAnd(_ other: Double) -> Value { apply(.logicalAnd, constant(other)) }
    /// 1 where one of the two is not 0, else 0.
    public func logicalOr(_ other: Value) -> Value { apply(.logicalOr, other) }
    /// 1 where one of the two is not 0, else 0.
    public func logicalOr(_ other: Double) -> Value { apply(.logicalOr, constant(other)) }
    /// 1 where one of the two is 0 and the other is not, else 0.
    public func logicalXor(_ other: Value) -> Value { apply(.logicalXor, other) }
    /// 1 where one of the two is 0 and the other is not, else 0.
    public func logicalXor(_ other: Double) -> Value { apply(.logicalXor, constant(other)) }
    /// The double next to this value on the way to another.
    public func nextafter(_ other: Value) -> Value { apply(.nextafter, other) }
    /// The double next to this value on the way to another.
    public func nextafter(_ other: Double) -> Value { apply(.nextafter, constant(other)) }
    /// The operand as it is, through which no gradient passes.
    public func stopGradient() -> Value { apply(.stopGradient) }
}

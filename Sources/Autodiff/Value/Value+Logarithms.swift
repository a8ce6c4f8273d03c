// Exponentials, logarithms, entropies and angles; what each does at its edges is told by its primitive.
extension Value {
    /// Two to the power of the operand.
    public func exp2() -> Value { apply(.exp2) }
    /// Logarithm to base 2.
    public func log2() -> Value { apply(.log2) }
    /// Logarithm to base 10.
    public func log10() -> Value { apply(.log10) }
    /// Logarithm of the sum of the exponentials of this value and another.
    public func logaddexp(_ other: Value) -> Value { apply(.logaddexp, other) }
    /// Logarithm of the sum of the exponentials of this value and another.
    public func logaddexp(_ other: Double) -> Value { apply(.logaddexp, constant(other)) }
    /// Logarithm to base 2 of the sum of 2 to the powers of this value and another.
    public func logaddexp2(_ other: Value) -> Value { apply(.logaddexp2, other) }
    /// Logarithm to base 2 of the sum of 2 to the powers of this value and another.
    public func logaddexp2(_ other: Double) -> Value { apply(.logaddexp2, constant(other)) }
    /// Log-odds: the inverse of the logistic function.
    public func logit() -> Value { apply(.logit) }
    /// Natural logarithm of one less the exponential of the negated operand.
    public func log1mexp() -> Value { apply(.log1mexp) }
    /// Exponential less one, in relation to the operand; 1 at 0.
    public func exprel() -> Value { apply(.exprel) }
    /// This value times the logarithm of another, 0 where this value is 0.
    public func xlogy(_ other: Value) -> Value { apply(.xlogy, other) }
    /// This value times the logarithm of another, 0 where this value is 0.
    public func xlogy(_ other: Double) -> Value { apply(.xlogy, constant(other)) }
    /// This value times `log1p` of another, 0 where this value is 0.
    public func xlog1py(_ other: Value) -> Value { apply(.xlog1py, other) }
    /// This value times `log1p` of another, 0 where this value is 0.
    public func xlog1py(_ other: Double) -> Value { apply(.xlog1py, constant(other)) }
    /// Elementwise entropy, 0 at 0.
    public func entr() -> Value { apply(.entr) }
    /// Relative entropy to another value, `x * log(x / y)`.
    public func relEntr(_ other: Value) -> Value { apply(.relEntr, other) }
    /// Relative entropy to another value, `x * log(x / y)`.
    public func relEntr(_ other: Double) -> Value { apply(.relEntr, constant(other)) }
    /// Kullback-Leibler divergence from another value, `x * log(x / y) - x + y`.
    public func klDiv(_ other: Value) -> Value { apply(.klDiv, other) }
    /// Kullback-Leibler divergence from another value, `x * log(x / y) - x + y`.
    public func klDiv(_ other: Double) -> Value { apply(.klDiv, constant(other)) }
    /// Inverse hyperbolic sine.
    public func asinh() -> Value { apply(.asinh) }
    /// Inverse hyperbolic cosine.
    public func acosh() -> Value { apply(.acosh) }
    /// Inverse hyperbolic tangent.
    public func atanh() -> Value { apply(.atanh) }
    /// Normalised cardinal sine, 1 at 0.
    public func sinc() -> Value { apply(.sinc) }
    /// An angle in radians, from degrees.
    public func deg2rad() -> Value { apply(.deg2rad) }
    /// An angle in degrees, from radians.
    public func rad2deg() -> Value { apply(.rad2deg) }

    // The ops that are parts of derivatives only.
    func exprelDerivative(_ other: Value) -> Value { apply(.exprelDerivative, other) }
    func logRatio(_ other: Value) -> Value { apply(.logRatio, other) }
    func relativeDifference(_ other: Value) -> Value { apply(.relativeDifference, other) }
    func sincDerivative(_ other: Value) -> Value { apply(.sincDerivative, other) }
}

// Activations of neural networks; what each does at its kinks is told by its primitive.
extension Value {
    /// Rectifier that is at most 6.
    public func relu6() -> Value { apply(.relu6) }
    /// The operand, or the bound that it is at or beyond: a tanh of three straight parts.
    public func hardTanh(minimum: Double = -1, maximum: Double = 1) -> Value {
        apply(.hardTanh, constant(minimum), constant(maximum))
    }
    /// The operand, or the bound that it is at or beyond: a tanh of three straight parts.
    public func hardTanh(minimum: Value, maximum: Value) -> Value { apply(.hardTanh, minimum, maximum) }
    /// Logistic function of three straight parts.
    public func hardSigmoid() -> Value { apply(.hardSigmoid) }
    /// The operand times its hard sigmoid.
    public func hardSwish() -> Value { apply(.hardSwish) }
    /// This value where it is above a threshold, else another.
    public func threshold(_ threshold: Double, _ value: Double) -> Value {
        apply(.threshold, constant(threshold), constant(value))
    }
    /// Rectifier that is not 0 but flat below 0.
    public func leakyRelu(negativeSlope: Double = 0.01) -> Value { apply(.leakyRelu, constant(negativeSlope)) }
    /// Rectifier that is not 0 but flat below 0.
    public func leakyRelu(negativeSlope: Value) -> Value { apply(.leakyRelu, negativeSlope) }
    /// Exponential linear unit: the operand above 0, an exponential that tends to -alpha below.
    public func elu(alpha: Double = 1) -> Value { apply(.elu, constant(alpha)) }
    /// Exponential linear unit: the operand above 0, an exponential that tends to -alpha below.
    public func elu(alpha: Value) -> Value { apply(.elu, alpha) }
    /// Exponential linear unit, scaled so that layers of it keep mean 0 and variance 1.
    public func selu() -> Value { apply(.selu) }
    /// Exponential linear unit with slope 1 at 0 for every alpha.
    public func celu(alpha: Double = 1) -> Value { apply(.celu, constant(alpha)) }
    /// Exponential linear unit with slope 1 at 0 for every alpha.
    public func celu(alpha: Value) -> Value { apply(.celu, alpha) }
    /// Natural logarithm of the logistic function.
    public func logSigmoid() -> Value { apply(.logSigmoid) }
    /// Sigmoid linear unit: the operand times its logistic function.
    public func silu() -> Value { apply(.silu) }
    /// Gaussian error linear unit: the operand times the normal distribution function of it.
    public func gelu() -> Value { apply(.gelu) }
    /// Gaussian error linear unit, approximated with a hyperbolic tangent.
    public func geluTanh() -> Value { apply(.geluTanh) }
    /// The operand times the hyperbolic tangent of its softplus.
    public func mish() -> Value { apply(.mish) }
    /// Entropy of a coin, this value being the logarithm of its odds.
    public func bernoulliEntropy() -> Value { apply(.bernoulliEntropy) }
    /// The operand moved towards 0 by lambd, and 0 where it does not reach.
    public func softShrink(lambd: Double = 0.5) -> Value { apply(.softShrink, constant(lambd)) }
    /// The operand moved towards 0 by lambd, and 0 where it does not reach.
    public func softShrink(lambd: Value) -> Value { apply(.softShrink, lambd) }
    /// The operand where it is farther from 0 than lambd, else 0.
    public func hardShrink(lambd: Double = 0.5) -> Value { apply(.hardShrink, constant(lambd)) }
    /// The operand where it is farther from 0 than lambd, else 0.
    public func hardShrink(lambd: Value) -> Value { apply(.hardShrink, lambd) }
    /// The operand less its hyperbolic tangent, exact near 0.
    public func tanhShrink() -> Value { apply(.tanhShrink) }
    /// The operand over one plus its magnitude.
    public func softsign() -> Value { apply(.softsign) }
}

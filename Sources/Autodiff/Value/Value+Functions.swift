// One method for each op that has no operator; what each does where it is not smooth is told by its primitive.
extension Value {
    /// The value times itself.
    public func square() -> Value { apply(.square) }
    /// Square root.
    public func sqrt() -> Value { apply(.sqrt) }
    /// Exponential.
    public func exp() -> Value { apply(.exp) }
    /// Exponential less one, exact near 0.
    public func expm1() -> Value { apply(.expm1) }
    /// Natural logarithm.
    public func log() -> Value { apply(.log) }
    /// Natural logarithm of one plus the value, exact near 0.
    public func log1p() -> Value { apply(.log1p) }
    /// Sine.
    public func sin() -> Value { apply(.sin) }
    /// Cosine.
    public func cos() -> Value { apply(.cos) }
    /// Tangent.
    public func tan() -> Value { apply(.tan) }
    /// Inverse sine.
    public func asin() -> Value { apply(.asin) }
    /// Inverse cosine.
    public func acos() -> Value { apply(.acos) }
    /// Inverse tangent.
    public func atan() -> Value { apply(.atan) }
    /// Hyperbolic sine.
    public func sinh() -> Value { apply(.sinh) }
    /// Hyperbolic cosine.
    public func cosh() -> Value { apply(.cosh) }
    /// Hyperbolic tangent.
    public func tanh() -> Value { apply(.tanh) }
    /// Logistic function.
    public func sigmoid() -> Value { apply(.sigmoid) }
    /// Smooth rectifier, `log(1 + exp(beta * x)) / beta`.
    public func softplus(beta: Double = 1) -> Value { apply(.softplus, constant(beta)) }
    /// Smooth rectifier, `log(1 + exp(beta * x)) / beta`.
    public func softplus(beta: Value) -> Value { apply(.softplus, beta) }
    /// Rectifier.
    public func relu() -> Value { apply(.relu) }
    /// Absolute value.
    public func abs() -> Value { apply(.abs) }
    /// -1, 0 or 1 by the sign.
    public func sign() -> Value { apply(.sign) }

    /// This value to the power of another.
    public func pow(_ other: Value) -> Value { apply(.pow, other) }
    /// This value to the power of another.
    public func pow(_ other: Double) -> Value { apply(.pow, constant(other)) }

    /// Length of the hypotenuse over this value and another.
    public func hypot(_ other: Value) -> Value { apply(.hypot, other) }
    /// Length of the hypotenuse over this value and another.
    public func hypot(_ other: Double) -> Value { apply(.hypot, constant(other)) }

    /// Angle of the point with this ordinate and the other abscissa.
    public func atan2(_ other: Value) -> Value { apply(.atan2, other) }
    /// Angle of the point with this ordinate and the other abscissa.
    public func atan2(_ other: Double) -> Value { apply(.atan2, constant(other)) }

    /// The larger of this value and another.
    public func maximum(_ other: Value) -> Value { apply(.maximum, other) }
    /// The larger of this value and another.
    public func maximum(_ other: Double) -> Value { apply(.maximum, constant(other)) }

    /// The smaller of this value and another.
    public func minimum(_ other: Value) -> Value { apply(.minimum, other) }
    /// The smaller of this value and another.
    public func minimum(_ other: Double) -> Value { apply(.minimum, constant(other)) }

    /// 1 where this value is less than the other, else 0.
    public func less(_ other: Value) -> Value { apply(.less, other) }
    /// 1 where this value is less than the other, else 0.
    public func less(_ other: Double) -> Value { apply(.less, constant(other)) }

    /// 1 where this value is less than or equal to the other, else 0.
    public func lessEqual(_ other: Value) -> Value { apply(.lessEqual, other) }
    /// 1 where this value is less than or equal to the other, else 0.
    public func lessEqual(_ other: Double) -> Value { apply(.lessEqual, constant(other)) }

    /// 1 where this value is greater than the other, else 0.
    public func greater(_ other: Value) -> Value { apply(.greater, other) }
    /// 1 where this value is greater than the other, else 0.
    public func greater(_ other: Double) -> Value { apply(.greater, constant(other)) }

    /// 1 where this value is greater than or equal to the other, else 0.
    public func greaterEqual(_ other: Value) -> Value { apply(.greaterEqual, other) }
    /// 1 where this value is greater than or equal to the other, else 0.
    public func greaterEqual(_ other: Double) -> Value { apply(.greaterEqual, constant(other)) }

    /// 1 where the two are equal, else 0.
    public func equal(_ other: Value) -> Value { apply(.equal, other) }
    /// 1 where the two are equal, else 0.
    public func equal(_ other: Double) -> Value { apply(.equal, constant(other)) }

    /// 1 where the two differ, else 0.
    public func notEqual(_ other: Value) -> Value { apply(.notEqual, other) }
    /// 1 where the two differ, else 0.
    public func notEqual(_ other: Double) -> Value { apply(.notEqual, constant(other)) }

    /// The first where this value is not 0, else the second.
    public func `where`(_ first: Value, _ second: Value) -> Value { apply(.where, first, second) }
    /// The first where this value is not 0, else the second.
    public func `where`(_ first: Value, _ second: Double) -> Value { apply(.where, first, constant(second)) }
    /// The first where this value is not 0, else the second.
    public func `where`(_ first: Double, _ second: Value) -> Value { apply(.where, constant(first), second) }
    /// The first where this value is not 0, else the second.
    public func `where`(_ first: Double, _ second: Double) -> Value {
        apply(.where, constant(first), constant(second))
    }

    // The ops that are parts of derivatives only.
    func absoluteZeroMultiply(_ slope: Value) -> Value { apply(.absoluteZeroMultiply, slope) }
    func oneMinusSquare() -> Value { apply(.oneMinusSquare) }
    func hypotShare(_ other: Value) -> Value { apply(.hypotShare, other) }
    func sechSquare() -> Value { apply(.sechSquare) }
    func maximumShare(_ other: Value) -> Value { apply(.maximumShare, other) }
    func minimumShare(_ other: Value) -> Value { apply(.minimumShare, other) }
}

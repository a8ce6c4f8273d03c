precedencegroup ExponentiationPrecedence {
    higherThan: MultiplicationPrecedence
    associativity: right
}

/// Power, as in Python.
infix operator ** : ExponentiationPrecedence

extension Value {
    /// Sum.
    public static func + (_ x: Value, _ y: Value) -> Value { x.apply(.add, y) }
    /// Sum with a number.
    public static func + (_ x: Value, _ y: Double) -> Value { x + x.constant(y) }
    /// Sum with a number.
    public static func + (_ x: Double, _ y: Value) -> Value { y.constant(x) + y }

    /// Difference.
    public static func - (_ x: Value, _ y: Value) -> Value { x.apply(.subtract, y) }
    /// Difference with a number.
    public static func - (_ x: Value, _ y: Double) -> Value { x - x.constant(y) }
    /// Difference with a number.
    public static func - (_ x: Double, _ y: Value) -> Value { y.constant(x) - y }

    /// Product.
    public static func * (_ x: Value, _ y: Value) -> Value { x.apply(.multiply, y) }
    /// Product with a number.
    public static func * (_ x: Value, _ y: Double) -> Value { x * x.constant(y) }
    /// Product with a number.
    public static func * (_ x: Double, _ y: Value) -> Value { y.constant(x) * y }

    /// Quotient.
    public static func / (_ x: Value, _ y: Value) -> Value { x.apply(.divide, y) }
    /// Quotient with a number.
    public static func / (_ x: Value, _ y: Double) -> Value { x / x.constant(y) }
    /// Quotient with a number.
    public static func / (_ x: Double, _ y: Value) -> Value { y.constant(x) / y }

    /// Power.
    public static func ** (_ x: Value, _ y: Value) -> Value { x.pow(y) }
    /// Power with a constant exponent.
    public static func ** (_ x: Value, _ y: Double) -> Value { x.pow(x.constant(y)) }
    /// Power of a constant.
    public static func ** (_ x: Double, _ y: Value) -> Value { y.constant(x).pow(y) }

    /// The value as it is, in a node of its own.
    public static prefix func + (_ x: Value) -> Value { x.apply(.positive) }
    /// The value with its sign changed.
    public static prefix func - (_ x: Value) -> Value { x.apply(.negative) }
}

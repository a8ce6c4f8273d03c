/// A local derivative: what an adjoint is multiplied by on its way from a result to an operand.
///
/// The named cases spare the derivative graph nodes that only multiply by 0, 1 or -1.
public enum Slope {
    /// Identically 0: there is no edge to differentiate along.
    case zero
    /// Identically 1.
    case one
    /// Identically -1.
    case minusOne
    /// 1 where the condition is not 0, else 0; what is not chosen gets nothing, even of an infinite adjoint.
    case when(Value)
    /// 1 where the condition is 0, else 0.
    case unless(Value)
    /// Any other.
    case of(Value)
    /// Any other that, where it is 0, lets nothing through, even of an infinite adjoint.
    case silencing(Value)
}

extension Slope {
    /// The slope times an adjoint (or a tangent), with an absolute zero; nothing where the slope is identically 0.
    func times(_ adjoint: Value) -> Value? {
        switch self {
        case .zero: nil
        case .one: adjoint
        case .minusOne: -adjoint
        case .when(let condition): condition.where(adjoint, 0)
        case .unless(let condition): condition.where(0, adjoint)
        case .of(let slope): adjoint.absoluteZeroMultiply(slope)
        case .silencing(let slope): slope.where(adjoint, 0).absoluteZeroMultiply(slope)
        }
    }
}

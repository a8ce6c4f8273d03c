/// What a run gives, seen as arrays, so that those of many points can become one.
public protocol BatchResult: Sendable {
    /// The first number that is not finite.
    var warning: NonFinite? { get set }
    /// Hands each array over, to be looked at or replaced, always in the same order.
    mutating func update(_ body: (inout Tensor) -> Void)
}

extension Evaluation.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) { values.update(body) }
}

extension Gradient.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) {
        body(&outputValue)
        values.update(body)
        gradients.update(body)
        for index in partials.indices { body(&partials[index].tensor) }
    }
}

extension VJP.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) {
        values.update(body)
        for index in gradients.indices { gradients[index].update(body) }
    }
}

extension JVP.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) {
        values.update(body)
        for index in tangents.indices { tangents[index].update(body) }
    }
}

extension Jacobian.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) {
        values.update(body)
        for index in jacobian.indices { jacobian[index].derivatives.update(body) }
    }
}

extension Hessian.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) {
        body(&outputValue)
        gradients.update(body)
        for index in hessian.indices { hessian[index].derivatives.update(body) }
    }
}

extension HessianProduct.Result: BatchResult {
    /// Hands each array over.
    public mutating func update(_ body: (inout Tensor) -> Void) {
        body(&outputValue)
        gradients.update(body)
        for index in products.indices { products[index].update(body) }
    }
}

extension [NamedTensor] {
    fileprivate mutating func update(_ body: (inout Tensor) -> Void) {
        for index in indices { body(&self[index].tensor) }
    }
}

/// A number that remembers how it was computed: a handle on a node of a growing graph.
///
/// ```swift
/// let a = Value(0.4), b = Value(0.8), c = Value(1.0), f = Value(-1.5)
/// let o = ((a * b + c) * f).tanh()
/// o.backward()
/// a.gradient  // -0.08811156691047461
/// ```
///
/// The derivative rules of the ops are written in these same terms. A graph lives as long as any value of it;
/// a loop that runs for long starts each round from fresh values, `Value(a.data)`, or compiles a ``Graph`` once.
public struct Value {
    let tape: Tape
    let index: NodeIndex

    init(tape: Tape, index: NodeIndex) {
        self.tape = tape
        self.index = index
    }

    /// A new input that holds a number.
    ///
    /// - Parameters:
    ///   - data: The number.
    ///   - name: The name that it has in printed and exported graphs.
    public init(_ data: Double, name: String? = nil) {
        tape = Tape()
        index = tape.graph.appendInput(name ?? "", shape: .scalar, defaultValue: [data])
        if let name { tape.graph.name(index, name) }
    }

    /// A new input that holds an array.
    ///
    /// - Parameters:
    ///   - tensor: The array.
    ///   - name: The name that it has in printed and exported graphs.
    public init(array tensor: Tensor, name: String? = nil) {
        tape = Tape()
        index = tape.graph.appendInput(name ?? "", shape: tensor.shape, defaultValue: tensor.elements)
        if let name { tape.graph.name(index, name) }
    }

    /// The number of a scalar; of an array the first element.
    ///
    /// Setting it, on a scalar input, evaluates anew what depends on it; other values cannot be set.
    public var data: Double {
        get { tensor.elements.first ?? .nan }
        nonmutating set { tensor = Tensor(newValue) }
    }

    /// The array; what was computed with an index outside of an array is NaN.
    ///
    /// Setting it, on an input and in its shape, evaluates anew what depends on it; other values cannot be set.
    public var tensor: Tensor {
        get {
            let place = tape.resolve(index)
            return place.tape.data(at: place.node)
        }
        nonmutating set {
            let place = tape.resolve(index)
            place.tape.setData(newValue, at: place.node)
        }
    }

    /// The derivative with respect to this value of the one whose `backward()` was called last; 0 before that.
    public var gradient: Double { gradientTensor.elements.first ?? 0 }

    /// The derivative with respect to each element of this value of the one whose `backward()` was called last.
    public var gradientTensor: Tensor {
        let place = tape.resolve(index)
        return place.tape.gradient(at: place.node)
    }

    /// The op that computes this value; `.input` or `.constant` where nothing does.
    public var op: Op {
        let place = tape.resolve(index)
        return place.tape.graph.op(of: place.node)
    }

    /// The values that the op is applied to, in their order.
    public var operands: [Value] {
        let place = tape.resolve(index)
        return place.tape.graph.operands(of: place.node).map { Value(tape: place.tape, index: $0) }
    }

    /// A constant in the graph of this value.
    func constant(_ number: Double) -> Value {
        if tape.successor == nil { return Value(tape: tape, index: tape.graph.appendConstant(number)) }
        let tape = tape.resolve(index).tape
        return Value(tape: tape, index: tape.graph.appendConstant(number))
    }
}

extension Value: CustomStringConvertible {
    /// The number and the op, as in `Value(0.32, multiply)`.
    public var description: String {
        "Value(\(shape.isScalar ? "\(data)" : "\(tensor.elements) in shape \(shape)"), \(op.name))"
    }
}

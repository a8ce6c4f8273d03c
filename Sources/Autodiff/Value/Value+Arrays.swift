// Shapes: how values are brought into the shape of others, and cut and joined.
extension Value {
    /// The shape.
    public var shape: Shape {
        let place = tape.resolve(index)
        return place.tape.graph.shape(of: place.node)
    }

    /// The sum of the elements over axes, all of them where none are named.
    func sum(over axes: [Int]? = nil, keepDimensions: Bool = false) -> Value {
        reduce(.sum, over: axes, keepDimensions: keepDimensions)
    }

    /// A reduction by an op over axes, all of them where none are named.
    func reduce(_ op: Op, over axes: [Int]? = nil, keepDimensions: Bool = false) -> Value {
        Value.apply(
            op, [self],
            Attributes(["axis": axes.map { .integers($0) } ?? .none, "keepdims": keepDimensions ? true : .none]))
    }

    /// The value in a shape that its own broadcasts to.
    func broadcast(to shape: Shape) -> Value {
        self.shape == shape ? self : Value.apply(.broadcastTo, [self], ["shape": .integers(shape.extents)])
    }

    /// What a broadcast to this shape gives back: the sums over the copies of each element.
    func sum(to target: Shape) -> Value {
        let shape = shape
        if shape == target { return self }
        guard let wide = shape.broadcast(with: target) else {
            preconditionFailure("shape \(shape) is not one that \(target) was broadcast to")
        }
        let lead = wide.rank - target.rank
        let axes = (0..<wide.rank).filter { $0 < lead || (target.extents[$0 - lead] == 1 && wide.extents[$0] != 1) }
        return broadcast(to: wide).sum(over: axes).reshape(to: target)
    }

    /// The elements in another shape of as many.
    func reshape(to shape: Shape) -> Value {
        self.shape == shape ? self : Value.apply(.reshape, [self], ["shape": .integers(shape.extents)])
    }

    /// The value with its axes in another order.
    func permute(_ axes: [Int]) -> Value {
        axes.elementsEqual(0..<axes.count) ? self : Value.apply(.permuteDims, [self], ["axes": .integers(axes)])
    }

    /// The value with its last two axes exchanged.
    func matrixTranspose() -> Value {
        let rank = shape.rank
        return permute(Array(0..<rank - 2) + [rank - 1, rank - 2])
    }

    /// Product of matrices, or of vectors, as NumPy's `@`.
    func matmul(_ other: Value) -> Value { Value.apply(.matmul, [self, other]) }

    /// A part of an axis: the elements from one place up to another, exclusive, at a distance.
    func slice(axis: Int, from start: Int, to stop: Int, by step: Int = 1) -> Value {
        Value.apply(
            .slice, [self],
            [
                "axis": .number(Double(axis)), "start": .number(Double(start)), "stop": .number(Double(stop)),
                "step": .number(Double(step)),
            ])
    }

    /// Values side by side along an axis.
    static func concatenate(_ values: [Value], axis: Int) -> Value {
        values.count == 1 ? values[0] : Value.apply(.concat, values, ["axis": .number(Double(axis))])
    }

    /// Zeros in the shape of the value, in a node of their own.
    func zeros() -> Value { zeros(shape) }

    /// Zeros in a shape.
    func zeros(_ shape: Shape) -> Value { constant(0 as Double).broadcast(to: shape) }

    /// A constant array in the graph of this value.
    func constant(_ tensor: Tensor) -> Value {
        let tape = tape.resolve(index).tape
        return Value(tape: tape, index: tape.graph.appendConstant(tensor: tensor))
    }

    /// The value with axes of extent 1 put in, so that it has them at these places.
    func expandingDimensions(_ axes: [Int]) -> Value {
        var extents = shape.extents
        for axis in axes.sorted() { extents.insert(1, at: axis) }
        return reshape(extents)
    }

    /// The elements in another shape of as many.
    func reshape(_ extents: [Int]) -> Value {
        guard let shape = Shape(extents) else { preconditionFailure("no shape: \(extents)") }
        return reshape(to: shape)
    }
}

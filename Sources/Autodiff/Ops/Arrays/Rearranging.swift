/// Elements in reverse order.
enum Flip: Composite {
    static let summary = "The elements in reverse order along axes."
    static let formula = "x[::-1]"
    static let derivative = "1"
    static let aliases = ["reverse"]
    static let attributes = [AttributeDescription("axis", "the axis or list of axes; left out, all")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try call.attributes.axes(rank: call.x.shape.rank).reduce(call.x) { value, axis in
            Value.apply(.slice, [value], ["axis": .number(Double(axis)), "step": -1])
        }
    }
}

/// Elements moved around.
enum Roll: Composite {
    static let summary = "The elements moved along axes; what leaves at the end comes in at the beginning."
    static let formula = "r[i] = x[(i - shift) mod n]"
    static let derivative = "1"
    static let attributes = [
        AttributeDescription("shift", "how far, one for each axis"),
        AttributeDescription("axis", "the axis or list of axes; left out, the elements are moved as a vector"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard let shifts = try call.attributes.integers("shift") else {
            throw OpError(attribute: "shift", "`shift` is missing.")
        }
        guard let given = try call.attributes.integers("axis") else {
            let shift = shifts.reduce(0) { $0 &+ $1 }
            return roll(call.x.reshape([call.x.shape.count]), axis: 0, by: shift).reshape(to: call.x.shape)
        }
        let axes = try Attributes.normalized(given, "axis", rank: call.x.shape.rank)
        guard shifts.count == axes.count else {
            throw OpError(attribute: "shift", "`shift` and `axis` have as many numbers.")
        }
        return zip(axes, shifts).reduce(call.x) { roll($0, axis: $1.0, by: $1.1) }
    }

    private static func roll(_ x: Value, axis: Int, by shift: Int) -> Value {
        let extent = x.shape.extents[axis]
        guard extent > 0 else { return x }
        let rest = shift % extent
        let start = rest > 0 ? extent - rest : -rest
        if start == 0 { return x }
        return Value.concatenate(
            [x.slice(axis: axis, from: start, to: extent), x.slice(axis: axis, from: 0, to: start)], axis: axis)
    }
}

extension Value {
    /// Copies along new axes: the counts of copies are put before or behind the axes that they are of.
    fileprivate func copied(_ counts: [Int], behind: Bool, _ op: String) throws(OpError) -> Value {
        var (single, wide, result): ([Int], [Int], [Int]) = ([], [], [])
        for (extent, count) in zip(shape.extents, counts) {
            single += behind ? [extent, 1] : [1, extent]
            wide += behind ? [extent, count] : [count, extent]
            let (product, overflow) = extent.multipliedReportingOverflow(by: count)
            guard !overflow else { throw OpError(.shapeMismatch, "\(op) makes an array that is too large.") }
            result.append(product)
        }
        guard let wideShape = Shape(wide), let resultShape = Shape(result) else {
            throw OpError(.shapeMismatch, "\(op) makes an array that is too large, or counts copies below 0.")
        }
        return reshape(single).broadcast(to: wideShape).reshape(to: resultShape)
    }
}

/// Copies of the whole.
enum Tile: Composite {
    static let summary = "Copies of the operand side by side along its axes."
    static let formula = "r[i] = x[i mod n]"
    static let derivative = "1, summed over the copies"
    static let attributes = [
        AttributeDescription("repetitions", "how many copies along each axis; fewer are those of the last axes")
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard var counts = try call.attributes.integers("repetitions") else {
            throw OpError(attribute: "repetitions", "`repetitions` is missing.")
        }
        var extents = call.x.shape.extents
        extents.insert(contentsOf: [Int](repeating: 1, count: max(counts.count - extents.count, 0)), at: 0)
        counts.insert(contentsOf: [Int](repeating: 1, count: max(extents.count - counts.count, 0)), at: 0)
        return try call.x.reshape(extents).copied(counts, behind: false, "tile")
    }
}

/// Copies of elements.
enum Repeat: Composite {
    static let summary = "Each element several times along an axis."
    static let formula = "r[i] = x[floor(i / repeats)]"
    static let derivative = "1, summed over the copies"
    static let aliases = ["repeat_interleave"]
    static let attributes = [
        AttributeDescription("repeats", "how many times"),
        AttributeDescription("axis", "the axis; left out, the elements are a vector"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard let count = try call.attributes.integer("repeats"), count >= 0 else {
            throw OpError(attribute: "repeats", "`repeats` is a whole number that is not negative.")
        }
        let isFlat = call.attributes["axis"] == nil
        let x = isFlat ? call.x.reshape([call.x.shape.count]) : call.x
        let axis = isFlat ? 0 : try call.attributes.axis(rank: x.shape.rank)
        let counts = (0..<x.shape.rank).map { $0 == axis ? count : 1 }
        return try x.copied(counts, behind: true, "repeat")
    }
}

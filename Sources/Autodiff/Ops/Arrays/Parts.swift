extension AttributeDescription {
    /// Which one of several results.
    fileprivate static let index = AttributeDescription("index", "which one, from 0; negative ones from the last")
}

extension OpCall {
    /// Which one of several results is wanted, from 0.
    fileprivate func index(below count: Int) throws(OpError) -> Int {
        guard let index = try attributes.integer("index") else {
            throw OpError(attribute: "index", "`index` is missing.")
        }
        guard index >= -count, index < count else {
            throw OpError(
                .indexOutOfRange,
                count == 0
                    ? "`index` is \(index), but \(op.name) makes no arrays here."
                    : "`index` is \(index), but \(op.name) makes arrays from \(-count) to \(count - 1).",
                attribute: "index")
        }
        return index < 0 ? index + count : index
    }
}

/// One of the arrays along an axis.
enum Unstack: Composite {
    static let summary = "One of the arrays that are stacked along an axis."
    static let formula = "x[index], along axis"
    static let derivative = "1 for elements of that array, else 0"
    static let attributes: [AttributeDescription] = [
        .index, AttributeDescription("axis", "the axis that goes; left out, the first"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let extents = call.x.shape.extents
        let axis = try call.attributes.axis(rank: extents.count, default: 0)
        let index = try call.index(below: extents[axis])
        return call.x.slice(axis: axis, from: index, to: index + 1)
            .reshape(extents.indices.filter { $0 != axis }.map { extents[$0] })
    }
}

/// One of the pieces of an axis.
enum Split: Composite {
    static let summary = "One of the pieces that an axis is cut into."
    static let formula = "x[start:stop], along axis, with the bounds of the piece"
    static let derivative = "1 for elements of that piece, else 0"
    static let attributes: [AttributeDescription] = [
        AttributeDescription(
            "sections", "how many pieces of one extent, or the list of places where the second and later ones begin"),
        .index, AttributeDescription("axis", "the axis; left out, the first"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let axis = try call.attributes.axis(rank: call.x.shape.rank, default: 0)
        let extent = call.x.shape.extents[axis]
        guard let sections = try call.attributes.integers("sections") else {
            throw OpError(attribute: "sections", "`sections` is missing.")
        }
        guard case .number = call.attributes["sections"] else {
            let index = try call.index(below: sections.count + 1)
            // As in Python, places before the first or behind the last element, and pieces that end before they begin.
            func place(_ given: Int) -> Int { Swift.min(Swift.max(given < 0 ? given + extent : given, 0), extent) }
            let start = index == 0 ? 0 : place(sections[index - 1])
            let stop = index == sections.count ? extent : place(sections[index])
            return call.x.slice(axis: axis, from: start, to: Swift.max(start, stop))
        }
        guard let count = sections.first, count > 0, extent % count == 0 else {
            throw OpError(attribute: "sections", "`sections` is a number that divides \(extent), or a list of places.")
        }
        let (index, width) = (try call.index(below: count), extent / count)
        return call.x.slice(axis: axis, from: index * width, to: (index + 1) * width)
    }
}

/// One of the arrays of coordinates.
enum MeshGrid: Composite {
    static let summary = "One coordinate of each point of the grid whose axes are vectors."
    static let formula = "the vector at index, along its axis of the grid"
    static let derivative = "1, summed over the copies, for the vector at index, else 0"
    static let operands: [Operand] = ["x", "y"]
    static let arities = 1...Int(UInt16.max)
    static let attributes: [AttributeDescription] = [
        .index,
        AttributeDescription(
            "indexing",
            "\"xy\" has the second vector along the first axis, \"ij\" all in their order; left out, \"xy\""),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shapes = call.operands.map(\.shape)
        guard shapes.allSatisfy({ $0.rank <= 1 }) else { throw .shapes("meshgrid", shapes, "vectors") }
        let index = try call.index(below: shapes.count)
        let word = try call.attributes.text("indexing", among: ["xy", "ij"])
        var axes = Array(shapes.indices)
        if word != "ij", axes.count > 1 { axes.swapAt(0, 1) }
        var extents = [Int](repeating: 1, count: axes.count)
        for (axis, shape) in zip(axes, shapes) { extents[axis] = shape.count }
        guard let grid = Shape(extents) else { throw .shapes("meshgrid", shapes, "a grid of fewer points") }
        var own = [Int](repeating: 1, count: axes.count)
        own[axes[index]] = shapes[index].count
        return call.operands[index].reshape(own).broadcast(to: grid)
    }
}

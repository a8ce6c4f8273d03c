/// Axes of extent 1 put in.
enum ExpandDimensions: Composite {
    static let summary = "The operand with axes of extent 1 put in, so that they are at given places of the result."
    static let formula = "x"
    static let derivative = "1"
    static let aliases = ["unsqueeze"]
    static let attributes = [AttributeDescription("axis", "the place or list of places")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard let axes = try call.attributes.integers("axis") else {
            throw OpError(attribute: "axis", "`axis` is missing.")
        }
        let places = try call.attributes.axes(rank: call.x.shape.rank + axes.count)
        return call.x.expandingDimensions(places)
    }
}

/// Axes of extent 1 taken out.
enum Squeeze: Composite {
    static let summary = "The operand without axes of extent 1."
    static let formula = "x"
    static let derivative = "1"
    static let attributes = [
        AttributeDescription("axis", "the axis or list of axes; left out, all that have extent 1")
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let extents = call.x.shape.extents
        var axes = extents.indices.filter { extents[$0] == 1 }
        if call.attributes["axis"] != nil { axes = try call.attributes.axes(rank: extents.count) }
        for axis in axes where extents[axis] != 1 {
            throw OpError(attribute: "axis", "`axis` names axis \(axis), whose extent is \(extents[axis]) and not 1.")
        }
        return call.x.reshape(extents.indices.filter { !axes.contains($0) }.map { extents[$0] })
    }
}

/// Axes at other places.
enum MoveAxis: Composite {
    static let summary = "The operand with axes moved to other places, the others in their order."
    static let formula = "x"
    static let derivative = "1"
    static let aliases = ["movedim"]
    static let attributes = [
        AttributeDescription("source", "the axis or list of axes"),
        AttributeDescription("destination", "where they go, one for each"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let rank = call.x.shape.rank
        guard let sources = try call.attributes.integers("source"),
            let destinations = try call.attributes.integers("destination"), sources.count == destinations.count
        else { throw OpError(attribute: "destination", "`source` and `destination` name as many axes.") }
        let from = try Attributes.normalized(sources, "source", rank: rank)
        let to = try Attributes.normalized(destinations, "destination", rank: rank)
        var axes = (0..<rank).filter { !from.contains($0) }
        for (source, destination) in zip(from, to).sorted(by: { $0.1 < $1.1 }) {
            axes.insert(source, at: destination)
        }
        return call.x.permute(axes)
    }
}

/// Two axes exchanged.
enum SwapAxes: Composite {
    static let summary = "The operand with two axes exchanged."
    static let formula = "x"
    static let derivative = "1"
    static let aliases = ["swapdims"]
    static let attributes = [
        AttributeDescription("axis1", "an axis"), AttributeDescription("axis2", "the other"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let rank = call.x.shape.rank
        var axes = Array(0..<rank)
        axes.swapAt(try call.attributes.axis("axis1", rank: rank), try call.attributes.axis("axis2", rank: rank))
        return call.x.permute(axes)
    }
}

/// One axis.
enum Flatten: Composite {
    static let summary = "The elements, in row-major order, as a vector."
    static let formula = "x"
    static let derivative = "1"
    static let aliases = ["ravel"]

    static func expand(_ call: OpCall) throws(OpError) -> Value { call.x.reshape([call.x.shape.count]) }
}

/// Arrays along a new axis.
enum Stack: Composite {
    static let summary = "Arrays of one shape along an axis that is put in."
    static let formula = "x, y, ... joined"
    static let derivative = "1"
    static let operands: [Operand] = ["x", "y"]
    static let arities = 1...Int(UInt16.max)
    static let attributes = [AttributeDescription("axis", "the place of the new axis; left out, the first")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shapes = call.operands.map(\.shape)
        guard shapes.allSatisfy({ $0 == shapes[0] }) else { throw .shapes("stack", shapes, "operands of one shape") }
        let axis = try call.attributes.axis(rank: shapes[0].rank + 1, default: 0)
        return try Value.applying(
            .concat, call.operands.map { $0.expandingDimensions([axis]) }, ["axis": .number(Double(axis))])
    }
}

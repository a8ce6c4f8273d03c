extension Attributes {
    /// How many segments there are, for a number of each part along the first axis of the first of two shapes.
    fileprivate func segmentCount(_ op: Op, _ operands: [Shape]) throws(OpError) -> Int {
        guard let count = try integer("num_segments"), count >= 0 else {
            throw OpError(attribute: "num_segments", "`num_segments` is a whole number that is not negative.")
        }
        guard operands[1].rank == 1, operands[0].extents.first == operands[1].count else {
            throw .shapes(op.name, operands, "one number for each part along the first axis")
        }
        return count
    }
}

/// Sums by segment.
enum SegmentSum: Composite {
    static let summary = "Sums of the parts of the operand along its first axis that have the same segment number."
    static let formula = "r[ids[i]] += x[i]"
    static let derivative = "1; 0 for the numbers"
    static let domain = "whole numbers below `num_segments`"
    static let operands: [Operand] = ["x", "ids"]
    static let attributes = [AttributeDescription("num_segments", "how many segments there are")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let count = try call.attributes.segmentCount(call.op, call.operands.map(\.shape))
        return try Value.applying(
            .takeEmbed, [call.x, call.operands[1]], ["axis": 0, "extent": .number(Double(count))])
    }
}

/// Largest elements by segment.
enum SegmentMaximum: ArrayPrimitive {
    static let summary = "Largest of the elements along the first axis that have the same segment number."
    static let formula = "r[ids[i]] = max(r[ids[i]], x[i])"
    static let derivative = "1 / k for each of the k elements of a segment that are largest, else 0; 0 for the numbers"
    static let domain = SegmentSum.domain
    static let convention: String? =
        "tied elements share the gradient evenly; a NaN is the value and gets the gradient; -inf where there is none"
    static let operands: [Operand] = ["x", "ids"]
    static let attributes = SegmentSum.attributes

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> GatherForm {
        let count = try attributes.segmentCount(.segmentMax, operands)
        return try .whole(operands[0], operands[1], axis: 0, extent: count)
    }

    static func run(_ form: GatherForm, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError) {
        let x = operands[0]
        result.fill(-.infinity)
        try form.each(operands[1]) { result[$0] = Double.maximumOrNaN(result[$0], x[$1]) }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let ids = node.operands[1]
        let extent = node.result.shape.extents[0]
        let largest = Value.apply(.take, [node.result, ids], ["axis": 0])
        let isLargest = largest.notEqual(largest).where(node.x.notEqual(node.x), node.x.equal(largest))
        let counts = isLargest.embedded(at: ids, axis: 0, extent: extent)
        let share = isLargest / Value.apply(.take, [counts, ids], ["axis": 0])
        return tangent.absoluteZeroMultiply(share).embedded(at: ids, axis: 0, extent: extent)
    }

    static func edge(_ form: GatherForm, _ operands: ArrayOperands) -> Edge? {
        let x = operands[0]
        var largest: [Int: (number: Double, isTied: Bool)] = [:]
        // The kernel has refused indices outside before.
        try? form.each(operands[1]) { place, element in
            let (number, known) = (x[element], largest[place])
            if let known, number < known.number { return }
            largest[place] = (number, known?.number == number)
        }
        return largest.values.contains { $0.isTied } ? .tie : nil
    }
}

/// Smallest elements by segment.
enum SegmentMinimum: Composite {
    static let summary = "Smallest of the elements along the first axis that have the same segment number."
    static let formula = "r[ids[i]] = min(r[ids[i]], x[i])"
    static let derivative = "1 / k for each of the k elements of a segment that are smallest, else 0; 0 for the numbers"
    static let domain = SegmentSum.domain
    static let convention: String? =
        "tied elements share the gradient evenly; a NaN is the value and gets the gradient; inf where there is none"
    static let operands: [Operand] = ["x", "ids"]
    static let attributes = SegmentSum.attributes

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.attributes.segmentCount(call.op, call.operands.map(\.shape))
        return -(try Value.applying(.segmentMax, [-call.x, call.operands[1]], call.attributes))
    }
}

/// Linear interpolation between points.
enum PiecewiseInterpolation: Composite {
    static let summary = "Linear interpolation at x between the points (xp, fp), which ascend; constant beyond them."
    static let formula = "lerp(fp[i], fp[i+1], (x - xp[i]) / (xp[i+1] - xp[i])), xp[i] <= x < xp[i+1]"
    static let derivative =
        "(fp[i+1] - fp[i]) / (xp[i+1] - xp[i]); minus that times the weights of both ends; those weights"
    static let domain = "xp strictly ascending, at least two points"
    static let convention: String? = "at a point the slope to its right, at the last that to its left; 0 beyond them"
    static let operands: [Operand] = ["x", "xp", "fp"]

    // The places are found by counting points, which costs an array of every x with every point.
    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (x, points, numbers) = (call.x, call.operands[1], call.operands[2])
        let count = points.shape.count
        guard points.shape.rank == 1, numbers.shape == points.shape, count >= 2,
            Shape(x.shape.extents + [count]) != nil
        else { throw .shapes("interp", call.operands.map(\.shape), "two vectors of as many elements, at least two") }
        let inner = points.slice(axis: 0, from: 1, to: count - 1)
        let isRight = x.expandingDimensions([x.shape.rank]).greaterEqual(inner)
        let place = isRight.sum(over: [x.shape.rank])
        func taken(_ vector: Value, _ place: Value) -> Value { Value.apply(.take, [vector, place], ["axis": 0]) }
        let (left, right) = (taken(points, place), taken(points, place + 1))
        let (low, high) = (taken(numbers, place), taken(numbers, place + 1))
        let weight = ((x - left) / (right - left)).clip(min: 0, max: 1)
        return low + (high - low) * weight
    }
}

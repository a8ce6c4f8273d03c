/// An array as lines along one axis.
struct AxisForm: ArrayForm {
    let shape: Shape
    let axis: Int
    /// How many elements a line has.
    let extent: Int
    /// How far apart the elements of a line are.
    let inner: Int

    /// Reads `axis`, by default the last.
    init(_ shape: Shape, _ attributes: Attributes) throws(OpError) {
        self.shape = shape
        axis = try attributes.axis(rank: shape.rank, default: -1)
        extent = shape.extents[axis]
        inner = shape.extents[(axis + 1)...].reduce(1, *)
    }

    /// How many lines there are.
    var lineCount: Int { extent == 0 ? 0 : shape.count / extent }

    /// Where an element of a line is.
    @inline(__always)
    func element(_ place: Int, of line: Int) -> Int {
        (line / inner * extent + place) * inner + line % inner
    }
}

extension AttributeDescription {
    /// The one axis of an op that works along lines.
    static let lastAxis = AttributeDescription("axis", "the axis; left out, the last")
}

/// The sum of terms as a balanced tree of additions.
func balancedSum(_ start: Int, _ end: Int, _ term: (Int) -> Double) -> Double {
    if end - start <= 8 {
        guard start < end else { return 0 }
        var sum = term(start)
        for place in start + 1..<max(end, start + 1) { sum += term(place) }
        return sum
    }
    let middle = start + (end - start) / 2
    return balancedSum(start, middle, term) + balancedSum(middle, end, term)
}

extension Value {
    /// An op that takes one axis.
    func along(_ axis: Int, _ op: Op) -> Value { Value.apply(op, [self], ["axis": .number(Double(axis))]) }

    /// The value with an axis moved to the end.
    func movingToLast(_ axis: Int) -> Value {
        permute((0..<shape.rank).filter { $0 != axis } + [axis])
    }

    /// The value with its last axis moved to a place.
    func movingLast(to axis: Int) -> Value {
        var axes = Array(0..<shape.rank - 1)
        axes.insert(shape.rank - 1, at: axis)
        return permute(axes)
    }

    /// The value with the axes of a reduction made one, the last.
    func merging(_ form: ReductionForm) -> Value {
        let kept = (0..<shape.rank).filter { !form.axes.contains($0) }
        let extents = kept.map { shape.extents[$0] }
        return permute(kept + form.axes).reshape(extents + [form.count])
    }
}

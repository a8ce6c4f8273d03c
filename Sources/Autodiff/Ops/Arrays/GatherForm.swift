/// Elements of a whole at indices along an axis, as a part.
struct GatherForm: ArrayForm {
    let shape: Shape
    private let outer: Int
    private let extent: Int
    private let count: Int
    private let inner: Int
    /// Whether each element of the part has an index of its own.
    private let isAlong: Bool

    /// The part that one list of indices takes out of a whole.
    static func part(_ whole: Shape, _ indices: Shape, axis: Int) throws(OpError) -> GatherForm {
        let (before, after) = (whole.extents[..<axis], whole.extents[(axis + 1)...])
        guard let shape = Shape(before + indices.extents + after) else {
            throw OpError(.shapeMismatch, "A part of shape \(whole) by indices of shape \(indices) is too large.")
        }
        return GatherForm(
            shape: shape, outer: before.reduce(1, *), extent: whole.extents[axis], count: indices.count,
            inner: after.reduce(1, *), isAlong: false)
    }

    /// The whole that a part by one list of indices belongs to.
    static func whole(_ part: Shape, _ indices: Shape, axis: Int, extent: Int) throws(OpError) -> GatherForm {
        let end = axis + indices.rank
        guard end <= part.rank, Array(part.extents[axis..<end]) == indices.extents,
            let shape = Shape(part.extents[..<axis] + [extent] + part.extents[end...])
        else { throw .shapes("take_embed", [part, indices], "a part whose axes from `axis` on are the indices'") }
        return GatherForm(
            shape: shape, outer: part.extents[..<axis].reduce(1, *), extent: extent, count: indices.count,
            inner: part.extents[end...].reduce(1, *), isAlong: false)
    }

    /// Whole and part where each element has an index of its own.
    static func along(
        _ op: String, _ indices: Shape, axis: Int, extent: Int, resultIsPart: Bool
    ) throws(OpError) -> GatherForm {
        var extents = indices.extents
        extents[axis] = extent
        guard let whole = Shape(extents) else { throw .shapes(op, [indices], "fewer elements") }
        return GatherForm(
            shape: resultIsPart ? indices : whole, outer: extents[..<axis].reduce(1, *), extent: extent,
            count: indices.extents[axis], inner: extents[(axis + 1)...].reduce(1, *), isAlong: true)
    }

    /// Goes over the elements of the part, with the place of each in the whole.
    func each(_ indices: ArrayView, _ body: (_ whole: Int, _ part: Int) -> Void) throws(OpError) {
        var element = 0
        for block in 0..<outer {
            for index in 0..<count {
                for offset in 0..<inner {
                    let place = try place(indices[isAlong ? element : index])
                    body((block * extent + place) * inner + offset, element)
                    element += 1
                }
            }
        }
    }

    private func place(_ index: Double) throws(OpError) -> Int {
        guard let whole = Int(exactly: index) else {
            throw OpError(.indexOutOfRange, "An index is a whole number, not \(index).")
        }
        guard whole >= -extent, whole < extent else {
            throw OpError(
                .indexOutOfRange,
                extent == 0
                    ? "The index \(whole) is outside of an axis that has no elements."
                    : "The index \(whole) is outside of an axis that has those from \(-extent) to \(extent - 1).")
        }
        return whole < 0 ? whole + extent : whole
    }
}

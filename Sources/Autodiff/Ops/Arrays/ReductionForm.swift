/// A reduction over axes: for each element of the result where its first operand element is, and how far from there
/// the others are.
struct ReductionForm: ArrayForm {
    let shape: Shape
    /// The axes that are reduced, ascending.
    let axes: [Int]
    /// The shape of the result with the reduced axes still in it, of extent 1.
    let keptShape: Shape
    /// For each element of the result the operand element that comes first in it.
    private(set) var starts: PlaceList
    /// Where the elements of one result are, from its first on, in row-major order.
    private(set) var offsets: PlaceList

    /// How many elements are reduced to one.
    var count: Int { offsets.count }

    /// Reads `axis` and `keepdims`.
    init(_ op: String, _ operands: [Shape], _ attributes: Attributes) throws(OpError) {
        let operand = operands[0]
        axes = try attributes.axes(rank: operand.rank)
        let keepsDimensions = try attributes.flag("keepdims")
        let strides = operand.strides
        var kept: [Int] = []
        var keptStrides: [Int] = []
        var reduced: [Int] = []
        var reducedStrides: [Int] = []
        var all = operand.extents
        for (axis, extent) in operand.extents.enumerated() {
            if axes.contains(axis) {
                all[axis] = 1
                reduced.append(extent)
                reducedStrides.append(strides[axis])
            } else {
                kept.append(extent)
                keptStrides.append(strides[axis])
            }
        }
        guard let keptShape = Shape(all), let bare = Shape(kept), let inner = Shape(reduced) else {
            throw OpError(.shapeMismatch, "\(op) takes no array of shape \(operand).")
        }
        self.keptShape = keptShape
        shape = keepsDimensions ? keptShape : bare
        starts = PlaceList(bare, strides: keptStrides)
        offsets = PlaceList(inner, strides: reducedStrides)
    }

    mutating func prepare() {
        starts.prepare()
        offsets.prepare()
    }

    /// The elements of one result.
    @inline(__always)
    func element(_ place: Int, of result: Int) -> Int { starts[result] + offsets[place] }
}

extension ArrayNode {
    /// What was reduced, back in the shape of the operand: each element as often as others were reduced with it.
    func broadcastBack(_ reduced: Value) -> Value {
        guard let form = try? ReductionForm(result.op.name, [x.shape], attributes) else { return reduced }
        return reduced.reshape(to: form.keptShape).broadcast(to: x.shape)
    }
}

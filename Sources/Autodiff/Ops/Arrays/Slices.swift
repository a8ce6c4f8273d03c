/// A part of one axis: from a place up to another, exclusive, at a distance.
struct SliceForm: ArrayForm {
    let shape: Shape
    /// For each element of the part its place in the whole.
    private(set) var places: PlaceList

    /// Reads `axis`, `start`, `stop` and `step` with Python's meaning.
    init(_ whole: Shape, _ attributes: Attributes) throws(OpError) {
        let axis = try attributes.axis(rank: whole.rank, default: 0)
        let step = try attributes.integer("step") ?? 1
        if step == 0 { throw OpError(attribute: "step", "`step` is not 0.") }
        let extent = whole.extents[axis]
        func place(_ name: String, default fallback: Int) throws(OpError) -> Int {
            guard let given = try attributes.integer(name) else { return fallback }
            let place = given < 0 ? given + extent : given
            return step > 0 ? min(max(place, 0), extent) : min(max(place, -1), extent - 1)
        }
        let start = try place("start", default: step > 0 ? 0 : extent - 1)
        let stop = try place("stop", default: step > 0 ? extent : -1)
        let distance = step > 0 ? stop - start : start - stop
        var extents = whole.extents
        extents[axis] = distance <= 0 ? 0 : (distance - 1) / Int(clamping: step.magnitude) + 1
        guard let shape = Shape(extents) else {
            throw OpError(.shapeMismatch, "A part of shape \(extents) is too large.")
        }
        self.shape = shape
        var strides = whole.strides
        let origin = start * strides[axis]
        // Where there is one element at the most, the step may be beyond all bounds.
        strides[axis] = extents[axis] > 1 ? step * strides[axis] : 0
        places = PlaceList(shape, strides: strides, from: origin)
    }

    mutating func prepare() { places.prepare() }
}

/// A part of one axis.
enum Slice: LinearPrimitive {
    static let summary = "A part of one axis: from a place up to another, exclusive, at a distance, as in Python."
    static let formula = "x[start:stop:step]"
    static let derivative = "1 for elements in the part, else 0"
    static let attributes = [
        AttributeDescription("axis", "the axis; left out, the first"),
        AttributeDescription("start", "the first place; left out, the beginning; negative, from the end"),
        AttributeDescription("stop", "the place before which it ends; left out, the end"),
        AttributeDescription("step", "the distance, which may be negative; left out, 1"),
    ]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> SliceForm {
        try SliceForm(operands[0], attributes)
    }

    static func run(_ form: SliceForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for (element, place) in form.places.list.enumerated() { result[element] = x[Int(place)] }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        adjoint.embedded(inShape: node.x.shape, node.attributes)
    }
}

/// The transpose of `slice`.
enum SliceEmbed: LinearPrimitive {
    static let summary = "The operand as a part of one axis of zeros: the transpose of slice."
    static let formula = "r[start:stop:step] = x, else 0"
    static let derivative = "1"
    static let attributes =
        [AttributeDescription("shape", "the extents of the whole")] + Slice.attributes

    struct Form: ArrayForm {
        let shape: Shape
        var part: SliceForm

        mutating func prepare() { part.prepare() }
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        guard let shape = try attributes.shape() else { throw OpError(attribute: "shape", "`shape` is missing.") }
        let part = try SliceForm(shape, attributes)
        guard part.shape == operands[0] else {
            throw OpError(
                .shapeMismatch, "The part of shape \(part.shape) takes no array of shape \(operands[0]).")
        }
        return Form(shape: shape, part: part)
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        result.fill(0)
        for (element, place) in form.part.places.list.enumerated() { result[Int(place)] = x[element] }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        var part: [String: AttributeValue] = [:]
        for name in node.attributes.names where name != "shape" { part[name] = node.attributes[name] }
        return Value.apply(.slice, [adjoint], Attributes(part))
    }
}

extension Value {
    /// The value as the part of zeros that a slice takes out.
    func embedded(inShape shape: Shape, _ part: Attributes) -> Value {
        var attributes: [String: AttributeValue] = ["shape": .integers(shape.extents)]
        for name in part.names { attributes[name] = part[name] }
        return Value.apply(.sliceEmbed, [self], Attributes(attributes))
    }
}

/// The middle element.
enum Median: Composite {
    static let summary = "The middle of the elements in order over axes, or the mean of the middle two."
    static let formula = "quantile(x, 1/2)"
    static let derivative = "1 for the middle element, 1/2 for each of the middle two, else 0"
    static let domain = "at least one element"
    static let convention: String? = "the first of tied elements gets what is theirs; NaN where there is one"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try Quantile.Places(call).value(0.5)
    }
}

/// A quantile.
enum Quantile: Composite {
    static let summary = "The number below which a share q of the elements lie over axes, interpolated linearly."
    static let formula = "sort(x) at q (n - 1), linear between places"
    static let derivative = "the weights of the two elements beside the place, else 0"
    static let domain = "at least one element"
    static let convention: String? = Median.convention
    static let attributes: [AttributeDescription] = [
        AttributeDescription("q", "the share, from 0 to 1, or a list of them, along a new first axis"), .axes,
        .keepDimensions,
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shares: [Double]
        switch call.attributes["q"] {
        case .number(let share): shares = [share]
        case .numbers(let list): shares = list
        case _: shares = [.nan]
        }
        guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            throw OpError(attribute: "q", "`q` is a number from 0 to 1, or a list of them.")
        }
        let places = try Places(call)
        guard case .numbers = call.attributes["q"] else { return places.value(shares[0]) }
        guard let shape = Shape([shares.count] + places.shape.extents) else {
            throw .shapes(call.op.name, [call.x.shape], "fewer elements")
        }
        guard !shares.isEmpty else { return call.x.zeros(shape) }
        let values = shares.map { places.value($0).expandingDimensions([0]) }
        return try Value.applying(.concat, values, ["axis": 0])
    }

    /// The elements over axes in their order, to take numbers at places from.
    struct Places {
        let shape: Shape
        /// In order along the last axis; nothing where there are no elements.
        private let sorted: Value?
        /// 1 where a NaN is among the elements.
        private let hasNaN: Value
        private let count: Int

        init(_ call: OpCall) throws(OpError) {
            let form = try ReductionForm.ofSome(
                call.op.name, [call.x.shape], call.attributes.subset(["axis", "keepdims"]))
            shape = form.shape
            count = form.count
            let merged = call.x.merging(form)
            let axis = merged.shape.rank - 1
            sorted = count > 0 ? merged.along(axis, .sort) : nil
            hasNaN = merged.notEqual(merged).sum(over: [axis], keepDimensions: true)
        }

        func value(_ share: Double) -> Value {
            guard let sorted else { return hasNaN.zeros(shape) }
            let axis = sorted.shape.rank - 1
            let place = share * Double(count - 1)
            let weight = place - place.rounded(.down)
            let below = Int(place)
            let lower = sorted.slice(axis: axis, from: below, to: below + 1)
            var result = lower
            if weight > 0 {
                let upper = sorted.slice(axis: axis, from: below + 1, to: below + 2)
                // The mean of the middle two is their sum halved; weights would round twice.
                result = weight == 0.5 ? (lower + upper) * 0.5 : lower * (1 - weight) + upper * weight
            }
            return hasNaN.equal(0).where(result, .nan).reshape(to: shape)
        }
    }
}

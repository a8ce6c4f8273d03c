/// How many elements are not 0.
enum CountNonzero: Composite {
    static let summary = "How many elements over axes are not 0."
    static let formula = "sum(x != 0)"
    static let derivative = "0"
    static let convention: String? = "0 everywhere, also at the step; a NaN is not 0"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try Value.applying(.sum, [call.x.notEqual(0)], call.attributes)
    }
}

/// Whether all elements are not 0.
enum AllNonzero: Composite {
    static let summary = "1 where all elements over axes are not 0, else 0."
    static let formula = "sum(x == 0) == 0"
    static let derivative = "0"
    static let convention: String? = "1 for no elements; a NaN is not 0"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try Value.applying(.sum, [call.x.equal(0)], call.attributes).equal(0)
    }
}

/// Whether an element is not 0.
enum AnyNonzero: Composite {
    static let summary = "1 where any element over axes is not 0, else 0."
    static let formula = "sum(x != 0) != 0"
    static let derivative = "0"
    static let convention: String? = "0 for no elements; a NaN is not 0"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        try Value.applying(.sum, [call.x.notEqual(0)], call.attributes).notEqual(0)
    }
}

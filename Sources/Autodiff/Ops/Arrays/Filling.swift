/// A one for each class.
enum OneHot: Composite {
    static let summary = "For each class number a vector with 1 at its place, 0 elsewhere, along a new last axis."
    static let formula = "1 if x == i else 0"
    static let derivative = "0"
    static let convention: String? = "zeros for what is no class"
    static let attributes = [AttributeDescription("num_classes", "how many classes there are")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard let count = try call.attributes.integer("num_classes"), count >= 0 else {
            throw OpError(attribute: "num_classes", "`num_classes` is a whole number that is not negative.")
        }
        guard Shape(call.x.shape.extents + [count]) != nil else {
            throw OpError(.shapeMismatch, "one_hot makes an array that is too large.")
        }
        let classes = call.x.zeros(Shape(vectorOf: count)).along(0, .positions)
        return call.x.expandingDimensions([call.x.shape.rank]).equal(classes)
    }
}

/// Zeros.
enum ZerosLike: Composite {
    static let summary = "Zeros in the shape of the operand."
    static let formula = "0"
    static let derivative = "0"

    static func expand(_ call: OpCall) throws(OpError) -> Value { call.x.zeros() }
}

/// Ones.
enum OnesLike: Composite {
    static let summary = "Ones in the shape of the operand."
    static let formula = "1"
    static let derivative = "0"

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        call.constant(Tensor(1)).broadcast(to: call.x.shape)
    }
}

/// One number everywhere.
enum FullLike: Composite {
    static let summary = "One number everywhere in the shape of the operand."
    static let formula = "fill_value"
    static let derivative = "0"
    static let attributes = [AttributeDescription("fill_value", "the number")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard let number = try call.attributes.number("fill_value") else {
            throw OpError(attribute: "fill_value", "`fill_value` is missing.")
        }
        return call.constant(Tensor(number)).broadcast(to: call.x.shape)
    }
}

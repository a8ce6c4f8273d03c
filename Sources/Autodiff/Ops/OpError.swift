/// What is wrong with the operands or attributes of an op, before it is known where in a request they stand.
public struct OpError: Error, Equatable, Sendable {
    /// What kind of mistake it is.
    public let code: GraphError.Code
    /// One sentence: what is wrong and what would be right.
    public let detail: String
    /// The attribute concerned.
    public let attribute: String?
    /// The name that was probably meant.
    public var suggestion: String?

    /// Makes an error.
    public init(_ code: GraphError.Code, _ detail: String, attribute: String? = nil) {
        self.code = code
        self.detail = detail
        self.attribute = attribute
    }

    /// Makes an error about an attribute.
    public init(attribute: String, _ detail: String) {
        self.init(.invalidAttribute, detail, attribute: attribute)
    }

    /// Shapes of operands that do not fit an op.
    static func shapes(_ op: String, _ shapes: [Shape], _ wanted: String) -> OpError {
        let list = shapes.map(\.description).joined(separator: " and ")
        return OpError(.shapeMismatch, "\(op) takes \(wanted), not \(shapes.count == 1 ? "shape" : "shapes") \(list).")
    }
}

extension OpError {
    /// Another number of operands than an op takes.
    static func arity(
        _ op: String, _ arities: ClosedRange<Int>, _ given: Int, in place: String? = nil
    ) -> OpError {
        let wanted =
            if arities.count == 1 {
                "\(arities.lowerBound) \(arities.lowerBound == 1 ? "operand" : "operands")"
            } else if arities.upperBound == .max {
                "\(arities.lowerBound) or more operands"
            } else {
                "\(arities.lowerBound) to \(arities.upperBound) operands"
            }
        return OpError(.wrongArity, "\(op) takes \(wanted)\(place.map { " in \($0)" } ?? ""), not \(given).")
    }

    /// An attribute that an op does not take.
    static func unknownAttribute(_ name: String, of op: String, known: [String]) -> OpError {
        let suggestion = nearestName(to: name, among: known)
        let hint =
            if known.isEmpty {
                "it takes operands only."
            } else if let suggestion {
                "did you mean `\(suggestion)`?"
            } else {
                "it takes \(known.map { "`\($0)`" }.joined(separator: ", "))."
            }
        var error = OpError(.unknownField, "\(op) takes no `\(name)`; \(hint)", attribute: name)
        error.suggestion = suggestion
        return error
    }
}

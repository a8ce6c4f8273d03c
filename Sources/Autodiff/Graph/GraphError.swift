/// What is wrong with a function or with what is bound to it, and where.
public struct GraphError: Error, Equatable, Sendable {
    /// What kind of mistake it is; the raw value is the stable code on the wire.
    public enum Code: String, CaseIterable, Sendable {
        /// An id that is empty, too long, or holds control characters.
        case invalidID = "invalid-id"
        /// An id that two nodes have.
        case duplicateID = "duplicate-id"
        /// An id that no node has.
        case unknownID = "unknown-id"
        /// An op that does not exist.
        case unknownOp = "unknown-op"
        /// Another number of operands than the op takes.
        case wrongArity = "wrong-arity"
        /// An attribute that the op does not take, or lacks, or that makes no sense.
        case invalidAttribute = "invalid-attribute"
        /// A field or keyword that the op does not have.
        case unknownField = "unknown-field"
        /// A field that has to be there.
        case missingField = "missing-field"
        /// A node that is computed from itself.
        case cycle
        /// Shapes that do not fit.
        case shapeMismatch = "shape-mismatch"
        /// An index that is not one of an axis.
        case indexOutOfRange = "index-out-of-range"
        /// An input that has neither a binding nor a default.
        case missingInput = "missing-input"
        /// A binding that names no input.
        case unknownInput = "unknown-input"
        /// Several outputs where one is wanted, or none at all.
        case ambiguousOutput = "ambiguous-output"
        /// An output that is not a scalar where one is wanted.
        case notScalar = "not-scalar"
        /// An expression that does not read.
        case invalidExpression = "invalid-expression"
        /// More nodes or deeper nesting than the server allows.
        case limitExceeded = "limit-exceeded"
    }

    /// One step into a document.
    public enum Step: Equatable, Sendable {
        /// A field of an object.
        case field(String)
        /// An element of a list.
        case element(Int)
    }

    /// Where the mistake is.
    public enum Place: Equatable, Sendable {
        /// In a graph document: the way from its root.
        case graph([Step])
        /// In an expression: line and column, from 1, and the line with a caret under the place.
        case expression(line: Int, column: Int, excerpt: String)
        /// In the expression of a function of a graph document: the way to it, and the place in it.
        case function([Step], line: Int, column: Int, excerpt: String)
        /// In what is bound to the inputs: the way from the bindings' root.
        case inputs([Step])
        /// Elsewhere in a request: the way from its root.
        case request([Step])
    }

    /// What kind of mistake it is.
    public let code: Code
    /// One sentence: what is wrong and what would be right.
    public let detail: String
    /// Where it is, if it is in one place.
    public let place: Place?
    /// The id of the node concerned.
    public let node: String?
    /// The name that was probably meant.
    public let suggestion: String?

    /// Makes an error.
    public init(
        _ code: Code, _ detail: String, at place: Place? = nil, node: String? = nil, suggestion: String? = nil
    ) {
        self.code = code
        self.detail = detail
        self.place = place
        self.node = node
        self.suggestion = suggestion
    }
}

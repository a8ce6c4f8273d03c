/// A node as a graph document states it, before anything about it is checked.
public struct NodeDescription: Sendable {
    /// An operand as it is written.
    public enum Argument: Sendable {
        /// The id of a node.
        case id(String)
        /// A number that stands for a constant of its own.
        case number(Double)
    }

    /// The id, unique among the nodes.
    public var id: String
    /// The name or an alias of the op.
    public var op: String
    /// The operands, in their order.
    public var arguments: [Argument]
    /// The number or array of a constant, or the default of an input.
    public var value: Tensor?
    /// The extents of an input.
    public var shape: [Int]?

    /// Makes a description.
    public init(
        _ id: String, _ op: String, _ arguments: [Argument] = [], value: Tensor? = nil, shape: [Int]? = nil
    ) {
        self.id = id
        self.op = op
        self.arguments = arguments
        self.value = value
        self.shape = shape
    }
}

extension NodeDescription.Argument: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// The id of a node.
    public init(stringLiteral value: String) { self = .id(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

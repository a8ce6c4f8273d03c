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
    /// What the op takes besides: the `shape` of an input, the `axis` of a sum.
    public var attributes: Attributes

    /// Makes a description.
    public init(
        _ id: String, _ op: String, _ arguments: [Argument] = [], value: Tensor? = nil,
        attributes: Attributes = [:]
    ) {
        self.id = id
        self.op = op
        self.arguments = arguments
        self.value = value
        self.attributes = attributes
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

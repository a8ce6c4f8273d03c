/// How large a function may be.
public struct GraphLimits: Sendable {
    /// The most nodes, literals in arguments and intermediates included.
    public var nodes: Int
    /// How deep parentheses and calls may nest in an expression.
    public var nesting: Int
    /// The most elements that all arrays of a graph may have together.
    public var elements: Int

    /// Makes limits; the defaults suit a library.
    public init(nodes: Int = 10_000_000, nesting: Int = 1_000, elements: Int = 100_000_000) {
        self.nodes = nodes
        self.nesting = nesting
        self.elements = elements
    }
}

/// A number or array that is bound when the graph runs.
enum InputSource: SourcePrimitive {
    static let summary = "A number or array that the request binds; `value` is its default, `shape` its extents."
    static let formula = "x"
    static let derivative = "none: it has no operands"
}

/// A number or array that is part of the graph.
enum ConstantSource: SourcePrimitive {
    static let summary = "A number or array that is part of the graph: `value`."
    static let formula = "value"
    static let derivative = "none: it has no operands"
    static let aliases = ["const"]
}

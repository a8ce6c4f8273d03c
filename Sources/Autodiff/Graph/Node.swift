/// A node's place in its graph's order of evaluation.
public typealias NodeIndex = Int32

/// One node: an op, where its operands stand in the graph's operand list, and its shape.
///
/// Plain data, so that a graph can be printed, hashed, cached and sent to a thread.
struct Node: BitwiseCopyable, Sendable {
    let op: Op
    let operandCount: UInt16
    let operandStart: Int32
    /// Index into the graph's list of distinct shapes.
    let shape: Int32
    /// What the op makes of it: where a constant's literal starts, which input this is.
    let payload: Int32
}

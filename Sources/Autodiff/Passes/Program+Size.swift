import CVectorMath

extension Program {
    /// How large a program is.
    package struct Size: Sendable {
        /// How many numbers a run computes elementwise, and how many array ops it runs.
        package let ops: Int
        /// How many instructions that takes: loops over elements, and array ops.
        package let runs: Int
        /// How many numbers the workspace holds.
        package let slots: Int
        /// The bytes that a run touches: workspace, instructions, index lists and constants.
        package let bytes: Int
    }

    /// How large the program is.
    package var size: Size {
        Size(
            ops: instructions.reduce(0) { $0 + ($1.op.isArray ? 1 : $1.resultCount) }, runs: instructions.count,
            slots: workspaceCount,
            bytes: workspaceCount * MemoryLayout<Double>.stride
                + instructions.count * MemoryLayout<Instruction>.stride
                + steps.count * MemoryLayout<ArrayStep>.stride
                + indices.count * MemoryLayout<Int32>.stride + constants.count * MemoryLayout<Double>.stride)
    }
}

extension Graph {
    /// How many nodes compute something: all but inputs and constants.
    package var computingCount: Int { nodes.reduce(0) { $0 + ($1.operandCount > 0 ? 1 : 0) } }
}

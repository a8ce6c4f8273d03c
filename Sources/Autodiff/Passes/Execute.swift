extension Program {
    /// Runs the program at a point.
    ///
    /// - Parameters:
    ///   - inputs: The numbers of all inputs, one after the other; as many as `inputCount`.
    ///   - workspace: Where it works; grown to `workspaceCount`, and worth keeping for the next run.
    ///   - deadline: Asked between instructions whether to go on.
    /// - Returns: The numbers of the wanted nodes, one node after the other, in their order.
    /// - Throws: That the deadline passed, or what an array op refuses.
    package func run(
        inputs: [Double], workspace: inout [Double], deadline: some Deadline = Unlimited()
    ) throws(RunFailure) -> [Double] {
        precondition(inputs.count == inputCount, "a program of \(inputCount) inputs was given \(inputs.count)")
        if workspace.count < workspaceCount {
            workspace.append(contentsOf: repeatElement(0, count: workspaceCount - workspace.count))
        }
        workspace.replaceSubrange(0..<constants.count, with: constants)
        workspace.replaceSubrange(constants.count..<constants.count + inputCount, with: inputs)
        try execute(&workspace, deadline: deadline)
        var numbers: [Double] = []
        numbers.reserveCapacity(results.reduce(0) { $0 + Int($1.count) })
        for result in results {
            let start = Int(result.offset)
            numbers.append(contentsOf: workspace[start..<start + Int(result.count)])
        }
        return numbers
    }

    private func execute(_ workspace: inout [Double], deadline: some Deadline) throws(RunFailure) {
        var work = 0
        try unsafe workspace.withUnsafeMutableBufferPointer { numbers throws(RunFailure) in
            try unsafe indices.withUnsafeBufferPointer { indices throws(RunFailure) in
                let memory = unsafe Memory(numbers: numbers, indices: indices)
                for instruction in instructions {
                    if instruction.op.isArray {
                        try unsafe steps[Int(instruction.first.start)].run(numbers)
                    } else {
                        var kernel = unsafe Kernel(memory: memory, instruction: instruction)
                        unsafe instruction.op.interpret(&kernel)
                    }
                    work += Int(instruction.count) + 1
                    if work > 1 << 16 {
                        guard !deadline.hasPassed else { throw .deadlinePassed }
                        work = 0
                    }
                }
            }
        }
    }
}

extension ArrayStep {
    fileprivate func run(_ numbers: UnsafeMutableBufferPointer<Double>) throws(RunFailure) {
        guard let base = numbers.baseAddress else { return }
        do { try unsafe run(base) } catch { throw .op(error) }
    }
}

/// Why a program gave no numbers.
package enum RunFailure: Error {
    /// The deadline passed.
    case deadlinePassed
    /// An array op refused its operands: an index outside of an array.
    case op(OpError)
}

/// A moment after which an answer is of no use.
package protocol Deadline: Sendable {
    /// Whether it is over.
    var hasPassed: Bool { get }
}

/// No deadline.
package struct Unlimited: Deadline {
    package init() {}
    package var hasPassed: Bool { false }
}

extension ContinuousClock.Instant: Deadline {
    package var hasPassed: Bool { self < .now }
}

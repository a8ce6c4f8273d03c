extension Program {
    /// Runs the program at a point.
    ///
    /// - Parameters:
    ///   - inputs: The numbers of all inputs, one after the other; as many as `inputCount`.
    ///   - workspace: Where it works; grown to `workspaceCount`, and worth keeping for the next run.
    ///   - deadline: Asked between instructions whether to go on.
    /// - Returns: The numbers of the wanted nodes, in their order; nothing where the deadline passed.
    package func run(
        inputs: [Double], workspace: inout [Double], deadline: some Deadline = Unlimited()
    ) -> [Double]? {
        precondition(inputs.count == inputCount, "a program of \(inputCount) inputs was given \(inputs.count)")
        if workspace.count < workspaceCount {
            workspace.append(contentsOf: repeatElement(0, count: workspaceCount - workspace.count))
        }
        workspace.replaceSubrange(0..<constants.count, with: constants)
        workspace.replaceSubrange(constants.count..<constants.count + inputCount, with: inputs)
        guard execute(&workspace, deadline: deadline) else { return nil }
        return results.map { workspace[Int($0)] }
    }

    private func execute(_ workspace: inout [Double], deadline: some Deadline) -> Bool {
        var work = 0
        return unsafe workspace.withUnsafeMutableBufferPointer { numbers in
            unsafe indices.withUnsafeBufferPointer { indices in
                let memory = unsafe Memory(numbers: numbers, indices: indices)
                for instruction in instructions {
                    var kernel = unsafe Kernel(memory: memory, instruction: instruction)
                    unsafe instruction.op.interpret(&kernel)
                    work += Int(instruction.count) + 1
                    if work > 1 << 16 {
                        guard !deadline.hasPassed else { return false }
                        work = 0
                    }
                }
                return true
            }
        }
    }
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

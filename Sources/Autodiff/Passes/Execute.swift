import CVectorMath

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
        var numbers = [Double](repeating: 0, count: resultCount)
        try run(inputs: inputs, into: &numbers, workspace: &workspace, deadline: deadline)
        return numbers
    }

    /// Runs the program at a point, and allocates nothing where the workspace is large enough.
    ///
    /// - Parameters:
    ///   - inputs: The numbers of all inputs, one after the other; as many as `inputCount`.
    ///   - numbers: Gets the numbers of the wanted nodes; as many as `resultCount`.
    ///   - workspace: Where it works; grown to `workspaceCount`, and worth keeping for the next run.
    ///   - deadline: Asked between instructions whether to go on.
    /// - Throws: That the deadline passed, or what an array op refuses.
    package func run(
        inputs: [Double], into numbers: inout [Double], workspace: inout [Double],
        deadline: some Deadline = Unlimited()
    ) throws(RunFailure) {
        precondition(inputs.count == inputCount, "a program of \(inputCount) inputs was given \(inputs.count)")
        precondition(numbers.count == resultCount, "a program of \(resultCount) results was to give \(numbers.count)")
        if workspace.count < workspaceCount {
            workspace.append(contentsOf: repeatElement(0, count: workspaceCount - workspace.count))
        }
        try unsafe workspace.withUnsafeMutableBufferPointer { workspace throws(RunFailure) in
            guard let base = workspace.baseAddress else { return }
            for index in constants.indices { unsafe base[index] = constants[index] }
            for index in inputs.indices { unsafe base[constants.count + index] = inputs[index] }
            try unsafe execute(base, lanes: 1, of: 1, scratch: base, deadline: deadline)
            var next = 0
            for result in results {
                for index in Int(result.offset)..<Int(result.offset + result.count) {
                    unsafe numbers[next] = base[index]
                    next += 1
                }
            }
        }
    }

    /// Computes all instructions, at one point or at several side by side, whose constants and inputs are in place.
    ///
    /// - Parameters:
    ///   - base: The workspace.
    ///   - lanes: How many points there are.
    ///   - width: How many there is room for; those behind the last point are computed along, but for array ops.
    ///   - scratch: Where array ops find the numbers of a point side by side, where there are several.
    ///   - deadline: Asked between instructions whether to go on.
    /// - Throws: That the deadline passed, or what an array op refuses.
    func execute(
        _ base: UnsafeMutablePointer<Double>, lanes: Int, of width: Int, scratch: UnsafeMutablePointer<Double>,
        deadline: some Deadline
    ) throws(RunFailure) {
        var work = 0
        try unsafe indices.withUnsafeBufferPointer { indices throws(RunFailure) in
            let memory = unsafe Memory(numbers: base, indices: indices, width: width)
            var vectors = unsafe CVectorMath_Memory(numbers: base, places: indices.baseAddress, width: width)
            try unsafe instructions.withUnsafeBufferPointer { instructions throws(RunFailure) in
                guard var instruction = instructions.baseAddress else { return }
                let end = unsafe instruction + instructions.count
                while unsafe instruction < end {
                    let count = unsafe Int(instruction.pointee.run.count)
                    if let vector = unsafe instruction.pointee.vector,
                        unsafe width > 1 || count >= Self.vectorCount || instruction.pointee.hasTwoResults
                    {
                        unsafe vector(instruction.pointer(to: \.run), &vectors)
                    } else {
                        try unsafe execute(instruction.pointee, memory, lanes: lanes, scratch: scratch)
                    }
                    work += count * width + 1
                    if work > 1 << 16 {
                        guard !deadline.hasPassed else { throw .deadlinePassed }
                        work = 0
                    }
                    unsafe instruction += 1
                }
            }
        }
    }

    /// Computes an instruction that no vector function computes, or of so few elements that a call is not repaid.
    @inline(__always)
    private func execute(
        _ instruction: Instruction, _ memory: Memory, lanes: Int, scratch: UnsafeMutablePointer<Double>
    ) throws(RunFailure) {
        if instruction.vector == nil, instruction.op.isArray {
            let step = steps[Int(instruction.run.first.start)]
            do throws(OpError) {
                if unsafe memory.width == 1 {
                    try unsafe step.run(memory.numbers)
                } else {
                    try unsafe step.run(memory.numbers, lanes: lanes, of: memory.width, scratch: scratch)
                }
            } catch { throw .op(error) }
        } else if unsafe memory.width > 1 {
            var kernel = unsafe LaneKernel(memory: memory, instruction: instruction)
            unsafe instruction.op.interpret(&kernel)
        } else {
            var kernel = unsafe Kernel(memory: memory, instruction: instruction)
            unsafe instruction.op.interpret(&kernel)
        }
    }

    /// From how many elements on a call of a vector function is repaid.
    private static var vectorCount: Int { 4 }
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

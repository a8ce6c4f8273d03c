import CVectorMath

/// One instruction at several points side by side: the number of a slot at a point is at slot * width + lane.
@unsafe struct LaneKernel: NodeInterpretation {
    let memory: Memory
    let instruction: Program.Instruction

    func source<P: SourcePrimitive>(_ primitive: P.Type) {}
    // A step of its own, which may refuse its operands.
    func array<P: ArrayPrimitive>(_ primitive: P.Type) {}

    @inline(__always)
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) {
        let first = unsafe instruction.run.first
        for element in 0..<(unsafe count) {
            let (x, r) = unsafe (address(first, element), result(element))
            for lane in 0..<(unsafe width) { unsafe r[lane] = P.value(x[lane]) }
        }
    }

    @inline(__always)
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) {
        let (first, second) = unsafe (instruction.run.first, instruction.run.second)
        for element in 0..<(unsafe count) {
            let (x, y, r) = unsafe (address(first, element), address(second, element), result(element))
            for lane in 0..<(unsafe width) { unsafe r[lane] = P.value(x[lane], y[lane]) }
        }
    }

    @inline(__always)
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) {
        let run = unsafe instruction.run
        let (first, second, third) = (run.first, run.second, run.third)
        for element in 0..<(unsafe count) {
            let (x, y) = unsafe (address(first, element), address(second, element))
            let (z, r) = unsafe (address(third, element), result(element))
            for lane in 0..<(unsafe width) { unsafe r[lane] = P.value(x[lane], y[lane], z[lane]) }
        }
    }

    @inline(__always)
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) {
        let (first, second) = unsafe (instruction.run.first, instruction.run.second)
        let (third, fourth) = unsafe (instruction.run.third, instruction.fourth)
        for element in 0..<(unsafe count) {
            let (x, y) = unsafe (address(first, element), address(second, element))
            let (z, w, r) = unsafe (address(third, element), address(fourth, element), result(element))
            for lane in 0..<(unsafe width) { unsafe r[lane] = P.value(x[lane], y[lane], z[lane], w[lane]) }
        }
    }

    /// How many points there are.
    private var width: Int { unsafe memory.width }
    private var count: Int { unsafe Int(instruction.run.count) }

    @inline(__always)
    private func result(_ element: Int) -> UnsafeMutablePointer<Double> {
        unsafe memory.numbers + (Int(instruction.run.result) + element) * width
    }

    /// Where an operand's numbers for an element begin.
    @inline(__always)
    private func address(_ operand: Program.Operand, _ element: Int) -> UnsafePointer<Double> {
        let start = Int(operand.start)
        let slot =
            switch operand.access {
            case .repeated: start
            case .contiguous: start + element
            case .gathered: unsafe Int(memory.indices[start + element])
            }
        return unsafe UnsafePointer(memory.numbers + slot * width)
    }
}

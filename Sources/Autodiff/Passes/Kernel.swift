import CVectorMath

/// The workspace and the index lists, while a program runs.
@unsafe struct Memory {
    let numbers: UnsafeMutablePointer<Double>
    let indices: UnsafeBufferPointer<Int32>

    @inline(__always)
    func load(_ operand: Program.Operand, _ element: Int) -> Double {
        let start = Int(operand.start)
        return switch operand.access {
        case .repeated: unsafe numbers[start]
        case .contiguous: unsafe numbers[start + element]
        case .gathered: unsafe numbers[Int(indices[start + element])]
        }
    }

    /// Where the places of a gathered operand begin; there are some where there is such an operand.
    @inline(__always)
    func places(_ operand: Program.Operand) -> UnsafePointer<Int32> {
        unsafe indices.baseAddress.unsafelyUnwrapped + Int(operand.start)
    }

    /// Where a contiguous operand begins.
    @inline(__always)
    func address(_ operand: Program.Operand) -> UnsafePointer<Double> {
        unsafe UnsafePointer(numbers + Int(operand.start))
    }

    /// An instruction as vector functions take it, at so many points side by side.
    @inline(__always)
    func run(_ instruction: Program.Instruction, width: Int) -> CVectorMath_Run {
        unsafe CVectorMath_Run(
            numbers: numbers, first: vectorOperand(instruction.first), second: vectorOperand(instruction.second),
            third: vectorOperand(instruction.third), results: numbers + Int(instruction.result) * width,
            second_results: numbers + Int(instruction.secondResult) * width, count: Int(instruction.count), width: width
        )
    }

    @inline(__always)
    private func vectorOperand(_ operand: Program.Operand) -> CVectorMath_Operand {
        switch operand.access {
        case .repeated: unsafe CVectorMath_Operand(places: nil, start: Int(operand.start), step: 0)
        case .contiguous: unsafe CVectorMath_Operand(places: nil, start: Int(operand.start), step: 1)
        case .gathered: unsafe CVectorMath_Operand(places: places(operand), start: 0, step: 0)
        }
    }
}

/// One instruction over its elements: a tight loop for each kind of op and manner of access.
@unsafe struct Kernel: NodeInterpretation {
    let memory: Memory
    let instruction: Program.Instruction

    func source<P: SourcePrimitive>(_ primitive: P.Type) {}
    // A step of its own, which may refuse its operands.
    func array<P: ArrayPrimitive>(_ primitive: P.Type) {}

    @inline(__always)
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) {
        if let vector = P.vector, unsafe count > 1 || instruction.hasTwoResults {
            return unsafe vector(memory.run(instruction, width: 1))
        }
        let first = unsafe instruction.first
        switch first.access {
        case .repeated:
            let value = unsafe P.value(memory.numbers[Int(first.start)])
            unsafe each { _ in value }
        case .contiguous:
            unsafe each { unsafe P.value(memory.numbers[Int(first.start) + $0]) }
        case .gathered:
            let (numbers, places) = unsafe (memory.numbers, memory.places(first))
            unsafe each { unsafe P.value(numbers[Int(places[$0])]) }
        }
    }

    @inline(__always)
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) {
        if let vector = P.vector, unsafe count >= Self.vectorCount {
            return unsafe vector(memory.run(instruction, width: 1))
        }
        let (first, second) = unsafe (instruction.first, instruction.second)
        switch (first.access, second.access) {
        case (.contiguous, .contiguous):
            unsafe each {
                unsafe P.value(memory.numbers[Int(first.start) + $0], memory.numbers[Int(second.start) + $0])
            }
        case (.gathered, .gathered):
            let (numbers, x, y) = unsafe (memory.numbers, memory.places(first), memory.places(second))
            unsafe each { unsafe P.value(numbers[Int(x[$0])], numbers[Int(y[$0])]) }
        case (.contiguous, .repeated):
            let y = unsafe memory.numbers[Int(second.start)]
            unsafe each { unsafe P.value(memory.numbers[Int(first.start) + $0], y) }
        case (.repeated, .contiguous):
            let x = unsafe memory.numbers[Int(first.start)]
            unsafe each { unsafe P.value(x, memory.numbers[Int(second.start) + $0]) }
        case (_, .repeated):
            let y = unsafe memory.numbers[Int(second.start)]
            unsafe each { unsafe P.value(memory.load(first, $0), y) }
        case (.repeated, _):
            let x = unsafe memory.numbers[Int(first.start)]
            unsafe each { unsafe P.value(x, memory.load(second, $0)) }
        case (.contiguous, .gathered):
            let (numbers, x, y) = unsafe (memory.numbers, memory.address(first), memory.places(second))
            unsafe each { unsafe P.value(x[$0], numbers[Int(y[$0])]) }
        case (.gathered, .contiguous):
            let (numbers, x, y) = unsafe (memory.numbers, memory.places(first), memory.address(second))
            unsafe each { unsafe P.value(numbers[Int(x[$0])], y[$0]) }
        }
    }

    @inline(__always)
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) {
        if let vector = P.vector, unsafe count >= Self.vectorCount {
            return unsafe vector(memory.run(instruction, width: 1))
        }
        let (first, second, third) = unsafe (instruction.first, instruction.second, instruction.third)
        if first.access == .gathered, second.access == .gathered, third.access == .gathered {
            let (numbers, x, y, z) = unsafe (
                memory.numbers, memory.places(first), memory.places(second), memory.places(third)
            )
            unsafe each { unsafe P.value(numbers[Int(x[$0])], numbers[Int(y[$0])], numbers[Int(z[$0])]) }
            return
        }
        unsafe each {
            unsafe P.value(memory.load(first, $0), memory.load(second, $0), memory.load(third, $0))
        }
    }

    @inline(__always)
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) {
        let (first, second) = unsafe (instruction.first, instruction.second)
        let (third, fourth) = unsafe (instruction.third, instruction.fourth)
        unsafe each {
            unsafe P.value(
                memory.load(first, $0), memory.load(second, $0), memory.load(third, $0), memory.load(fourth, $0))
        }
    }

    /// From how many elements on a call of a vector function that is cheap by itself is repaid.
    private static var vectorCount: Int { 4 }

    private var count: Int { unsafe Int(instruction.count) }
    private var result: UnsafeMutablePointer<Double> { unsafe memory.numbers + Int(instruction.result) }

    @inline(__always)
    private func each(_ value: (Int) -> Double) {
        let (result, count) = unsafe (result, count)
        var element = 0
        // By hand: the loop over a range traps on overflows that cannot be.
        while element < count {
            unsafe result[element] = value(element)
            element &+= 1
        }
    }
}

/// An array op laid out to run: its kernel, and where in the workspace it reads and writes.
struct ArrayStep: Sendable {
    private let operands: [Slot]
    private let result: Slot
    private let kernel: ArrayKernel
    /// Where the operands and the result are when they stand one after the other.
    private let packedOperands: [Slot]
    private let packedResult: Slot

    /// How many numbers it reads and writes.
    var elementCount: Int { Int(packedResult.offset + packedResult.count) }

    init(operands: [Slot], result: Slot, kernel: ArrayKernel) {
        self.operands = operands
        self.result = result
        self.kernel = kernel
        var offset: Int32 = 0
        packedOperands = operands.map { slot in
            defer { offset += slot.count }
            return Slot(offset: offset, count: slot.count)
        }
        packedResult = Slot(offset: offset, count: result.count)
    }

    func run(_ base: UnsafeMutablePointer<Double>) throws(OpError) {
        let operands = unsafe ArrayOperands(base, operands)
        try kernel.run(operands, unsafe MutableArrayView(base + Int(result.offset), count: Int(result.count)))
    }

    /// Runs at some of several points whose numbers stand side by side, one after the other, in a scratch of
    /// `elementCount` numbers.
    func run(
        _ base: UnsafeMutablePointer<Double>, lanes: Int, of width: Int, scratch: UnsafeMutablePointer<Double>
    ) throws(OpError) {
        for lane in 0..<lanes {
            for (slot, packed) in zip(operands, packedOperands) {
                let (from, to) = unsafe (base + Int(slot.offset) * width + lane, scratch + Int(packed.offset))
                for element in 0..<Int(slot.count) { unsafe to[element] = from[element * width] }
            }
            let written = unsafe scratch + Int(packedResult.offset)
            try kernel.run(
                unsafe ArrayOperands(scratch, packedOperands),
                unsafe MutableArrayView(written, count: Int(packedResult.count)))
            let to = unsafe base + Int(result.offset) * width + lane
            for element in 0..<Int(result.count) { unsafe to[element * width] = written[element] }
        }
    }
}

/// The kernel of an array op for operands of given shapes.
struct ArrayKernel: Sendable {
    let run: @Sendable (ArrayOperands, MutableArrayView) throws(OpError) -> Void
    let edge: @Sendable (ArrayOperands) -> Edge?

    /// The kernel of a node that was checked when it was made.
    init?(_ op: Op, _ shapes: [Shape], _ attributes: Attributes) {
        var build = Build(shapes: shapes, attributes: attributes)
        guard let kernel = op.interpret(&build) else { return nil }
        self = kernel
    }

    private init<P: ArrayPrimitive>(_ primitive: P.Type, _ form: P.Form) {
        var form = form
        form.prepare()
        run = { [form] (operands, result) throws(OpError) in try P.run(form, operands, result) }
        edge = { [form] in P.edge(form, $0) }
    }

    private struct Build: NodeInterpretation {
        let shapes: [Shape]
        let attributes: Attributes

        func source<P: SourcePrimitive>(_ primitive: P.Type) -> ArrayKernel? { nil }
        func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> ArrayKernel? { nil }
        func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> ArrayKernel? { nil }
        func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> ArrayKernel? { nil }
        func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> ArrayKernel? { nil }
        func array<P: ArrayPrimitive>(_ primitive: P.Type) -> ArrayKernel? {
            guard let form = try? P.form(shapes, attributes) else { return nil }
            return ArrayKernel(P.self, form)
        }
    }
}

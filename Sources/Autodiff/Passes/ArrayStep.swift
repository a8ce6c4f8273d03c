/// An array op laid out to run: its kernel, and where in the workspace it reads and writes.
struct ArrayStep: Sendable {
    let operands: [Slot]
    let result: Slot
    let kernel: ArrayKernel

    func run(_ base: UnsafeMutablePointer<Double>) throws(OpError) {
        let operands = unsafe ArrayOperands(base, operands)
        try kernel.run(operands, unsafe MutableArrayView(base + Int(result.offset), count: Int(result.count)))
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

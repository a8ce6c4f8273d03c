/// A meaning given to ops: one method per kind, so that a new op needs nothing and a new kind is asked for everywhere.
protocol Interpretation {
    associatedtype Result
    mutating func source<P: SourcePrimitive>(_ primitive: P.Type) -> Result
    mutating func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Result
    mutating func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Result
    mutating func composite<P: Composite>(_ primitive: P.Type) -> Result
}

/// A meaning given to nodes, of which none is of a composite op: those are expanded when they are appended.
protocol NodeInterpretation: Interpretation {}

extension NodeInterpretation {
    func composite<P: Composite>(_ primitive: P.Type) -> Result {
        preconditionFailure("a node of a composite op")
    }
}

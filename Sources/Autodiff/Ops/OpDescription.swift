/// What is told about an op: the table of `GET /v1/ops`, of the documents, and of the tests.
public struct OpDescription: Sendable {
    /// How many operands there are, and of what manner.
    public enum Kind: String, Sendable {
        /// No operands.
        case source
        /// Elementwise, one operand.
        case unary
        /// Elementwise, two operands that broadcast.
        case binary
        /// Elementwise, three operands that broadcast.
        case ternary
        /// Elementwise, four operands that broadcast.
        case quaternary
    }

    /// The op.
    public let op: Op
    /// The name on the wire.
    public var name: String { op.name }
    /// The kind.
    public let kind: Kind
    /// How many operands.
    public let arity: Int
    /// The primitive, for its texts.
    public let primitive: any Primitive.Type
    /// Names of what an op takes besides operands.
    public let attributes: [String]
    /// Operands in the interior of the domain and away from kinks.
    package let samples: [[Double]]
    /// Whether the operands of a binary op may change places.
    package let isCommutative: Bool
}

extension Op {
    /// What is told about this op.
    public var description: OpDescription {
        var describe = Describe(op: self)
        return interpret(&describe)
    }

    /// The descriptions of all ops, in the order of the list.
    public static let descriptions: [OpDescription] = allCases.map(\.description)

    /// The name on the wire: that of the case, in snake case.
    public var name: String { Op.canonicalNames[Int(rawValue)] }

    private static let canonicalNames: [String] = allCases.map { op in
        String(describing: op).reduce(into: "") { name, letter in
            name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }

    /// How many operands the op takes.
    public var arity: Int { Op.arities[Int(rawValue)] }

    private static let arities: [Int] = descriptions.map(\.arity)

    /// Whether the operands may change places, by raw value.
    static let isCommutative: [Bool] = descriptions.map(\.isCommutative)

    /// The op of a name or alias.
    public static func named(_ name: String) -> Op? { byName[name] }

    /// Every name and alias that is accepted.
    public static var names: some Sequence<String> { byName.keys }

    private static let byName: [String: Op] = {
        var table: [String: Op] = [:]
        for description in descriptions {
            for name in [description.name] + description.primitive.aliases { table[name] = description.op }
        }
        return table
    }()

    private struct Describe: Interpretation {
        let op: Op

        func source<P: SourcePrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.source, 0, P.self, [], attributes: op == .input ? ["value", "shape"] : ["value"])
        }

        func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.unary, 1, P.self, P.samples.map { [$0] })
        }

        func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.binary, 2, P.self, P.samples.map { [$0, $1] }, isCommutative: P.isCommutative)
        }

        func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.ternary, 3, P.self, P.samples.map { [$0, $1, $2] })
        }

        func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.quaternary, 4, P.self, P.samples.map { [$0, $1, $2, $3] })
        }

        private func describe(
            _ kind: OpDescription.Kind, _ arity: Int, _ primitive: any Primitive.Type, _ samples: [[Double]],
            attributes: [String] = [], isCommutative: Bool = false
        ) -> OpDescription {
            OpDescription(
                op: op, kind: kind, arity: arity, primitive: primitive, attributes: attributes, samples: samples,
                isCommutative: isCommutative)
        }
    }
}

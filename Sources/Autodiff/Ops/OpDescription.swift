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
        /// Minds the places of elements.
        case array
        /// Stands for other ops.
        case composite
    }

    /// The op.
    public let op: Op
    /// The name on the wire.
    public var name: String { op.name }
    /// The kind.
    public let kind: Kind
    /// How many operands there may be.
    public let arities: ClosedRange<Int>
    /// How many operands, those with defaults included.
    public var arity: Int { arities.upperBound }
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

    /// The descriptions of all ops that a function may have, in the order of the list.
    public static let descriptions: [OpDescription] = Array(everyDescription.prefix(allCases.count))

    /// Those of the ops of programs too.
    private static let everyDescription: [OpDescription] = everyCase.map(\.description)

    /// The name on the wire: that of the case, in snake case.
    public var name: String { Op.canonicalNames[Int(rawValue)] }

    private static let canonicalNames: [String] = everyCase.map { op in
        String(describing: op).reduce(into: "") { name, letter in
            name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }

    /// How many operands the op takes, those with defaults included.
    public var arity: Int { Op.aritiesOfAll[Int(rawValue)].upperBound }

    /// How many operands the op may be given: those with defaults may be left out.
    public var arities: ClosedRange<Int> { Op.aritiesOfAll[Int(rawValue)] }

    private static let aritiesOfAll: [ClosedRange<Int>] = everyDescription.map(\.arities)

    /// The operands, in their order.
    public var operands: [Operand] { Op.operandsOfAll[Int(rawValue)] }

    private static let operandsOfAll: [[Operand]] = everyDescription.map { $0.primitive.operands }

    /// The names of the attributes.
    var attributeNames: [String] { Op.attributeNamesOfAll[Int(rawValue)] }

    private static let attributeNamesOfAll: [[String]] = everyDescription.map(\.attributes)

    /// The fields that nodes may have besides `id`, `op`, `args` and `value`: attributes, and operands with defaults.
    package static let allAttributeNames: Set<String> = Set(
        descriptions.flatMap { op in
            op.attributes + op.primitive.operands.filter { $0.defaultValue != nil }.map(\.name)
        }
    ).subtracting(["value"])

    /// Whether nodes of the op mind the places of elements.
    var isArray: Bool { Op.kinds[Int(rawValue)] == .array }

    /// Whether nodes of an op mind the places of elements, by raw value.
    static let isArray: [Bool] = kinds.map { $0 == .array }

    /// Whether the op works on each element by itself.
    public var isElementwise: Bool {
        switch Op.kinds[Int(rawValue)] {
        case .unary, .binary, .ternary, .quaternary: true
        case .source, .array, .composite: false
        }
    }

    private static let kinds: [OpDescription.Kind] = everyDescription.map(\.kind)

    /// Whether the operands may change places, by raw value.
    static let isCommutative: [Bool] = everyDescription.map(\.isCommutative)

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
            describe(.source, P.self, attributes: op == .input ? ["value", "shape"] : ["value"])
        }

        func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.unary, P.self, samples: P.samples.map { [$0] })
        }

        func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.binary, P.self, samples: P.samples.map { [$0, $1] }, isCommutative: P.isCommutative)
        }

        func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.ternary, P.self, samples: P.samples.map { [$0, $1, $2] })
        }

        func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.quaternary, P.self, samples: P.samples.map { [$0, $1, $2, $3] })
        }

        func array<P: ArrayPrimitive>(_ primitive: P.Type) -> OpDescription {
            describe(.array, P.self, arities: P.arities)
        }

        func composite<P: Composite>(_ primitive: P.Type) -> OpDescription {
            describe(.composite, P.self, arities: P.arities)
        }

        private func describe<P: Primitive>(
            _ kind: OpDescription.Kind, _ primitive: P.Type, arities: ClosedRange<Int>? = nil,
            attributes: [String]? = nil, samples: [[Double]] = [], isCommutative: Bool = false
        ) -> OpDescription {
            let needed = P.operands.count { $0.defaultValue == nil }
            return OpDescription(
                op: op, kind: kind, arities: arities ?? needed...P.operands.count, primitive: P.self,
                attributes: attributes ?? P.attributes.map(\.name), samples: samples, isCommutative: isCommutative)
        }
    }
}

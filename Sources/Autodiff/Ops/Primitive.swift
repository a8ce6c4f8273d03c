/// What every op declares: its name on the wire and the facts that documents, listings and tests are made of.
///
/// Refines `SendableMetatype` because interpretations pass the types themselves across isolation.
public protocol Primitive: SendableMetatype {
    /// One sentence, ending in a period.
    static var summary: String { get }
    /// The value, with `x`, `y`, `z` for the operands.
    static var formula: String { get }
    /// The derivative with respect to each operand, with `r` for the result.
    static var derivative: String { get }
    /// Where the value is a real number.
    static var domain: String { get }
    /// What holds where the function is not differentiable, or nothing where it is smooth throughout.
    static var convention: String? { get }
    /// Other names that are accepted for it, besides that of its case in `Op`.
    static var aliases: [String] { get }
    /// The operands, in their order.
    static var operands: [Operand] { get }
    /// What the op takes besides operands.
    static var attributes: [AttributeDescription] { get }
}

/// An attribute of an op, as it is told about.
public struct AttributeDescription: Sendable {
    /// The name.
    public let name: String
    /// What it may be, and what it is where it is left out.
    public let summary: String

    /// Makes a description.
    public init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }

    /// The axes of a reduction.
    static let axes = AttributeDescription(
        "axis", "the axis or list of axes, negative ones from the last; left out, all")
    /// Whether a reduction leaves its axes behind.
    static let keepDimensions = AttributeDescription("keepdims", "whether the axes stay, with extent 1; left out, no")
}

/// An operand of an op: its name, by which a keyword can give it, and the number that it is where it is left out.
public struct Operand: Sendable, ExpressibleByStringLiteral {
    /// The name.
    public let name: String
    /// What it is where it is left out; nothing where it must be given.
    public let defaultValue: Double?
    /// Whether it is a whole number, an order or a dimension, with respect to which there is no derivative.
    public let isWhole: Bool

    /// Makes an operand; those with a default come last.
    public init(_ name: String, default defaultValue: Double? = nil, isWhole: Bool = false) {
        self.name = name
        self.defaultValue = defaultValue
        self.isWhole = isWhole
    }

    /// A whole number that must be given.
    static func whole(_ name: String) -> Operand { Operand(name, isWhole: true) }

    /// An operand that must be given.
    public init(stringLiteral value: String) { self.init(value) }
}

/// What is special about a point that a convention had to decide for.
public enum Edge: String, Sendable {
    /// The slope jumps there: the origin for `abs`.
    case kink
    /// Several operands are equally large.
    case tie
    /// The operand is at a bound: of `clip`, say.
    case bound
    /// The domain ends there: 0 for `log`.
    case domainEdge = "domain-edge"
    /// The value is not a real number: -1 for `log`.
    case outsideDomain = "outside-domain"
}

extension Primitive {
    /// Most ops take any real number.
    public static var domain: String { "all real numbers" }
    /// Most ops are smooth.
    public static var convention: String? { nil }
    /// Most ops have one name.
    public static var aliases: [String] { [] }
    /// Most ops take one, `x`.
    public static var operands: [Operand] { ["x"] }
    /// Most ops take operands only.
    public static var attributes: [AttributeDescription] { [] }
}

/// A node that computes nothing: its numbers come from outside.
public protocol SourcePrimitive: Primitive {}

extension SourcePrimitive {
    /// None.
    public static var operands: [Operand] { [] }
}

/// An elementwise function of one operand.
public protocol UnaryPrimitive: Primitive {
    /// Operands in the interior of the domain and away from kinks, for tests.
    static var samples: [Double] { get }
    /// The number kernel.
    static func value(_ x: Double) -> Double
    /// The same over many numbers at once, with the same bits, where there is a faster way than one by one.
    static var vector: UnaryVector? { get }
    /// `dr/dx`, given the operand and the result `r`.
    static func slope(_ x: Value, _ r: Value) -> Slope
    /// What is special about a point, if anything.
    static func edge(_ x: Double) -> Edge?
}

extension UnaryPrimitive {
    /// Most ops are smooth.
    public static func edge(_ x: Double) -> Edge? { nil }
    /// Most ops run number by number.
    public static var vector: UnaryVector? { nil }
}

/// An elementwise function of two operands, which broadcast.
public protocol BinaryPrimitive: Primitive {
    /// Pairs of operands in the interior of the domain and away from kinks, for tests.
    static var samples: [(Double, Double)] { get }
    /// Whether the operands may change places without changing a bit of the result.
    static var isCommutative: Bool { get }
    /// The number kernel.
    static func value(_ x: Double, _ y: Double) -> Double
    /// The same over many numbers at once, with the same bits, where there is a faster way than one by one.
    static var vector: BinaryVector? { get }
    /// `dr/dx`, given the operands and the result `r`.
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope
    /// `dr/dy`, given the operands and the result `r`.
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope
    /// What is special about a point, if anything.
    static func edge(_ x: Double, _ y: Double) -> Edge?
}

extension BinaryPrimitive {
    /// They are `x` and `y`.
    public static var operands: [Operand] { ["x", "y"] }
    /// Most ops are smooth.
    public static func edge(_ x: Double, _ y: Double) -> Edge? { nil }
    /// Most ops run number by number.
    public static var vector: BinaryVector? { nil }
    /// Most ops mind the order.
    public static var isCommutative: Bool { false }
}

/// An elementwise function of three operands, which broadcast.
public protocol TernaryPrimitive: Primitive {
    /// Triples of operands in the interior of the domain and away from kinks, for tests.
    static var samples: [(Double, Double, Double)] { get }
    /// The number kernel.
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double
    /// The same over many numbers at once, with the same bits, where there is a faster way than one by one.
    static var vector: TernaryVector? { get }
    /// `dr/dx`, given the operands and the result `r`.
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// `dr/dy`, given the operands and the result `r`.
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// `dr/dz`, given the operands and the result `r`.
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// What is special about a point, if anything.
    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge?
}

extension TernaryPrimitive {
    /// They are `x`, `y` and `z`.
    public static var operands: [Operand] { ["x", "y", "z"] }
    /// Most ops are smooth.
    public static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? { nil }
    /// Most ops run number by number.
    public static var vector: TernaryVector? { nil }
}

/// An elementwise function of four operands, which broadcast; the first is an order, and has no slope.
public protocol QuaternaryPrimitive: Primitive {
    /// Operands in the interior of the domain and away from kinks, for tests.
    static var samples: [(Double, Double, Double, Double)] { get }
    /// The number kernel.
    static func value(_ n: Double, _ x: Double, _ y: Double, _ z: Double) -> Double
    /// `dr/dx`, given the operands and the result `r`.
    static func firstSlope(_ n: Value, _ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// `dr/dy`, given the operands and the result `r`.
    static func secondSlope(_ n: Value, _ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// `dr/dz`, given the operands and the result `r`.
    static func thirdSlope(_ n: Value, _ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// What is special about a point, if anything.
    static func edge(_ n: Double, _ x: Double, _ y: Double, _ z: Double) -> Edge?
}

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
}

extension Primitive {
    /// Most ops take any real number.
    public static var domain: String { "all real numbers" }
    /// Most ops are smooth.
    public static var convention: String? { nil }
    /// Most ops have one name.
    public static var aliases: [String] { [] }
}

/// A node that computes nothing: its numbers come from outside.
public protocol SourcePrimitive: Primitive {}

/// An elementwise function of one operand.
public protocol UnaryPrimitive: Primitive {
    /// Operands in the interior of the domain and away from kinks, for tests.
    static var samples: [Double] { get }
    /// The number kernel.
    static func value(_ x: Double) -> Double
    /// `dr/dx`, given the operand and the result `r`.
    static func slope(_ x: Value, _ r: Value) -> Slope
}

/// An elementwise function of two operands, which broadcast.
public protocol BinaryPrimitive: Primitive {
    /// Pairs of operands in the interior of the domain and away from kinks, for tests.
    static var samples: [(Double, Double)] { get }
    /// Whether the operands may change places without changing a bit of the result.
    static var isCommutative: Bool { get }
    /// The number kernel.
    static func value(_ x: Double, _ y: Double) -> Double
    /// `dr/dx`, given the operands and the result `r`.
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope
    /// `dr/dy`, given the operands and the result `r`.
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope
}

extension BinaryPrimitive {
    /// Most ops mind the order.
    public static var isCommutative: Bool { false }
}

/// An elementwise function of three operands, which broadcast.
public protocol TernaryPrimitive: Primitive {
    /// Triples of operands in the interior of the domain and away from kinks, for tests.
    static var samples: [(Double, Double, Double)] { get }
    /// The number kernel.
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double
    /// `dr/dx`, given the operands and the result `r`.
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// `dr/dy`, given the operands and the result `r`.
    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
    /// `dr/dz`, given the operands and the result `r`.
    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope
}

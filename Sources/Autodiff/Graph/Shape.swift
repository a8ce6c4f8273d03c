/// The extents of an n-d array, outermost axis first; a scalar has none.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
    /// The extent of each axis.
    public let extents: [Int]
    /// How many elements an array of this shape has.
    public let count: Int

    /// The shape of a scalar: `[]`, one element.
    public static let scalar = Shape()

    private init() {
        extents = []
        count = 1
    }

    /// The shape of a vector.
    public init(vectorOf count: Int) {
        extents = [count]
        self.count = count
    }

    /// Makes a shape, or nothing where an extent is negative or the element count overflows.
    public init?(_ extents: [Int]) {
        var count = 1
        for extent in extents {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard extent >= 0, !overflow else { return nil }
            count = product
        }
        self.extents = extents
        self.count = count
    }

    /// The number of axes.
    public var rank: Int { extents.count }

    /// Whether this is `[]`.
    public var isScalar: Bool { extents.isEmpty }

    /// The extents as they are written in JSON and Python: `[2, 3]`.
    public var description: String { "[\(extents.map(String.init).joined(separator: ", "))]" }

    /// The shape that two operands broadcast to by NumPy's rule, or nothing where they do not fit.
    ///
    /// Shapes are aligned at their last axes; extents must be equal or one of them 1.
    public func broadcast(with other: Shape) -> Shape? {
        if self == other || other.isScalar { return self }
        if isScalar { return other }
        let (long, short) = rank >= other.rank ? (extents, other.extents) : (other.extents, extents)
        var result = long
        let lead = long.count - short.count
        for (axis, extent) in short.enumerated() where extent != long[lead + axis] {
            guard extent == 1 || long[lead + axis] == 1 else { return nil }
            result[lead + axis] = extent == 1 ? long[lead + axis] : extent
        }
        return Shape(result)
    }
}

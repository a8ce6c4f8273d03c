/// Numbers in a shape, row-major: what is bound to an input and what comes back.
public struct Tensor: Equatable, Sendable {
    /// The extents.
    public let shape: Shape
    /// The elements, last axis fastest; as many as the shape counts.
    public let elements: [Double]

    /// A scalar.
    public init(_ number: Double) {
        shape = .scalar
        elements = [number]
    }

    /// An array, or nothing where the elements are not as many as the shape counts.
    public init?(shape: Shape, elements: [Double]) {
        guard shape.count == elements.count else { return nil }
        self.shape = shape
        self.elements = elements
    }

    /// An array of one number everywhere.
    public init(shape: Shape, repeating number: Double) {
        self.shape = shape
        elements = [Double](repeating: number, count: shape.count)
    }

    /// A vector.
    public init(_ elements: [Double]) {
        shape = Shape(vectorOf: elements.count)
        self.elements = elements
    }

    /// The number of a scalar, or nothing for an array of another shape.
    public var scalar: Double? { shape.isScalar ? elements.first : nil }
}

extension Tensor: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// A scalar, written as a number.
    public init(floatLiteral value: Double) { self.init(value) }
    /// A scalar, written as a whole number.
    public init(integerLiteral value: Int) { self.init(Double(value)) }
}

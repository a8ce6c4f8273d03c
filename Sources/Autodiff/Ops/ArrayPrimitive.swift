/// An op that minds the places of elements: sums, products of matrices, parts of arrays.
///
/// Its derivative is given once, for one of the modes, in one of the kinds below; the other mode follows.
protocol ArrayPrimitive: Primitive {
    /// What the op is for operands of given shapes: the shape of the result and all that the kernel works by.
    associatedtype Form: ArrayForm
    /// How many operands there may be; by default as many as `operands` has.
    static var arities: ClosedRange<Int> { get }
    /// Checks the shapes of operands and the attributes.
    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form
    /// The kernel: writes every element of the result, which is row-major, as all arrays are.
    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) throws(OpError)
    /// The derivative of the result along tangents of the operands, of which those that are 0 are missing.
    ///
    /// It is linear in the tangents; nothing where it is 0.
    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value?
    /// What an adjoint of the result contributes to that of the operand at a position; nothing where that is 0.
    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value?
    /// What is special about a point, if anything.
    static func edge(_ form: Form, _ operands: ArrayOperands) -> Edge?
}

/// What an array op is for operands of given shapes.
///
/// Making one costs nothing that grows with the elements: a graph may be refused for its size before it is compiled.
protocol ArrayForm: Sendable {
    /// The shape of the result.
    var shape: Shape { get }
    /// Makes what the kernel works by and is as large as the arrays; called once when a program is compiled.
    mutating func prepare()
}

extension ArrayForm {
    mutating func prepare() {}
}

/// Places in an array, by strides, as a list once it is prepared.
struct PlaceList: Sendable {
    private let shape: Shape
    private let strides: [Int]
    private let origin: Int
    private(set) var list: [Int32] = []

    /// A place for each element of a shape: the sum of its indices times strides, from an origin on.
    init(_ shape: Shape, strides: [Int], from origin: Int = 0) {
        self.shape = shape
        self.strides = strides
        self.origin = origin
    }

    /// How many there are, prepared or not.
    var count: Int { shape.count }

    mutating func prepare() { list = shape.places(strides: strides, from: origin) }

    @inline(__always)
    subscript(_ element: Int) -> Int { Int(list[element]) }
}

/// A node of an array op, as its rule sees it.
struct ArrayNode {
    let operands: [Value]
    let result: Value
    let attributes: Attributes

    /// The first operand.
    var x: Value { operands[0] }

    /// The form of the node, which was checked when it was made.
    func form<P: ArrayPrimitive>(_ primitive: P.Type) -> P.Form {
        do { return try P.form(operands.map(\.shape), attributes) } catch {
            preconditionFailure("a node that was checked before: \(error.detail)")
        }
    }
}

extension ArrayPrimitive {
    static var arities: ClosedRange<Int> {
        operands.count { $0.defaultValue == nil }...operands.count
    }
    static func edge(_ form: Form, _ operands: ArrayOperands) -> Edge? { nil }

    /// Reverse mode from the forward rule, which is linear in the tangent: by transposing the graph of it.
    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        Transposition.pullback(node, position, adjoint) { pushforward(node, $0) }
    }
}

/// A function of one matrix, applied to each of a stack: the last two axes are the matrix, those before the stack.
protocol MatrixPrimitive: ArrayPrimitive where Form == MatrixForm {
    /// The name of the op, for errors.
    static var opName: String { get }
    /// Whether only square matrices have a value.
    static var isOfSquares: Bool { get }
    /// The extents of the value.
    static func extents(_ rows: Int, _ columns: Int) -> [Int]
    /// The elements of the value; nothing where there is none, which makes it NaN.
    static func value(_ matrix: Matrix) -> [Double]?
}

/// A stack of matrices, and one value for each.
struct MatrixForm: ArrayForm {
    let shape: Shape
    let rows: Int
    let columns: Int
    /// How many matrices there are.
    let count: Int
    /// How many elements a value has.
    let width: Int
}

extension MatrixPrimitive {
    static var isOfSquares: Bool { true }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> MatrixForm {
        let extents = operands[0].extents
        let wanted = isOfSquares ? "a square matrix or a stack of them" : "a matrix or a stack of them"
        guard extents.count >= 2 else { throw .shapes(opName, operands, wanted) }
        let (rows, columns) = (extents[extents.count - 2], extents[extents.count - 1])
        let value = self.extents(rows, columns)
        guard rows == columns || !isOfSquares, let stack = Shape(extents.dropLast(2)), let width = Shape(value),
            let shape = Shape(stack.extents + value), rows <= Int(Int32.max), columns <= Int(Int32.max)
        else { throw .shapes(opName, operands, wanted) }
        return MatrixForm(shape: shape, rows: rows, columns: columns, count: stack.count, width: width.count)
    }

    static func run(_ form: MatrixForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        for place in 0..<form.count {
            let matrix = operands[0].matrix(at: place * form.rows * form.columns, form.rows, form.columns)
            let value = value(matrix)
            for element in 0..<form.width { result[place * form.width + element] = value?[element] ?? .nan }
        }
    }
}

extension ArrayNode {
    /// The last two extents of the first operand.
    var matrixExtents: (rows: Int, columns: Int) {
        let extents = x.shape.extents
        return (extents[extents.count - 2], extents[extents.count - 1])
    }
}

/// Product of matrices.
enum MatrixProduct: MultilinearPrimitive {
    static let summary = "Product of matrices, of stacks of them, or of vectors, as Python's @."
    static let formula = "r[i, k] = sum over j of x[i, j] * y[j, k]"
    static let derivative = "the adjoint times the transpose of y; the transpose of x times the adjoint"
    static let aliases = ["@", "dot"]
    static let operands: [Operand] = ["x", "y"]

    struct Form: ArrayForm {
        let shape: Shape
        let rows: Int
        let inner: Int
        let columns: Int
        /// For each matrix of the result the first elements of those that it is the product of.
        fileprivate(set) var first: PlaceList
        fileprivate(set) var second: PlaceList

        mutating func prepare() {
            first.prepare()
            second.prepare()
        }
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        let (x, y) = (operands[0], operands[1])
        guard x.rank > 0, y.rank > 0 else { throw .shapes("matmul", operands, "arrays with axes") }
        // A vector on the left is a row, one on the right a column; neither stays in the result.
        let left = x.rank == 1 ? [1] + x.extents : x.extents
        let right = y.rank == 1 ? y.extents + [1] : y.extents
        let (rows, inner, columns) = (left[left.count - 2], left[left.count - 1], right[right.count - 1])
        guard let xs = Shape(left.dropLast(2)), let ys = Shape(right.dropLast(2)), let stack = xs.broadcast(with: ys),
            inner == right[right.count - 2],
            let shape = Shape(
                stack.extents + (x.rank == 1 ? [] : [rows]) + (y.rank == 1 ? [] : [columns]))
        else { throw .shapes("matmul", operands, "matrices whose inner extents are equal") }
        return Form(
            shape: shape, rows: rows, inner: inner, columns: columns,
            first: PlaceList(stack, strides: xs.strides(broadcastTo: stack).map { $0 * rows * inner }),
            second: PlaceList(stack, strides: ys.strides(broadcastTo: stack).map { $0 * inner * columns }))
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let (x, y) = (operands[0], operands[1])
        result.fill(0)
        var start = 0
        for (first, second) in zip(form.first.list, form.second.list) {
            for row in 0..<form.rows {
                for inner in 0..<form.inner {
                    let factor = x[Int(first) + row * form.inner + inner]
                    for column in 0..<form.columns {
                        result[start + row * form.columns + column] +=
                            factor * y[Int(second) + inner * form.columns + column]
                    }
                }
            }
            start += form.rows * form.columns
        }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        let (x, y) = (node.operands[0], node.operands[1])
        // All as matrices; the axes of vectors go again at the end.
        var extents = adjoint.shape.extents
        if y.shape.rank == 1 { extents.append(1) }
        if x.shape.rank == 1 { extents.insert(1, at: extents.count - 1) }
        let product = adjoint.reshape(extents)
        let left = x.shape.rank == 1 ? x.reshape([1] + x.shape.extents) : x
        let right = y.shape.rank == 1 ? y.reshape(y.shape.extents + [1]) : y
        let contribution =
            position == 0 ? product.matmul(right.matrixTranspose()) : left.matrixTranspose().matmul(product)
        return contribution.sum(to: (position == 0 ? left : right).shape).reshape(to: node.operands[position].shape)
    }
}

// Matrices, and stacks of them, as the rules of linear algebra want them.
extension Value {
    /// The mean of the matrix and its transpose.
    var symmetricPart: Value { (self + matrixTranspose()) * 0.5 }

    /// 1 where the row is the same as the column, less, or more, and so on, in a matrix of some extents.
    func matrixMask(_ comparison: Op, _ rows: Int, _ columns: Int) -> Value {
        let row = constant(Tensor((0..<rows).map(Double.init))).reshape([rows, 1])
        let column = constant(Tensor((0..<columns).map(Double.init))).reshape([1, columns])
        return row.apply(comparison, column)
    }

    /// The unit matrix.
    func identityMatrix(_ count: Int) -> Value { matrixMask(.equal, count, count) }

    /// The diagonal of each matrix.
    func matrixDiagonal(offset: Int = 0) -> Value {
        let extents = shape.extents
        let (stack, rows, columns) = (
            Array(extents.dropLast(2)), extents[extents.count - 2], extents[extents.count - 1]
        )
        let (row, column) = offset < 0 ? (min(-offset, rows), 0) : (0, min(offset, columns))
        let count = max(min(rows - row, columns - column), 0)
        // Beside an axis of extent 0 the product of the others may overflow.
        if shape.count == 0 || count == 0, let empty = Shape(stack + [count]) { return zeros(empty) }
        let start = row * columns + column
        return reshape(stack + [rows * columns]).slice(
            axis: stack.count, from: start, to: start + (count - 1) * (columns + 1) + 1,
            by: columns + 1)
    }

    /// The sum of the diagonal of each matrix.
    func matrixTrace(offset: Int = 0) -> Value {
        let diagonal = matrixDiagonal(offset: offset)
        return diagonal.sum(over: [diagonal.shape.rank - 1])
    }

    /// A number for each matrix, as a 1 by 1 matrix.
    var asMatrices: Value { expandingDimensions([shape.rank, shape.rank + 1]) }
    /// A vector for each matrix, as a column.
    var asColumns: Value { reshape(shape.extents + [1]) }
    /// A vector for each matrix, as a row.
    var asRows: Value { reshape(shape.extents.dropLast() + [1] + shape.extents.suffix(1)) }

    /// The sums of the columns of each matrix.
    func sumOfRows() -> Value { sum(over: [shape.rank - 2]) }
    /// The sum of all elements of each matrix.
    func sumOfMatrix() -> Value { sum(over: [shape.rank - 2, shape.rank - 1]) }

    /// 1 / x, and 0 where x is not above a bound in magnitude.
    func reciprocal(above bound: Value) -> Value {
        let isSmall = abs().lessEqual(bound)
        return isSmall.where(0, 1 / isSmall.where(1, self))
    }

    /// The solution of `self * x = right`, all matrices.
    func solve(_ right: Value) -> Value { Value.apply(.solveMatrix, [self, right]) }

    /// The solution of `triangle * x = right`, all matrices.
    func solveTriangle(_ right: Value, _ attributes: Attributes) -> Value {
        Value.apply(.solveTriangularMatrix, [self, right], attributes)
    }
}

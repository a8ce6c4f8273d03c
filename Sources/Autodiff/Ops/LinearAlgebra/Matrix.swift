import CLinearAlgebra

/// A matrix out of a stack, row-major, for kernels to work on.
///
/// Products and factorisations are OpenBLAS's and LAPACK's; where those give nothing, as for a singular matrix, so do
/// the methods here.
struct Matrix {
    let rows: Int
    let columns: Int
    var elements: [Double]

    init(_ rows: Int, _ columns: Int, _ elements: [Double]) {
        precondition(elements.count == rows * columns, "a matrix of other extents")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    init(zeros rows: Int, _ columns: Int) {
        self.init(rows, columns, [Double](repeating: 0, count: rows * columns))
    }

    init(identity count: Int) {
        self.init(zeros: count, count)
        for index in 0..<count { self[index, index] = 1 }
    }

    subscript(_ row: Int, _ column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    /// The mean of a square matrix and its transpose.
    var symmetricPart: Matrix {
        var result = self
        for row in 0..<rows {
            for column in 0..<row {
                let mean = self[row, column] / 2 + self[column, row] / 2
                result[row, column] = mean
                result[column, row] = mean
            }
        }
        return result
    }

    var transpose: Matrix {
        var result = Matrix(zeros: columns, rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }

    func map(_ body: (Double) -> Double) -> Matrix { Matrix(rows, columns, elements.map(body)) }

    static func + (_ x: Matrix, _ y: Matrix) -> Matrix {
        Matrix(x.rows, x.columns, zip(x.elements, y.elements).map(+))
    }

    static func * (_ factor: Double, _ matrix: Matrix) -> Matrix { matrix.map { factor * $0 } }

    static func * (_ x: Matrix, _ y: Matrix) -> Matrix {
        var result = Matrix(zeros: x.rows, y.columns)
        if x.elements.isEmpty || y.elements.isEmpty { return result }
        unsafe CLinearAlgebra_multiply(
            Int32(x.rows), Int32(x.columns), Int32(y.columns), x.elements, y.elements, &result.elements)
        return result
    }
}

extension ArrayView {
    /// The matrix that starts at an element.
    func matrix(at start: Int, _ rows: Int, _ columns: Int) -> Matrix {
        Matrix(rows, columns, (start..<start + rows * columns).map { self[$0] })
    }
}

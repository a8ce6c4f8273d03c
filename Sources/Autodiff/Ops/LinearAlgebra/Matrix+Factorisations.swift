import CLinearAlgebra

extension Matrix {
    /// The solution of `self * x = right`, or nothing where the matrix is singular.
    func solve(_ right: Matrix) -> Matrix? {
        var (factors, result) = (elements, right)
        let status = unsafe CLinearAlgebra_solve(Int32(rows), Int32(right.columns), &factors, &result.elements)
        return status == 0 ? result : nil
    }

    /// The solution of `triangle * x = right`, or nothing where the triangle is singular.
    func solveTriangle(isLower: Bool, isUnit: Bool, _ right: Matrix) -> Matrix? {
        var result = right
        let status = unsafe CLinearAlgebra_solve_triangular(
            isLower ? 1 : 0, isUnit ? 1 : 0, Int32(rows), Int32(right.columns), elements, &result.elements)
        return status == 0 ? result : nil
    }

    func inverse() -> Matrix? {
        var result = self
        let status = unsafe CLinearAlgebra_invert(Int32(rows), &result.elements)
        return status == 0 ? result : nil
    }

    /// The diagonal of the upper LU factor, and whether the rows were permuted oddly.
    func pivots() -> (diagonal: [Double], isOdd: Bool)? {
        var factors = self
        var swaps = [Int32](repeating: 0, count: rows)
        guard unsafe CLinearAlgebra_lu(Int32(rows), &factors.elements, &swaps) == 0 else { return nil }
        let odd = swaps.enumerated().count { Int($1) != $0 + 1 }
        return ((0..<rows).map { factors[$0, $0] }, odd % 2 == 1)
    }

    func cholesky() -> Matrix? {
        var result = symmetricPart
        guard unsafe CLinearAlgebra_cholesky(Int32(rows), &result.elements) == 0 else { return nil }
        for row in 0..<rows {
            for column in row + 1..<max(columns, row + 1) { result[row, column] = 0 }
        }
        return result
    }

    /// Eigenvalues of the symmetric part, ascending, and eigenvectors in columns.
    func symmetricEigen() -> (values: [Double], vectors: Matrix)? {
        var vectors = symmetricPart
        var values = [Double](repeating: 0, count: rows)
        let status = unsafe CLinearAlgebra_symmetric_eigen(Int32(rows), &vectors.elements, &values)
        return status == 0 ? (values, vectors) : nil
    }

    /// `self = u * diagonal(values) * vh`, with as many values as the smaller extent, descending.
    func singular() -> (u: Matrix, values: [Double], vh: Matrix)? {
        let count = min(rows, columns)
        var work = elements
        var (u, vh) = (Matrix(zeros: rows, count), Matrix(zeros: count, columns))
        var values = [Double](repeating: 0, count: count)
        let status = unsafe CLinearAlgebra_svd(
            Int32(rows), Int32(columns), &work, &u.elements, &values, &vh.elements)
        return status == 0 ? (u, values, vh) : nil
    }

    /// `self = q * r`, with as many columns in `q` as the smaller extent.
    func qr() -> (q: Matrix, r: Matrix)? {
        let count = min(rows, columns)
        var work = elements
        var (q, r) = (Matrix(zeros: rows, count), Matrix(zeros: count, columns))
        let status = unsafe CLinearAlgebra_qr(Int32(rows), Int32(columns), &work, &q.elements, &r.elements)
        return status == 0 ? (q, r) : nil
    }
}

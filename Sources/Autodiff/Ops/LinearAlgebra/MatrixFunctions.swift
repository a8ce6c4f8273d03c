import Glibc

/// Exponential of a matrix.
enum MatrixExponential: MatrixPrimitive {
    static let opName = "matrix_exp"
    static let summary = "Exponential of a square matrix, or of each of a stack."
    static let formula = "sum over n from 0 of x^n / n!"
    static let derivative = "the upper right block of exp([[x^T, adjoint], [0, x^T]])"
    static let aliases = ["expm"]

    static func extents(_ rows: Int, _ columns: Int) -> [Int] { [rows, columns] }

    static func value(_ matrix: Matrix) -> [Double]? {
        // The greatest sum of magnitudes in a column, for which Higham (2005) bounds the error of the approximant.
        let norm =
            (0..<matrix.columns).map { column in
                (0..<matrix.rows).reduce(0) { $0 + matrix[$1, column].magnitude }
            }.max() ?? 0
        guard matrix.elements.allSatisfy(\.isFinite), norm.isFinite else { return nil }
        let halvings =
            norm > 5.371920351148152 ? Int((Glibc.log(norm / 5.371920351148152) / Glibc.log(2)).rounded(.up)) : 0
        let scaled = Double(sign: .plus, exponent: -halvings, significand: 1) * matrix
        guard var result = pade(scaled) else { return nil }
        for _ in 0..<halvings { result = result * result }
        return result.elements
    }

    /// The [13/13] approximant: even and odd powers apart, so that six products do.
    private static func pade(_ matrix: Matrix) -> Matrix? {
        let c: [Double] = [
            64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800,
            129_060_195_264_000, 10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800,
            960_960, 16_380, 182, 1,
        ]
        let identity = Matrix(identity: matrix.rows)
        let second = matrix * matrix
        let fourth = second * second
        let sixth = fourth * second
        func half(_ first: Int) -> Matrix {
            let high = sixth * (c[first + 12] * sixth + c[first + 10] * fourth + c[first + 8] * second)
            let low = c[first + 6] * sixth + c[first + 4] * fourth + c[first + 2] * second + c[first] * identity
            return high + low
        }
        let (odd, even) = (matrix * half(1), half(0))
        return (even + -1 * odd).solve(even + odd)
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        tangents[0].map { corner(node.x, $0) }
    }

    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        corner(node.x.matrixTranspose(), adjoint)
    }

    /// The derivative of the exponential of a matrix along another.
    private static func corner(_ matrix: Value, _ direction: Value) -> Value {
        let (last, count) = (matrix.shape.rank - 1, matrix.shape.extents[matrix.shape.rank - 1])
        let top = Value.concatenate([matrix, direction], axis: last)
        let bottom = Value.concatenate([matrix.zeros(), matrix], axis: last)
        let whole = Value.apply(.matrixExp, [Value.concatenate([top, bottom], axis: last - 1)])
        return whole.slice(axis: last - 1, from: 0, to: count).slice(axis: last, from: count, to: 2 * count)
    }
}

/// Power of a matrix.
enum MatrixPower: Composite {
    static let summary = "Power of a square matrix, or of each of a stack, with a whole exponent."
    static let formula = "x @ x @ ... @ x, n times; of the inverse where n is negative"
    static let derivative = "that of the products"
    static let convention: String? = "the power 0 is the unit matrix; NaN for negative powers of singular matrices"
    static let attributes = [AttributeDescription("n", "the exponent")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        guard let exponent = try call.attributes.integer("n") else { throw OpError(attribute: "n", "`n` is missing.") }
        let extents = call.x.shape.extents
        guard extents.count >= 2, extents[extents.count - 1] == extents[extents.count - 2] else {
            throw .shapes("matrix_power", [call.x.shape], "a square matrix or a stack of them")
        }
        guard exponent != 0 else {
            return call.x.identityMatrix(extents[extents.count - 1]).broadcast(to: call.x.shape)
        }
        var base = exponent < 0 ? Value.apply(.inv, [call.x]) : call.x
        var rest = exponent.magnitude
        var result: Value?
        while true {
            if rest % 2 == 1 { result = result.map { $0.matmul(base) } ?? base }
            rest /= 2
            if rest == 0 { break }
            base = base.matmul(base)
        }
        return result ?? base
    }
}

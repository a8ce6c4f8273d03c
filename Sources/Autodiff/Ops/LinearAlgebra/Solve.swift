/// Stacks of square matrices and of right-hand sides, which broadcast.
struct SolveForm: ArrayForm {
    let shape: Shape
    let rows: Int
    let columns: Int
    let isLower: Bool
    let isUnit: Bool
    /// For each solution the first elements of its matrix and of its right-hand side.
    private(set) var first: PlaceList
    private(set) var second: PlaceList

    init(_ op: String, _ operands: [Shape], _ attributes: Attributes) throws(OpError) {
        let (a, b) = (operands[0].extents, operands[1].extents)
        let wanted = "a square matrix and right-hand sides with as many rows"
        guard a.count >= 2, b.count >= 2, a[a.count - 1] == a[a.count - 2], a[a.count - 1] == b[b.count - 2],
            let left = Shape(a.dropLast(2)), let right = Shape(b.dropLast(2)), let stack = left.broadcast(with: right),
            let shape = Shape(stack.extents + b.suffix(2)), b.suffix(2).allSatisfy({ $0 <= Int(Int32.max) })
        else { throw .shapes(op, operands, wanted) }
        self.shape = shape
        (rows, columns) = (b[b.count - 2], b[b.count - 1])
        isLower = try attributes.flag("lower")
        isUnit = try attributes.flag("unit_diagonal")
        let (matrix, side) = (rows * rows, rows * columns)
        first = PlaceList(stack, strides: left.strides(broadcastTo: stack).map { $0 * matrix })
        second = PlaceList(stack, strides: right.strides(broadcastTo: stack).map { $0 * side })
    }

    mutating func prepare() {
        first.prepare()
        second.prepare()
    }

    func run(
        _ operands: ArrayOperands, _ result: MutableArrayView, _ solve: (Matrix, Matrix) -> Matrix?
    ) {
        let width = rows * columns
        for place in 0..<first.count {
            let solution = solve(
                operands[0].matrix(at: first[place], rows, rows), operands[1].matrix(at: second[place], rows, columns))
            for element in 0..<width { result[place * width + element] = solution?.elements[element] ?? .nan }
        }
    }
}

/// Linear equations with matrices on both sides.
enum SolveMatrix: ArrayPrimitive {
    static let summary = "The solution of linear equations whose right-hand sides are columns of a matrix."
    static let formula = "r with x @ r = y"
    static let derivative = "of y: the solution for the transpose of x and the adjoint; of x: minus that times r^T"
    static let domain = "nonsingular x"
    static let convention: String? = "NaN where x is singular"
    static let operands: [Operand] = ["x", "y"]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> SolveForm {
        try SolveForm("solve", operands, attributes)
    }

    static func run(_ form: SolveForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        form.run(operands, result) { $0.solve($1) }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        let change = tangents[0].map { -$0.matmul(node.result) }
        let terms = [tangents[1], change].compactMap { $0 }
        return terms.isEmpty ? nil : node.x.solve(terms.pairwiseSum())
    }

    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        let side = node.x.matrixTranspose().solve(adjoint)
        let contribution = position == 1 ? side : -side.matmul(node.result.matrixTranspose())
        return contribution.sum(to: node.operands[position].shape)
    }
}

/// Linear equations with a triangle and matrices.
enum SolveTriangularMatrix: ArrayPrimitive {
    static let summary = "The solution of linear equations with a triangle of x, for each column of y."
    static let formula = "r with triangle(x) @ r = y"
    static let derivative = "as for solve, within the triangle"
    static let domain = "no 0 on the diagonal of x"
    static let convention: String? = "NaN where the triangle is singular"
    static let operands: [Operand] = ["x", "y"]
    static let attributes = [
        AttributeDescription("lower", "whether the lower triangle counts, not the upper; left out, no"),
        AttributeDescription("unit_diagonal", "whether the diagonal counts as 1; left out, no"),
    ]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> SolveForm {
        try SolveForm("solve_triangular", operands, attributes)
    }

    static func run(_ form: SolveForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        form.run(operands, result) { $0.solveTriangle(isLower: form.isLower, isUnit: form.isUnit, $1) }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        let change = tangents[0].map { -($0 * mask(node)).matmul(node.result) }
        let terms = [tangents[1], change].compactMap { $0 }
        return terms.isEmpty ? nil : node.x.solveTriangle(terms.pairwiseSum(), node.attributes)
    }

    static func pullback(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value? {
        let form = node.form(SolveTriangularMatrix.self)
        let side = node.x.matrixTranspose().solveTriangle(
            adjoint, ["lower": .flag(!form.isLower), "unit_diagonal": .flag(form.isUnit)])
        if position == 1 { return side.sum(to: node.operands[1].shape) }
        return (-side.matmul(node.result.matrixTranspose()) * mask(node)).sum(to: node.x.shape)
    }

    private static func mask(_ node: ArrayNode) -> Value {
        let form = node.form(SolveTriangularMatrix.self)
        let comparison: Op =
            switch (form.isLower, form.isUnit) {
            case (true, false): .greaterEqual
            case (true, true): .greater
            case (false, false): .lessEqual
            case (false, true): .less
            }
        return node.x.matrixMask(comparison, form.rows, form.rows)
    }
}

/// Linear equations.
enum Solve: Composite {
    static let summary = "The solution of linear equations; y is a vector where it has one axis, else columns."
    static let formula = "r with x @ r = y"
    static let derivative = SolveMatrix.derivative
    static let domain = SolveMatrix.domain
    static let convention: String? = SolveMatrix.convention
    static let operands: [Operand] = ["x", "y"]

    static func expand(_ call: OpCall) throws(OpError) -> Value { try call.withColumns(.solveMatrix) }
}

/// Linear equations with a triangle.
enum SolveTriangular: Composite {
    static let summary = "The solution of linear equations with a triangle of x; y is a vector or columns."
    static let formula = SolveTriangularMatrix.formula
    static let derivative = SolveTriangularMatrix.derivative
    static let domain = SolveTriangularMatrix.domain
    static let convention: String? = SolveTriangularMatrix.convention
    static let operands: [Operand] = ["x", "y"]
    static let attributes = SolveTriangularMatrix.attributes

    static func expand(_ call: OpCall) throws(OpError) -> Value { try call.withColumns(.solveTriangularMatrix) }
}

extension OpCall {
    /// An op of two matrices, of which the second may be a vector.
    fileprivate func withColumns(_ op: Op) throws(OpError) -> Value {
        let y = operands[1]
        guard y.shape.rank == 1 else { return try Value.applying(op, operands, attributes) }
        let result = try Value.applying(op, [x, y.asColumns], attributes)
        return result.reshape(Array(result.shape.extents.dropLast()))
    }
}

import Autodiff
import Testing

/// Matrices for which something does not exist.
@Suite struct `Singular matrices` {
    private static func matrix(_ count: Int, _ elements: [Double]) -> Tensor {
        Shape([count, count]).flatMap { Tensor(shape: $0, elements: elements) } ?? Tensor(.nan)
    }

    /// The gradient of a scalar, free of the weight that the function gives it.
    private static func gradient(_ op: Op, _ operand: Tensor) throws -> [Double] {
        let weight = try ArrayFunction(.positive, [Tensor(0)]).gradient()[0][0]
        return try ArrayFunction(op, [operand]).gradient()[0].map { $0 / weight }
    }

    @Test func `have a gradient of the determinant`() throws {
        let gradient = try Self.gradient(.det, Self.matrix(2, [1, 2, 2, 4]))
        for (number, truth) in zip(gradient, [4.0, -2, -2, 1]) { #expect(abs(number - truth) <= 1e-14) }
        #expect(try Self.gradient(.det, Self.matrix(2, [0, 0, 0, 0])) == [0, 0, 0, 0])
        #expect(try Self.gradient(.det, Self.matrix(1, [0])) == [1])
        // Of rank one there is no cofactor that is not 0.
        let none = try Self.gradient(.det, Self.matrix(3, [1, 2, 3, 2, 4, 6, 3, 6, 9]))
        for number in none { #expect(abs(number) <= 1e-13) }
    }

    @Test func `have no inverse, no solution and no factor`() throws {
        let singular = Self.matrix(2, [1, 2, 2, 4])
        let inverse = try ArrayFunction(.inv, [singular]).value().elements
        #expect(inverse.allSatisfy { $0.isNaN })
        let solution = try ArrayFunction(.solve, [singular, Tensor([1, 1])]).value().elements
        #expect(solution.allSatisfy { $0.isNaN })
        #expect(try ArrayFunction(.logabsdet, [singular]).value().scalar == -.infinity)
        #expect(try ArrayFunction(.signDet, [singular]).value().scalar == 0)
        let indefinite = Self.matrix(2, [1, 2, 2, 1])
        let factor = try ArrayFunction(.cholesky, [indefinite]).value().elements
        #expect(factor.allSatisfy { $0.isNaN })
    }

    @Test func `give one member of a stack NaN and leave the others`() throws {
        let stack = Shape([2, 2, 2]).flatMap { Tensor(shape: $0, elements: [1, 2, 2, 4, 2, 0, 0, 4]) } ?? Tensor(.nan)
        let inverse = try ArrayFunction(.inv, [stack]).value().elements
        #expect(inverse[..<4].allSatisfy { $0.isNaN })
        #expect(Array(inverse[4...]) == [0.5, 0, 0, 0.25])
    }

    @Test(arguments: [Double.nan, .infinity, 1e308])
    func `and odd numbers never crash`(number: Double) throws {
        let matrix = Self.matrix(3, [number, 1, 2, 1, number, 0, 2, 0, -number])
        let ops: [Op] = [
            .det, .logabsdet, .signDet, .adjugate, .inv, .pinv, .cholesky, .qrQ, .qrR, .eigvalsh, .eigvectorsh,
            .svdvals, .svdU, .svdVh, .matrixExp,
        ]
        for op in ops {
            let function = try ArrayFunction(op, [matrix])
            let count = try function.value().elements.count
            #expect(try function.value().shape.count == count)
            #expect(try function.gradient()[0].count == 9)
        }
    }

    @Test func `with equal eigenvalues have finite gradients`() throws {
        let identity = Self.matrix(3, [2, 0, 0, 0, 2, 0, 0, 0, 2])
        for op in [Op.eigvalsh, .eigvectorsh, .svdvals, .svdU, .svdVh] {
            let gradient = try ArrayFunction(op, [identity]).gradient()[0]
            #expect(gradient.allSatisfy { $0.isFinite }, "\(op.name)")
        }
    }

    @Test(
        arguments: [
            (Op.det, [[2, 3]]), (.inv, [[2]]), (.solve, [[2, 2], [3]]), (.trace, [[3]]), (.cross, [[2], [2]]),
            (.vecdot, [[2], [3]]), (.linear, [[3], [2, 4]]), (.kron, [[1 << 40], [1 << 40]]), (.qrQ, [[]]),
            (.lstsq, [[2, 2], [3]]), (.matrixPower, [[2, 3]]), (.einsum, [[2]]), (.tensordot, [[2], [2]]),
        ] as [(Op, [[Int]])])
    func `of shapes that do not fit are refused`(op: Op, shapes: [[Int]]) {
        var graph = Graph()
        let operands = shapes.map { graph.appendInput("x", shape: Shape($0) ?? .scalar, defaultValue: nil) }
        #expect(throws: OpError.self) { () throws in
            _ = try graph.append(op, operands, op == .matrixPower ? ["n": 2] : [:])
        }
    }

    @Test(arguments: ["ij", "i,j", "i->ij", "i->j", "1", "i->ii", "i-j", "i->i->i", "...i"])
    func `and subscripts that do not fit are refused`(subscripts: String) {
        var graph = Graph()
        let x = graph.appendInput("x", shape: Shape(vectorOf: 2), defaultValue: nil)
        #expect(throws: OpError.self) { () throws in
            _ = try graph.append(.einsum, [x], ["subscripts": .text(subscripts)])
        }
    }
}

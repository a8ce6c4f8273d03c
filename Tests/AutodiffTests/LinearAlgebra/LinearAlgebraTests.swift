import Autodiff
import Testing

/// Linear algebra against numbers of 80 digits, and its derivatives against those, each other and differences.
@Suite struct `Linear algebra` {
    @Test func `has cases for every op`() {
        let tested = Set(LinearAlgebraCase.all.map(\.op))
        let ops: Set<Op> = [
            .matmul, .linear, .vecdot, .outer, .kron, .cross, .tensordot, .einsum, .trace, .det, .logabsdet, .signDet,
            .adjugate, .solve, .solveTriangular, .inv, .pinv, .lstsq, .cholesky, .qrQ, .qrR, .eigvalsh, .eigvectorsh,
            .svdvals, .svdU, .svdVh, .matrixExp, .matrixPower,
        ]
        #expect(tested == ops)
    }

    // The matrices have condition numbers below 100, which multiply rounding errors once for each product with an
    // inverse.
    @Test(arguments: LinearAlgebraCase.all) func `is right`(example: LinearAlgebraCase) throws {
        let value = try ArrayFunction(example.op, example.operands, example.attributes).value()
        #expect(value.shape == example.result.shape)
        let error = WorstError([try example.signedValue()], [example.result])
        #expect(error.relative <= 1e-14, "\(error)")
    }

    @Test(arguments: LinearAlgebraCase.all) func `has the right derivatives`(example: LinearAlgebraCase) throws {
        let error = WorstError(try example.function().gradient(), example.gradients)
        #expect(error.relative <= 1e-13, "\(error)")
    }

    @Test(arguments: LinearAlgebraCase.all)
    func `has the right second derivatives in both orders of the modes`(example: LinearAlgebraCase) throws {
        for found in try example.function().products(along: example.directions) {
            let error = WorstError(found, example.products)
            #expect(error.relative <= 1e-12, "\(error)")
        }
    }

    @Test(arguments: LinearAlgebraCase.all) func `has one derivative in both modes`(example: LinearAlgebraCase) throws {
        let function = try ArrayFunction(example.op, example.operands, example.attributes)
        let directions = example.directions
        let products = zip(try function.gradient(), directions).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }
        let reverse = products.reduce(0, +)
        let forward = try function.tangent(along: directions)
        let difference = try function.difference(along: directions)
        let scale = max(1, abs(reverse), example.result.elements.map(\.magnitude).max() ?? 0)
        #expect(abs(forward - reverse) <= 1e-12 * scale, "forward \(forward), reverse \(reverse)")
        // Differences at this step are right to the square of it times the third derivative, and to rounding over it.
        #expect(abs(difference - reverse) <= 1e-7 * scale, "differences \(difference), reverse \(reverse)")
    }

    @Test(arguments: LinearAlgebraCase.all) func `has second derivatives`(example: LinearAlgebraCase) throws {
        let function = try ArrayFunction(example.op, example.operands, example.attributes)
        guard let slope = try function.slope(along: example.directions) else { return }
        let directions = example.operands.enumerated().map { position, operand in
            operand.elements.indices.map { Double(($0 * 5 + position + 2) % 7) / 3 - 1 }
        }
        let products = zip(try slope.gradient(), directions).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }
        let second = products.reduce(0, +)
        let difference = try slope.difference(along: directions)
        let scale = max(1, abs(second), example.result.elements.map(\.magnitude).max() ?? 0)
        #expect(abs(difference - second) <= 1e-6 * scale, "differences \(difference), twice reverse \(second)")
    }
}

extension ArrayFunction {
    /// The derivative along directions, by reverse mode, as a function of its own; nothing where it is 0.
    fileprivate func slope(along directions: [[Double]]) throws -> ArrayFunction? {
        let reverse = Reverse(graph, output: weighted)
        var graph = reverse.graph
        var terms: [NodeIndex] = []
        for (input, direction) in zip(graph.inputs, directions) {
            guard let adjoint = reverse.adjoints[Int(input.node)] else { continue }
            let tensor = Tensor(shape: graph.shape(of: input.node), elements: direction)
            let constant = graph.appendConstant(tensor: tensor ?? Tensor(.nan))
            let product = try graph.append(.multiply, [adjoint, constant], [:])
            terms.append(try graph.append(.sum, [product], [:]))
        }
        guard var sum = terms.first else { return nil }
        for term in terms.dropFirst() { sum = try graph.append(.add, [sum, term], [:]) }
        return ArrayFunction(graph: graph, result: sum, weighted: sum)
    }
}

import Autodiff
import Testing

/// Every op of the list in both modes, and twice.
@Suite struct `Every op` {
    /// Ops whose tests are not made of cases: what is derived there is what a user gave.
    private static let others: Set<Op> = [.input, .constant, .withDerivatives]

    @Test func `has cases at which its derivatives are tested`() {
        let arrays = Set(ArrayGolden.all.compactMap { Op.named($0.op) } + ArrayCase.all.map(\.op))
        let known = arrays.union(LinearAlgebraCase.all.map(\.op)).union(Op.computing).union(Self.others)
            .union(ElementwiseCase.byComposite.keys.compactMap(Op.named))
        let missing = Set(Op.allCases).subtracting(known)
        #expect(missing.isEmpty, "\(missing.map(\.name).sorted())")
    }

    private static let scalars = Op.computing + ElementwiseCase.byComposite.keys.sorted().compactMap(Op.named)

    @Test(arguments: scalars) func `has one first derivative in both modes`(op: Op) throws {
        let function = OpFunction(op)
        let bounds = AccuracyBounds.of(op)
        for point in points(op) {
            let reverse = function.gradient(point)
            for (variable, slope) in reverse.enumerated() {
                let forward = try tangent(op, point, variable)
                // Both evaluate the same slopes, and composites add them in another order.
                #expect(
                    bounds.allows(forward, for: slope, point, order: 1),
                    "by \(variable) at \(point): \(forward), reverse \(slope)")
            }
        }
    }

    @Test(arguments: scalars) func `has one second derivative in both orders of modes`(op: Op) throws {
        let function = OpFunction(op)
        let bounds = AccuracyBounds.of(op)
        for point in points(op) {
            var hessian = function.hessian(point)[...]
            let scale = hessian.map(\.magnitude).max() ?? 0
            for row in point.indices {
                for column in point.indices[row...] {
                    let slope = hessian.removeFirst()
                    let forward = try tangent(op, point, column, ofSlopeBy: row)
                    #expect(
                        abs(forward - slope) <= 16 * scale.ulp || bounds.allows(forward, for: slope, point, order: 2),
                        "by \(row) and \(column) at \(point): \(forward), reverse twice \(slope)")
                }
            }
        }
    }

    private func points(_ op: Op) -> [[Double]] {
        let samples = op.description.samples
        return samples.isEmpty ? ElementwiseCase.byComposite[op.name, default: []].map(\.operands) : samples
    }

    /// The derivative by a variable in forward mode, of the value or of a derivative that reverse mode found.
    private func tangent(_ op: Op, _ point: [Double], _ variable: Int, ofSlopeBy row: Int? = nil) throws -> Double {
        var graph = Graph()
        let operands = point.enumerated().map { position, number in
            graph.appendInput("x\(position)", shape: .scalar, defaultValue: [number])
        }
        var result = try graph.append(op, operands, [:])
        if let row {
            let reverse = Reverse(graph, output: result)
            guard let adjoint = reverse.adjoints[Int(operands[row])] else { return 0 }
            (graph, result) = (reverse.graph, adjoint)
        }
        let seed = graph.appendConstant(1)
        let forward = Forward(graph, seeds: [(operands[variable], seed)])
        guard let tangent = forward.tangents[Int(result)] else { return 0 }
        var workspace: [Double] = []
        return try Program.compile(forward.graph, wanted: [tangent]).run(inputs: point, workspace: &workspace)[0]
    }
}

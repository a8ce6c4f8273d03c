import Autodiff
import Testing

/// The edges that ops declare are found, and nothing beside them is.
@Suite struct `Edges` {
    @Test(arguments: EdgePlace.all) func `are found where they are`(place: EdgePlace) throws {
        #expect(try edges(place.op, [place.operands]) == [place.edge])
        #expect(try edges(place.op, [place.beside]) == [])
    }

    @Test(arguments: Op.computing) func `are none at the samples, but for steps`(op: Op) throws {
        // A sample may sit on a step, whose slope is 0 on both sides.
        let found = try edges(op, op.description.samples)
        #expect(found.isEmpty || op.isConstantByDefinition, "\(found)")
    }

    // Every combination of numbers that are special to some op.
    @Test(arguments: Op.computing) func `are all in the table, and have conventions`(op: Op) throws {
        let numbers = [-Double.infinity, -3, -1, -0.5, 0, 0.5, 1, 2, 2.5, 3, 6, .infinity]
        var points: [[Double]] = [[]]
        for _ in 0..<op.arity { points = points.flatMap { point in numbers.map { point + [$0] } } }
        let isListed = EdgePlace.all.contains { $0.op == op }
        #expect(try edges(op, points).isEmpty != isListed)
        if isListed {
            let primitive = op.description.primitive
            #expect(primitive.convention != nil)
        }
    }

    @Test func `of arrays are found`() throws {
        func found(_ op: Op, _ operands: [Tensor], _ attributes: Attributes = [:]) throws -> [Edge] {
            var finder = KinkFinder(try ArrayFunction(op, operands, attributes).graph)
            try finder.visit()
            return finder.kinks.filter { $0.op == op }.map(\.edge)
        }
        #expect(try found(.max, [Tensor([1, 3, 3])]) == [.tie])
        #expect(try found(.max, [Tensor([1, 1, 3])]) == [])
        #expect(try found(.euclideanNorm, [Tensor([0, 0])]) == [.kink])
        #expect(try found(.euclideanNorm, [Tensor([0, 1e-300])]) == [])
        let ids = Tensor([0, 0, 1])
        #expect(try found(.segmentMax, [Tensor([3, 3, 1]), ids], ["num_segments": 2]) == [.tie])
        #expect(try found(.segmentMax, [Tensor([3, 2, 3]), ids], ["num_segments": 2]) == [])
    }

    /// What an op is found to be at, at any of some points.
    private func edges(_ op: Op, _ points: [[Double]]) throws -> Set<Edge> {
        var graph = Graph()
        let operands = (0..<op.arity).map { position in
            graph.appendInput(
                "x\(position)", shape: Shape(vectorOf: points.count), defaultValue: points.map { $0[position] })
        }
        _ = try graph.append(op, operands, [:])
        var finder = KinkFinder(graph)
        try finder.visit()
        return Set(finder.kinks.map(\.edge))
    }
}

import Autodiff
import Testing

@Suite struct `Array ops at golden points` {
    @Test(arguments: ArrayGolden.all) func `have the values of NumPy or PyTorch`(example: ArrayGolden) throws {
        let found = try example.function().value()
        let truth = try #require(example.value.tensor)
        // Those of PyTorch go up to ten, and sums of them cancel, too.
        let terms = example.gradients == nil ? 1e-1 : 1
        #expect(found.shape == truth.shape)
        for (number, truth) in zip(found.elements, truth.elements) {
            // NumPy adds in another order: a few roundings, of terms that may cancel to a tenth of their size.
            let isClose =
                number == truth || (number.isNaN && truth.isNaN)
                || abs(number - truth) <= 2e-15 * max(abs(truth), terms)
            #expect(isClose || abs(number - truth) <= 8 * truth.ulp, "\(number), NumPy \(truth)")
        }
    }

    @Test(arguments: ArrayGolden.all.filter(\.smooth))
    func `have one derivative in both modes, that of differences`(example: ArrayGolden) throws {
        let function = try example.function()
        let directions = try example.directions(0)
        let reverse = dot(try function.gradient(), directions)
        let forward = try function.tangent(along: directions)
        let difference = try function.difference(along: directions)
        let scale = try magnitude(function.gradient(), directions)
        #expect(abs(forward - reverse) <= 1e-13 * scale, "forward \(forward), reverse \(reverse)")
        #expect(abs(difference - reverse) <= 1e-7 * scale, "differences \(difference), reverse \(reverse)")
    }

    // The derivative, along a direction, of the derivative along another.
    @Test(arguments: ArrayGolden.all.filter(\.smooth))
    func `have second derivatives, those of differences`(example: ArrayGolden) throws {
        let function = try example.function()
        let (first, second) = (try example.directions(0), try example.directions(2))
        let tangent = try function.tangentGraph(along: first)
        guard let tangent else { return }
        let found = dot(try tangent.gradient(), second)
        func moved(by step: Double) throws -> Double {
            let points = try zip(example.tensors(), second).map { tensor, direction in
                let elements = zip(tensor.elements, direction).map { $0 + step * $1 }
                return try #require(Tensor(shape: tensor.shape, elements: elements))
            }
            return try example.function(at: points).tangent(along: first)
        }
        let difference = try (moved(by: 1e-5) - moved(by: -1e-5)) / 2e-5
        let scale = try magnitude(tangent.gradient(), second)
        #expect(abs(difference - found) <= 1e-6 * scale, "differences \(difference), found \(found)")
    }

    private func dot(_ left: [[Double]], _ right: [[Double]]) -> Double {
        zip(left.joined(), right.joined()).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The size of the terms of a product, 1 at the least: what its rounding errors are measured by.
    private func magnitude(_ left: [[Double]], _ right: [[Double]]) -> Double {
        max(1, zip(left.joined(), right.joined()).reduce(0) { $0 + abs($1.0 * $1.1) })
    }
}

extension ArrayFunction {
    /// The derivative along tangents as a function in its own right; nothing where it is 0.
    func tangentGraph(along directions: [[Double]]) throws -> TangentFunction? {
        var graph = graph
        var seeds: [(node: NodeIndex, tangent: NodeIndex)] = []
        for (input, direction) in zip(graph.inputs, directions) {
            let tensor = try #require(Tensor(shape: graph.shape(of: input.node), elements: direction))
            seeds.append((input.node, graph.appendConstant(tensor: tensor)))
        }
        let forward = Forward(graph, seeds: seeds)
        return forward.tangents[Int(weighted)].map { TangentFunction(graph: forward.graph, output: $0) }
    }
}

/// A graph with one scalar output.
struct TangentFunction {
    let graph: Graph
    let output: NodeIndex

    /// The derivatives with respect to each input, by reverse mode.
    func gradient() throws -> [[Double]] {
        let reverse = Reverse(graph, output: output)
        return try graph.inputs.map { input in
            guard let adjoint = reverse.adjoints[Int(input.node)] else {
                return [Double](repeating: 0, count: graph.shape(of: input.node).count)
            }
            var workspace: [Double] = []
            let inputs = graph.inputs.flatMap { $0.defaultValue ?? [] }
            return try Program.compile(reverse.graph, wanted: [adjoint]).run(inputs: inputs, workspace: &workspace)
        }
    }
}

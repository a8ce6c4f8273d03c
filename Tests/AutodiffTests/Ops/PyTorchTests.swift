import Autodiff
import Testing

/// Values and gradients against PyTorch, where its conventions are ours.
@Suite struct `PyTorch` {
    /// PyTorch takes these slopes as a difference from 1, of which it so loses an ulp or two; the rest agree to 6 ulp.
    private let differences: Set<Op> = [
        .tanh, .sigmoid, .softplus, .expm1, .sechSquare, .hypotShare, .oneMinusSquare,
    ]

    /// PyTorch has half of the others, with fewer digits than the golden values that all of them are held to.
    private static let compared = Op.computing.filter { !Op.special.contains($0) && !Op.further.contains($0) }

    @Test(arguments: compared) func `agrees on ops`(op: Op) throws {
        let cases = PyTorchGolden.file.ops.filter { $0.op == op.name }
        try #require(cases.count >= 3)
        let function = OpFunction(op, operandCount: cases[0].operands.count)
        let slack = differences.contains(op) ? 4 * 1.0.ulp : 0
        for golden in cases {
            let numbers = [function.value(golden.operands)] + function.gradient(golden.operands)
            for (number, torch) in zip(numbers, [golden.value] + golden.gradient) {
                #expect(
                    number.isClose(to: torch, ulps: 6) || abs(number - torch) <= slack,
                    "at \(golden.operands): \(number), PyTorch \(torch)")
            }
        }
    }

    @Test func `covers a dozen graphs`() { #expect(PyTorchGolden.file.graphs.count >= 12) }

    @Test(arguments: PyTorchGolden.file.graphs) func `agrees on graphs`(golden: PyTorchGolden.GraphCase) throws {
        let inputs = golden.inputs.sorted { $0.key < $1.key }.map {
            NodeDescription($0.key, "input", value: Tensor($0.value))
        }
        let nodes = golden.nodes.map { node in
            NodeDescription(node.id, node.op, node.args.map { Double($0).map { .number($0) } ?? .id($0) })
        }
        let graph = try Graph(nodes: inputs + nodes, outputs: nodes.suffix(1).map(\.id))
        let function = OpFunction(graph)
        let point = try graph.inputNumbers([:])
        // Both round at every node, so the difference is a few ulp of the largest number around.
        let scale = max(golden.value.magnitude, golden.gradient.values.map(\.magnitude).max() ?? 0)
        #expect(abs(function.value(point) - golden.value) <= 8 * scale.ulp)
        for (input, number) in zip(graph.inputs, function.gradient(point)) {
            let torch = try #require(golden.gradient[input.name])
            #expect(abs(number - torch) <= 8 * scale.ulp, "\(input.name): \(number), PyTorch \(torch)")
        }
    }
}

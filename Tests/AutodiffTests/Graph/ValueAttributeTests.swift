import Autodiff
import Testing

/// `value` is the number of a constant, the default of an input, and an attribute of some ops.
@Suite struct `A node's value` {
    private static func nodes(_ op: String, _ value: Tensor, _ attributes: Attributes = [:]) -> [NodeDescription] {
        [
            NodeDescription("x", "input", value: Tensor([1, 2])),
            NodeDescription("r", op, ["x"], value: value, attributes: attributes),
        ]
    }

    @Test func `is the number of a margin`() throws {
        let graph = try Graph(nodes: Self.nodes("pad", 2.5, ["pad_width": 1]))
        #expect(try Evaluation(of: graph, report: .outputs)().values[0].tensor == Tensor([2.5, 1, 2, 2.5]))
    }

    @Test func `is no array there`() {
        #expect {
            _ = try Graph(nodes: Self.nodes("pad", Tensor([2, 3]), ["pad_width": 1]))
        } throws: {
            ($0 as? GraphError)?.detail == "The `value` of pad is a number."
        }
    }

    @Test func `is nothing that other ops take`() {
        #expect {
            _ = try Graph(nodes: Self.nodes("exp", 2.5))
        } throws: {
            ($0 as? GraphError)?.detail == "exp takes no `value`."
        }
    }
}

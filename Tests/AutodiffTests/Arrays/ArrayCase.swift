import Autodiff
import Testing

/// An op on arrays at a point.
struct ArrayCase: Sendable, CustomTestStringConvertible {
    let op: Op
    let shapes: [[Int]]
    let attributes: Attributes
    let result: [Int]

    init(_ op: Op, _ shapes: [Int]..., attributes: Attributes = [:], result: [Int]) {
        self.op = op
        self.shapes = shapes
        self.attributes = attributes
        self.result = result
    }

    var testDescription: String { "\(op.name) of \(shapes) with \(attributes.names)" }

    var operands: [Tensor] { shapes.enumerated().map { .sample($1, from: 0.3 + 0.1 * Double($0)) } }

    static let all: [ArrayCase] = [
        ArrayCase(.add, [2, 3], [3], result: [2, 3]),
        ArrayCase(.multiply, [2, 1], [1, 3], result: [2, 3]),
        ArrayCase(.multiply, [4, 1, 3], [2, 1], result: [4, 2, 3]),
        ArrayCase(.divide, [], [2, 2], result: [2, 2]),
        ArrayCase(.where, [3], [2, 3], [], result: [2, 3]),
        ArrayCase(.tanh, [2, 3], result: [2, 3]),
        ArrayCase(.add, [0, 3], [3], result: [0, 3]),
        ArrayCase(.sum, [2, 3], result: []),
        ArrayCase(.sum, [2, 3, 4], attributes: ["axis": 1], result: [2, 4]),
        ArrayCase(.sum, [2, 3, 4], attributes: ["axis": .integers([-1, 0])], result: [3]),
        ArrayCase(.sum, [2, 3], attributes: ["axis": -1, "keepdims": true], result: [2, 1]),
        ArrayCase(.sum, [2, 3], attributes: ["axis": .integers([])], result: [2, 3]),
        ArrayCase(.sum, [2, 0], attributes: ["axis": 1], result: [2]),
        ArrayCase(.sum, [100], result: []),
        ArrayCase(.mean, [2, 3], attributes: ["axis": 0], result: [3]),
        ArrayCase(.max, [2, 5], attributes: ["axis": 1], result: [2]),
        ArrayCase(.max, [3, 4], result: []),
        ArrayCase(.broadcastTo, [3, 1], attributes: ["shape": .integers([2, 3, 4])], result: [2, 3, 4]),
        ArrayCase(.reshape, [2, 3], attributes: ["shape": .integers([3, -1])], result: [3, 2]),
        ArrayCase(.permuteDims, [2, 3, 4], attributes: ["axes": .integers([2, 0, 1])], result: [4, 2, 3]),
        ArrayCase(.permuteDims, [2, 3], result: [3, 2]),
        ArrayCase(.slice, [5, 2], attributes: ["start": 1, "stop": -1], result: [3, 2]),
        ArrayCase(.slice, [2, 5], attributes: ["axis": -1, "step": -2], result: [2, 3]),
        ArrayCase(.slice, [2, 5], attributes: ["axis": 1, "start": 9], result: [2, 0]),
        ArrayCase(
            .sliceEmbed, [3], attributes: ["shape": .integers([6]), "start": 1, "step": 2], result: [6]),
        ArrayCase(.concat, [2, 2], [2, 3], [2, 1], attributes: ["axis": 1], result: [2, 6]),
        ArrayCase(.concat, [1, 2], [3, 2], result: [4, 2]),
        ArrayCase(.matmul, [2, 3], [3, 4], result: [2, 4]),
        ArrayCase(.matmul, [3], [3], result: []),
        ArrayCase(.matmul, [3], [3, 2], result: [2]),
        ArrayCase(.matmul, [2, 3], [3], result: [2]),
        ArrayCase(.matmul, [4, 1, 2, 3], [5, 3, 2], result: [4, 5, 2, 2]),
        ArrayCase(.matmul, [4, 2, 3], [3], result: [4, 2]),
        ArrayCase(.matmul, [2, 0], [0, 3], result: [2, 3]),
    ]
}

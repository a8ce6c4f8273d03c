import Autodiff
import Testing

@Suite struct `Array ops in error` {
    @Test(arguments: [3.0, -4, 0.5, .nan, .infinity, 1e300])
    func `refuse indices that are not in the axis`(index: Double) throws {
        let x = Tensor([1, 2, 3])
        for op in [Op.take, .takeAlongAxis] {
            let function = try ArrayFunction(op, [x, Tensor([0, index])])
            #expect(throws: RunFailure.self) { try function.value() }
        }
        for op in [Op.indexAdd, .scatterAdd] {
            let function = try ArrayFunction(op, [x, Tensor([0, index]), Tensor([1, 1])])
            #expect(throws: RunFailure.self) { try function.value() }
        }
    }

    private static let senseless: [(Op, Attributes)] = [
        (.sort, ["axis": 2]), (.topk, ["k": 4]), (.topk, [:]), (.quantile, ["q": 1.5]), (.vectorNorm, ["ord": -1]),
        (.diff, ["n": -1]), (.expandDims, [:]), (.squeeze, ["axis": 0]), (.moveaxis, ["source": 0]),
        (.swapaxes, ["axis1": 0]), (.roll, [:]), (.tile, ["repetitions": -1]), (.repeat, ["repeats": -1]),
        (.repeat, ["repeats": .number(1e19)]), (.tile, ["repetitions": .numbers([1e10, 1e10])]),
        (.pad, ["pad_width": .numbers([1, 2, 3])]), (.pad, ["pad_width": -1]), (.pad, ["pad_width": .number(1e19)]),
        (.oneHot, [:]), (.oneHot, ["num_classes": .number(9e18)]), (.diag, ["k": .number(9e18)]),
        (.fullLike, [:]), (.tril, [:]), (.prod, ["axis": .numbers([0, 0])]), (.softmax, ["axis": 5]),
        (.var, ["correction": "one"]),
    ]

    @Test(arguments: senseless)
    func `refuse attributes that make no sense`(op: Op, attributes: Attributes) {
        #expect(throws: OpError.self) { try ArrayFunction(op, [Tensor([1, 2, 3])], attributes) }
    }

    @Test(arguments: [Op.min, .argmax, .argmin, .median]) func `of no elements have no value`(op: Op) {
        #expect(throws: OpError.self) { try ArrayFunction(op, [Tensor([])]) }
    }

    private static let unfit: [(Op, [[Int]])] = [
        (.takeAlongAxis, [[2, 3], [3, 3]]), (.scatterAdd, [[2, 3], [2, 1], [2, 2]]),
        (.indexAdd, [[2, 3], [2], [2]]), (.segmentSum, [[2, 3], [3]]), (.stack, [[2], [3]]),
        (.trapezoid, [[2, 3], [2]]), (.crossEntropy, [[2, 3], [3]]), (.nllLoss, [[], []]), (.mseLoss, [[2], [3]]),
        (.huberLoss, [[2], [3], []]),
        (.cosineSimilarity, [[2], [3]]), (.cosineSimilarity, [[], []]),
    ]

    @Test(arguments: unfit)
    func `refuse shapes that do not fit`(op: Op, shapes: [[Int]]) {
        let operands = shapes.map { Tensor.sample($0) }
        let attributes: Attributes = op == .segmentSum ? ["num_segments": 2] : [:]
        #expect(throws: OpError.self) { try ArrayFunction(op, operands, attributes) }
    }

    @Test func `have slope 0 where vectors are constant or 0`() throws {
        #expect(try ArrayFunction(.std, [Tensor([0.1, 0.1, 0.1])]).gradient()[0] == [0, 0, 0])
        for order in [1, 1.5, 2, 3] {
            let function = try ArrayFunction(.vectorNorm, [Tensor([0, 0])], ["ord": .number(order)])
            #expect(try function.gradient()[0] == [0, 0])
        }
    }
}

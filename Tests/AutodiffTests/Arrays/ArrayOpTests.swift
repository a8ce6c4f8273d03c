import Autodiff
import Testing

@Suite struct `Array ops` {
    @Test(arguments: ArrayCase.all) func `have the shape that NumPy gives`(example: ArrayCase) throws {
        let function = try ArrayFunction(example.op, example.operands, example.attributes)
        #expect(try function.value().shape.extents == example.result)
    }

    @Test(arguments: ArrayCase.all) func `have one derivative in both modes`(example: ArrayCase) throws {
        let function = try ArrayFunction(example.op, example.operands, example.attributes)
        let gradient = try function.gradient()
        let directions = example.operands.enumerated().map { position, operand in
            (0..<operand.elements.count).map { Double(($0 * 3 + position) % 7) / 3 - 1 }
        }
        let products = zip(gradient, directions).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }
        let reverse = products.reduce(0, +)
        let forward = try function.tangent(along: directions)
        let difference = try function.difference(along: directions)
        #expect(abs(forward - reverse) <= 1e-13 * max(1, abs(reverse)), "forward \(forward), reverse \(reverse)")
        #expect(abs(difference - reverse) <= 1e-7 * max(1, abs(reverse)), "differences \(difference), \(reverse)")
    }

    @Test(arguments: ArrayCase.all) func `run compiled to the bits of node by node`(example: ArrayCase) throws {
        let function = try ArrayFunction(example.op, example.operands, example.attributes)
        let reverse = Reverse(function.graph, output: function.weighted)
        var numbers = NodeNumbers()
        try Interpreter.extend(&numbers, by: reverse.graph, through: NodeIndex(reverse.graph.count - 1))
        let wanted = (0..<reverse.graph.count).map { NodeIndex($0) }
        var workspace: [Double] = []
        let inputs = function.graph.inputs.flatMap { $0.defaultValue ?? [] }
        let found = try Program.compile(reverse.graph, wanted: wanted).run(inputs: inputs, workspace: &workspace)
        let truth = wanted.flatMap { Array(numbers[$0]) }
        try #require(found.count == truth.count)
        for (number, truth) in zip(found, truth) { #expect(number.bitPattern == truth.bitPattern) }
    }

    @Test func `give known numbers`() throws {
        let x = Tensor(shape: Shape([2, 3]) ?? .scalar, elements: [1, 2, 3, 4, 5, 6]) ?? Tensor(.nan)
        func value(_ op: Op, _ attributes: Attributes = [:]) throws -> [Double] {
            try ArrayFunction(op, [x], attributes).value().elements
        }
        #expect(try value(.sum, ["axis": 0]) == [5, 7, 9])
        #expect(try value(.sum, ["axis": 1]) == [6, 15])
        #expect(try value(.mean) == [3.5])
        #expect(try value(.max, ["axis": 1]) == [3, 6])
        #expect(try value(.permuteDims) == [1, 4, 2, 5, 3, 6])
        #expect(try value(.slice, ["axis": 1, "step": -2]) == [3, 1, 6, 4])
        #expect(try ArrayFunction(.matmul, [x, Tensor([1, 0, -1])]).value().elements == [-2, -2])
        #expect(
            try ArrayFunction(.concat, [x, x], ["axis": 1]).value().elements == [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6])
    }

    @Test func `share what ties`() throws {
        let gradient = try ArrayFunction(.max, [Tensor([1, 3, 3])]).gradient()[0]
        let weight = try ArrayFunction(.max, [Tensor([0, 0, 1])]).gradient()[0][2]
        #expect(gradient == [0, weight / 2, weight / 2])
    }

    @Test func `of a value know their numbers and gradients`() {
        let x = Value(array: Tensor([1, 2, 3]))
        let y = x * x + 1.0
        y.backward()
        #expect(y.tensor == Tensor([2, 5, 10]))
        #expect(x.gradientTensor == Tensor([2, 4, 6]))
        x.tensor = Tensor([0, 0, 1])
        #expect(y.tensor == Tensor([1, 1, 2]))
    }
}

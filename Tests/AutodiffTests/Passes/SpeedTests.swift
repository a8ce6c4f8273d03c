import Autodiff
import Testing

/// That how fast an answer comes never changes it: node by node, in runs, in lanes and by several threads.
@Suite struct `The same bits` {
    private static func areSame(_ x: Double, _ y: Double) -> Bool {
        x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
    }

    /// Operands of all kinds: everyday ones, special ones, and those of any exponent.
    private static func operands(_ count: Int, seed: Int, isWhole: Bool = false) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            if isWhole { return Double(Int.random(in: 0...4, using: &generator)) }
            return switch Int.random(in: 0..<8, using: &generator) {
            case 0: `Vector functions`.specials.randomElement(using: &generator) ?? 0
            case 1: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
            default: Double.random(in: -4...4, using: &generator)
            }
        }
    }

    /// Two nodes of an op, of scalars or of arrays, so that the operands are found in all ways.
    private static func graph(_ op: Op, _ extents: [Int]) throws -> (graph: Graph, wanted: [NodeIndex]) {
        var graph = Graph()
        let shape = try #require(Shape(extents))
        let inputs = (0..<op.arity).map { graph.appendInput("x\($0)", shape: shape, defaultValue: nil) }
        let shifted = (0..<op.arity).map { graph.appendInput("y\($0)", shape: shape, defaultValue: nil) }
        let nodes = [
            try graph.append(op, inputs, [:]), try graph.append(op, shifted, [:]),
            try graph.append(op, (0..<op.arity).map { $0 == 0 ? shifted[$0] : inputs[$0] }, [:]),
            try graph.append(op, (0..<op.arity).map { $0 == 0 ? inputs[$0] : shifted[$0] }, [:]),
        ]
        return (graph, nodes)
    }

    @Test(arguments: Op.computing) func `of an op for any number of points`(op: Op) throws {
        let (graph, wanted) = try Self.graph(op, [])
        let program = Program.compile(graph, wanted: wanted)
        let count = 70
        let columns = (0..<2 * op.arity).map {
            Self.operands(count, seed: $0, isWhole: op.isWhole($0 % op.arity))
        }
        let points = (0..<count).map { point in columns.map { $0[point] } }
        var bound = graph
        let truth = try points.map { point in
            try bound.setDefaults(
                Dictionary(uniqueKeysWithValues: zip(graph.inputs, point).map { ($0.name, Tensor($1)) }))
            let numbers = bound.scalars()
            return wanted.map { numbers[Int($0)] }
        }
        var workspace: [Double] = []
        for (point, truth) in zip(points, truth) {
            let found = try program.run(inputs: point, workspace: &workspace)
            #expect(zip(found, truth).allSatisfy(Self.areSame), "\(op.name) at \(point): \(found), \(truth)")
        }
        for count in 1...70 {
            let table = InputTable(points: Array(points.prefix(count)))
            for width in [nil, 8, 24, 64, 1] where width == nil || count % 9 == 1 {
                let found = try program.run(table, width: width)
                for (place, _) in wanted.enumerated() {
                    let isSame = zip(found.numbers(place, direction: 0), truth).allSatisfy {
                        Self.areSame($0, $1[place])
                    }
                    #expect(isSame, "\(op.name) at \(count) points, width \(width ?? 0)")
                }
            }
        }
    }

    @Test(arguments: Op.computing) func `of an op for arrays of any length`(op: Op) throws {
        let columns = (0..<2 * op.arity).map {
            Self.operands(70, seed: 50 + $0, isWhole: op.isWhole($0 % op.arity))
        }
        let (scalar, wantedScalars) = try Self.graph(op, [])
        let one = Program.compile(scalar, wanted: wantedScalars)
        var workspace: [Double] = []
        let truth = try (0..<70).map { element in
            try one.run(inputs: columns.map { $0[element] }, workspace: &workspace)
        }
        for count in 1...70 {
            let (graph, wanted) = try Self.graph(op, [count])
            let program = Program.compile(graph, wanted: wanted)
            let found = try program.run(inputs: columns.flatMap { $0.prefix(count) }, workspace: &workspace)
            for (place, _) in wanted.enumerated() {
                for element in 0..<count {
                    let (number, truth) = (found[place * count + element], truth[element][place])
                    #expect(Self.areSame(number, truth), "\(op.name), \(element) of \(count): \(number), \(truth)")
                }
            }
        }
    }

    /// A graph with its gradient, at points around the given one.
    private static func check(_ graph: Graph, output: NodeIndex, seed: Int) throws {
        let reverse = Reverse(graph, output: output)
        let wanted = [output] + graph.inputs.compactMap { reverse.adjoints[Int($0.node)] }
        let program = Program.compile(reverse.graph, wanted: wanted)
        let inputs = try graph.inputNumbers([:])
        var generator = SeededGenerator(seed: seed)
        let points = (0..<37).map { _ in
            inputs.map { $0 * Double.random(in: 0.9...1.1, using: &generator) }
        }
        var workspace: [Double] = []
        let truth = try points.map { try program.run(inputs: $0, workspace: &workspace) }
        for (width, threads) in [(1, 1), (1, 3), (8, 1), (8, 3), (16, 2), (40, 1)] {
            let found = try program.run(InputTable(points: points), width: width, threads: threads)
            for point in points.indices {
                let numbers = wanted.indices.flatMap { place in
                    let column = Array(found.numbers(place, direction: 0))
                    let size = column.count / points.count
                    return column[point * size..<(point + 1) * size]
                }
                #expect(
                    numbers.count == truth[point].count && zip(numbers, truth[point]).allSatisfy(areSame),
                    "point \(point), width \(width), \(threads) threads")
            }
        }
    }

    @Test(arguments: 1...40) func `of random graphs in lanes and threads`(seed: Int) throws {
        let graph = try RandomGraph(seed: seed).graph()
        try Self.check(graph, output: try #require(graph.outputs.first), seed: seed)
    }

    @Test(arguments: 1...20) func `of random graphs of arrays in lanes and threads`(seed: Int) throws {
        let graph = try RandomArrayGraph(seed: seed).graph
        try Self.check(graph, output: try #require(graph.outputs.last), seed: seed)
    }
}

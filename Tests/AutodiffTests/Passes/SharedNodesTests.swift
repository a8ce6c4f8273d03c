import Autodiff
import Testing

/// Nodes of one op and the same operands are computed once, however many others share an operand with them.
@Suite("Equal nodes") struct SharedNodesTests {
    @Test(arguments: [1, 3, 4, 5, 6, 40]) func `are computed once`(count: Int) throws {
        var graph = Graph()
        let inputs = (0..<count).map { graph.appendInput("x\($0)", shape: .scalar, defaultValue: nil) }
        let last = graph.appendInput("y", shape: .scalar, defaultValue: nil)
        var nodes: [NodeIndex] = []
        for _ in 0..<3 { nodes += try inputs.map { try graph.append(.pow, [$0, last], [:]) } }
        #expect(Program.compile(graph, wanted: nodes).size.ops == count)
    }

    @Test func `are those with the operands of a commutative op in either order`() throws {
        var graph = Graph()
        let x = graph.appendInput("x", shape: .scalar, defaultValue: nil)
        let y = graph.appendInput("y", shape: .scalar, defaultValue: nil)
        let products = [try graph.append(.multiply, [x, y], [:]), try graph.append(.multiply, [y, x], [:])]
        let quotients = [try graph.append(.divide, [x, y], [:]), try graph.append(.divide, [y, x], [:])]
        #expect(Program.compile(graph, wanted: products + quotients).size.ops == 3)
    }

    @Test func `are constants of the same bits`() throws {
        var graph = Graph()
        let x = graph.appendInput("x", shape: .scalar, defaultValue: nil)
        let sums = try [1.5, 1.5, -1.5, 0, -0.0].map { try graph.append(.add, [x, graph.appendConstant($0)], [:]) }
        #expect(Program.compile(graph, wanted: sums).size.ops == 4)
    }

    /// Simplifying looks ahead in graphs of this size, and in smaller ones not.
    @Test func `are computed once in a large graph`() throws {
        var graph = Graph()
        let x = graph.appendInput("x", shape: .scalar, defaultValue: nil)
        let y = graph.appendInput("y", shape: .scalar, defaultValue: nil)
        var chains = [x, x]
        for index in 0..<20_000 {
            let op: Op = index.isMultiple(of: 2) ? .hypot : .atan2
            chains = try chains.map { try graph.append(op, [$0, y], [:]) }
        }
        #expect(Program.compile(graph, wanted: chains).size.ops == 20_000)
    }
}

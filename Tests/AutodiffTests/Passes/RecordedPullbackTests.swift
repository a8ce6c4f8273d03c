import Autodiff
import Testing

/// What reverse mode appends for scalars, from records of the rules, is what the rules make of arrays.
@Suite struct `Recorded rules` {
    /// The nodes that pulling back through one node appends: ops, operands and constants.
    private static func appended(_ op: Op, _ shape: Shape, constant: Int?) throws -> [String] {
        var graph = Graph()
        let operands = (0..<op.arity).map { position in
            position == constant
                ? graph.appendConstant(3) : graph.appendInput("x\(position)", shape: shape, defaultValue: nil)
        }
        // A constant has an adjoint where it has a name.
        for operand in operands { graph.name(operand, "x\(operand)") }
        let output = try graph.append(op, operands, [:])
        let cotangent = graph.appendInput("c", shape: graph.shape(of: output), defaultValue: nil)
        let reverse = Reverse(graph, cotangents: [(output, cotangent)])
        return (graph.count..<reverse.graph.count).map { index in
            let node = NodeIndex(index)
            return "\(reverse.graph.op(of: node)) \(Array(reverse.graph.operands(of: node)))"
        } + ["\(operands.map { reverse.adjoints[Int($0)] })"]
    }

    @Test(arguments: Op.computing) func `append what the rules make`(op: Op) throws {
        guard op.isElementwise else { return }
        let one = try #require(Shape([1]))
        #expect(try Self.appended(op, .scalar, constant: nil) == Self.appended(op, one, constant: nil))
    }

    @Test(arguments: Op.computing) func `append what the rules make of constants`(op: Op) throws {
        guard op.isElementwise else { return }
        for constant in 0..<op.arity {
            let scalars = try Self.appended(op, .scalar, constant: constant)
            // A constant is a scalar in the other graph too, whose adjoint is the sum of what arrives.
            let arrays = try Self.appended(op, try #require(Shape([1])), constant: constant)
            let sums = arrays.filter { $0.hasPrefix("sum ") }.count
            #expect(scalars.count == arrays.count - sums, "\(scalars), \(arrays)")
        }
    }
}

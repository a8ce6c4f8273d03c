/// Reverse mode of a linear function that is given as a graph: what `t -> f(t)` does to tangents, its transpose does
/// to adjoints.
///
/// The graph of `f` is built on a zero tangent, swept backwards, and left behind: nothing that is kept depends on it.
enum Transposition {
    static func pullback(
        _ node: ArrayNode, _ position: Int, _ adjoint: Value, _ pushforward: ([Value?]) -> Value?
    ) -> Value? {
        let tangent = +node.operands[position].zeros()
        var tangents = [Value?](repeating: nil, count: node.operands.count)
        tangents[position] = tangent
        guard let result = pushforward(tangents), result.index > tangent.index else { return nil }
        let graph = tangent.tape.graph
        var isActive = [Bool](repeating: false, count: Int(result.index - tangent.index) + 1)
        isActive[0] = true
        for index in tangent.index + 1...result.index {
            isActive[Int(index - tangent.index)] = graph.operands(of: index).contains {
                $0 >= tangent.index && isActive[Int($0 - tangent.index)]
            }
        }
        guard isActive[isActive.count - 1] else { return nil }
        var sweep = ReverseSweep(tape: tangent.tape, lowest: tangent.index, highest: result.index)
        sweep.add(adjoint.index, to: result.index)
        sweep.run { $0 >= tangent.index && isActive[Int($0 - tangent.index)] }
        return sweep.adjoints[0].map { Value(tape: tangent.tape, index: $0) }
    }
}

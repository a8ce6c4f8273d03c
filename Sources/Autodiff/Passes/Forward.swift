/// Forward mode, from graph to graph: appends to a graph the tangent of every node that depends on a seed.
///
/// The tangent of a node is its derivative along the direction that the seeds give. The nodes keep their places.
package struct Forward {
    /// The graph, with the tangents behind its nodes.
    package let graph: Graph
    /// Where each of the graph's own nodes has its tangent; nothing where it does not depend on a seed.
    package let tangents: [NodeIndex?]

    /// Differentiates the first `count` nodes of a graph, or all.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - seeds: Nodes with their tangents, which are nodes of the graph too, in the shapes of the former.
    ///   - count: How many nodes to differentiate: seeds may stand behind them.
    package init(_ graph: Graph, seeds: [(node: NodeIndex, tangent: NodeIndex)], count: Int? = nil) {
        let tape = Tape(graph)
        let count = count ?? graph.count
        var tangents = [NodeIndex?](repeating: nil, count: count)
        for seed in seeds { tangents[Int(seed.node)] = seed.tangent }
        for index in 0..<count where tangents[index] == nil {
            let place = NodeIndex(index)
            let operands = graph.operands(of: place)
            guard operands.contains(where: { tangents[Int($0)] != nil }) else { continue }
            var rule = Pushforward(
                node: ElementwiseNode(place, on: tape),
                tangents: operands.map { tangents[Int($0)].map { Value(tape: tape, index: $0) } })
            tangents[index] = graph.op(of: place).interpret(&rule)?.index
        }
        self.graph = tape.graph
        self.tangents = tangents
    }
}

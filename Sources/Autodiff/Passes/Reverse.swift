/// Reverse mode, from graph to graph: appends to a graph the adjoint of every node that an output depends on.
///
/// The adjoint of a node is the derivative of the output with respect to it, over all paths: the sum over its
/// uses of the user's adjoint times the slope of that use. The nodes of the graph keep their places.
package struct Reverse {
    /// The graph, with the adjoints behind its nodes.
    package let graph: Graph
    /// Where each of the graph's own nodes has its adjoint; nothing where the output does not depend on it.
    package let adjoints: [NodeIndex?]

    /// Differentiates one scalar node of a graph with respect to all others.
    package init(_ graph: Graph, output: NodeIndex) {
        let tape = Tape(graph)
        var sums = ContributionLists(count: graph.count)
        var adjoints = [NodeIndex?](repeating: nil, count: graph.count)
        let isActive = graph.activity()
        sums.add(tape.graph.appendConstant(1), to: output)
        for index in stride(from: output, through: 0, by: -1) {
            guard let adjoint = sums.total(of: index, on: tape) else { continue }
            adjoints[Int(index)] = adjoint
            let node = graph.nodes[Int(index)]
            for position in 0..<Int(node.operandCount) {
                let operand = graph.operand(position, of: node)
                guard isActive[Int(operand)] else { continue }
                let slope = Slope(of: index, withRespectTo: position, on: tape)
                if let contribution = slope.times(Value(tape: tape, index: adjoint)) {
                    sums.add(contribution.index, to: operand)
                }
            }
        }
        self.graph = tape.graph
        self.adjoints = adjoints
    }
}

extension Graph {
    /// Which nodes a derivative may flow to: inputs, constants with a name, and what is computed from them.
    func activity() -> [Bool] {
        var isActive = [Bool](repeating: false, count: count)
        for named in namedNodes { isActive[Int(named.node)] = true }
        for (index, node) in nodes.enumerated() where !isActive[index] {
            isActive[index] =
                node.op == .input
                || (0..<Int(node.operandCount)).contains { isActive[Int(operand($0, of: node))] }
        }
        return isActive
    }
}

/// For each node the adjoints that have arrived from its uses, as linked lists in one buffer.
private struct ContributionLists {
    private var heads: [Int32]
    private var links: [(adjoint: NodeIndex, next: Int32)] = []

    init(count: Int) { heads = [Int32](repeating: -1, count: count) }

    mutating func add(_ adjoint: NodeIndex, to node: NodeIndex) {
        links.append((adjoint, heads[Int(node)]))
        heads[Int(node)] = Int32(links.count - 1)
    }

    /// Sums what arrived at a node, pairwise, so that a million uses make a tree of depth 20 and not a chain.
    func total(of node: NodeIndex, on tape: Tape) -> NodeIndex? {
        var link = heads[Int(node)]
        guard link >= 0 else { return nil }
        var terms: [Value] = []
        while link >= 0 {
            terms.append(Value(tape: tape, index: links[Int(link)].adjoint))
            link = links[Int(link)].next
        }
        return terms.pairwiseSum().index
    }
}

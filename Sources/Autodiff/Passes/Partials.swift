/// The local derivative on every edge between nodes that have names.
///
/// A partial is the derivative of a node with respect to another that it is computed from, all other named nodes
/// held fixed; it runs through unnamed intermediates, so the chain rule over named nodes alone is complete.
struct Partials {
    /// An edge, with the place of its number.
    struct Edge {
        let from: NodeIndex
        let to: NodeIndex
        let partial: NodeIndex
    }

    /// The graph that was given, with the partials behind its nodes.
    let graph: Graph
    /// The edges, by the node they lead to, in the order of evaluation.
    private(set) var edges: [Edge] = []

    /// Appends the partials of the first `count` nodes of a graph, those behind being derivatives.
    init(_ graph: Graph, ofFirst count: Int) {
        let tape = Tape(graph)
        let isActive = graph.activity()
        var isNamed = [Bool](repeating: false, count: count)
        for node in graph.namedNodes.nodes { isNamed[Int(node)] = true }
        for named in graph.namedNodes.nodes {
            var sums: [NodeIndex: [Value]] = [named: [Value(tape: tape, index: tape.graph.appendConstant(1))]]
            for node in [named] + Partials.unnamedAncestors(of: named, in: graph, isNamed) {
                guard let adjoint = sums.removeValue(forKey: node)?.pairwiseSum() else { continue }
                for (position, operand) in graph.operands(of: node).enumerated() where isActive[Int(operand)] {
                    let rule = Pullback(of: node, position: position, on: tape)
                    if let contribution = rule.apply(to: adjoint) { sums[operand, default: []].append(contribution) }
                }
            }
            for (from, terms) in sums.sorted(by: { $0.key < $1.key }) {
                edges.append(Edge(from: from, to: named, partial: terms.pairwiseSum().index))
            }
        }
        self.graph = tape.graph
    }

    /// The unnamed nodes that a node is computed from without a named one between, uses before operands.
    private static func unnamedAncestors(of node: NodeIndex, in graph: Graph, _ isNamed: [Bool]) -> [NodeIndex] {
        var found: Set<NodeIndex> = []
        var stack = [node]
        while let next = stack.popLast() {
            for operand in graph.operands(of: next) where !isNamed[Int(operand)] {
                if found.insert(operand).inserted { stack.append(operand) }
            }
        }
        return found.sorted(by: >)
    }
}

extension Graph {
    /// Refuses partials where there is no one number on an edge.
    ///
    /// - Throws: The first named node that is an array.
    func requireScalars() throws(GraphError) {
        guard let array = namedNodes.first(where: { !shape(of: $0.node).isScalar }) else { return }
        throw GraphError(
            .notScalar,
            "\"\(array.name)\" has shape \(shape(of: array.node)); partials are those of a graph of scalars.",
            at: .request([.field("partials")]), node: array.name)
    }
}

/// Reverse mode, from graph to graph: appends to a graph the adjoint of every node that the outputs depend on.
///
/// The adjoint of a node is the derivative of the outputs, weighted by their cotangents, with respect to it, over
/// all paths: the sum over its uses of the user's adjoint times the slope of that use. The nodes keep their places.
package struct Reverse {
    /// The graph, with the adjoints behind its nodes.
    package let graph: Graph
    /// Where each of the graph's own nodes has its adjoint; nothing where no output depends on it.
    package let adjoints: [NodeIndex?]

    /// Differentiates one node of a graph with respect to all others; where it is an array, the sum of its elements.
    package init(_ graph: Graph, output: NodeIndex) {
        let tape = Tape(differentiating: graph)
        let one = Value(tape: tape, index: tape.graph.appendConstant(1))
        self.init(tape, count: graph.count, [(output, one.broadcast(to: graph.shape(of: output)).index)])
    }

    /// Pulls cotangents, nodes of the same graph in the shapes of the outputs, back from outputs to all nodes.
    package init(_ graph: Graph, cotangents: [(output: NodeIndex, cotangent: NodeIndex)]) {
        self.init(Tape(differentiating: graph), count: graph.count, cotangents)
    }

    private init(_ tape: Tape, count: Int, _ cotangents: [(output: NodeIndex, cotangent: NodeIndex)]) {
        let isActive = tape.graph.activity()
        let highest = cotangents.map(\.output).max() ?? 0
        var sweep = ReverseSweep(tape: tape, lowest: 0, highest: highest)
        for (output, cotangent) in cotangents { sweep.add(cotangent, to: output) }
        sweep.run { isActive[Int($0)] }
        graph = tape.graph
        var adjoints = sweep.adjoints
        adjoints.append(contentsOf: repeatElement(nil, count: max(count - adjoints.count, 0)))
        self.adjoints = adjoints
    }
}

extension Tape {
    /// A tape with the nodes of a graph, and with room for what is appended to differentiate it.
    ///
    /// A node in four has a slope of its own, and most adjoints are a product and a sum.
    fileprivate convenience init(differentiating graph: Graph) {
        var graph = graph
        graph.reserveCapacity(nodes: 3 * graph.count, operands: 6 * graph.count)
        self.init(graph)
    }
}

/// A way back over a stretch of a graph, from uses to operands, collecting what arrives at each node.
struct ReverseSweep {
    private let tape: Tape
    private let lowest: NodeIndex
    private let highest: NodeIndex
    private var contributions: ContributionLists
    /// The adjoints of the nodes from the lowest on; nothing where none arrived.
    private(set) var adjoints: [NodeIndex?]

    init(tape: Tape, lowest: NodeIndex, highest: NodeIndex) {
        self.tape = tape
        self.lowest = lowest
        self.highest = highest
        let count = Int(highest - lowest) + 1
        contributions = ContributionLists(count: count)
        adjoints = [NodeIndex?](repeating: nil, count: count)
    }

    /// Adds to the adjoint of a node.
    mutating func add(_ adjoint: NodeIndex, to node: NodeIndex) { contributions.add(adjoint, to: node - lowest) }

    /// Goes over the stretch, towards those operands that are active.
    mutating func run(_ isActive: (NodeIndex) -> Bool) {
        let recorded = RecordedPullbacks.all
        let isLarge = Int(highest - lowest) > Graph.largestNearby
        // What is held here alone can be appended to without asking each time who else holds it.
        var graph = Graph()
        swap(&graph, &tape.graph)
        for index in stride(from: highest, through: lowest, by: -1) {
            if isLarge, index - lowest > ReverseSweep.distance {
                prefetch(index - ReverseSweep.distance, in: graph)
            }
            guard let adjoint = contributions.total(of: index - lowest, in: &graph) else { continue }
            adjoints[Int(index - lowest)] = adjoint
            let node = graph.nodes[Int(index)]
            for position in 0..<Int(node.operandCount) {
                let operand = graph.operand(position, of: node)
                guard isActive(operand) else { continue }
                let contribution: NodeIndex?
                if node.shape == 0, let rule = recorded.rule(of: node.op, position) {
                    contribution = recorded.append(rule, of: node, index, adjoint: adjoint, to: &graph)
                } else {
                    swap(&graph, &tape.graph)
                    contribution =
                        Pullback(of: index, position: position, on: tape)
                        .apply(to: Value(tape: tape, index: adjoint))?.index
                    swap(&graph, &tape.graph)
                }
                if let contribution { contributions.add(contribution, to: operand - lowest) }
            }
        }
        swap(&graph, &tape.graph)
    }

    /// How many nodes ahead memory is asked for.
    private static let distance: NodeIndex = 16

    /// Brings near what going over a node will look up.
    @inline(__always)
    private func prefetch(_ index: NodeIndex, in graph: Graph) {
        let node = graph.nodes[Int(index)]
        for position in 0..<Int(node.operandCount) {
            contributions.prefetch(max(graph.operand(position, of: node) - lowest, 0))
        }
        contributions.prefetchLink(of: index - lowest)
    }
}

extension Graph {
    /// Which nodes a derivative may flow to: inputs, constants with a name, and what is computed from them.
    func activity() -> [Bool] {
        var isActive = [Bool](repeating: false, count: count)
        for node in namedNodes.nodes { isActive[Int(node)] = true }
        spread(&isActive)
        return isActive
    }

    private func spread(_ isActive: inout [Bool]) {
        var isActive = isActive.mutableSpan
        let (nodes, operands) = (nodes.span, operands.span)
        for index in nodes.indices where !isActive[index] {
            let node = nodes[index]
            let (start, count) = (Int(node.operandStart), Int(node.operandCount))
            guard count > 0 else {
                isActive[index] = node.op == .input
                continue
            }
            // One way for nodes of one operand and of two, since which comes next cannot be foreseen.
            let (first, last) = (isActive[Int(operands[start])], isActive[Int(operands[start + count - 1])])
            isActive[index] = first || last
            for place in stride(from: start + 1, to: start + count - 1, by: 1) where isActive[Int(operands[place])] {
                isActive[index] = true
            }
        }
    }
}

/// For each node the adjoints that have arrived from its uses: most often one, else a linked list in one buffer.
private struct ContributionLists {
    /// Nothing, or the one adjoint, or below -1 the complement of one more than the place of the latest link.
    private var heads: [Int32]
    /// The links, and behind them at least one to come.
    private var links: [Link]
    private var linkCount = 0
    private var terms: [NodeIndex] = []

    private struct Link: BitwiseCopyable {
        let adjoint: NodeIndex
        let next: Int32
    }

    init(count: Int) {
        heads = [Int32](repeating: -1, count: count)
        links = [Link](repeating: Link(adjoint: -1, next: -1), count: max(count, 1))
    }

    mutating func add(_ adjoint: NodeIndex, to node: NodeIndex) {
        let head = heads[Int(node)]
        // Whether it is the first cannot be foreseen: a link is written for each, and overwritten where none is needed.
        links[linkCount] = Link(adjoint: adjoint, next: head)
        linkCount += head == -1 ? 0 : 1
        heads[Int(node)] = head == -1 ? adjoint : -1 - Int32(truncatingIfNeeded: linkCount)
        if linkCount == links.count { links.append(contentsOf: repeatElement(links[0], count: linkCount)) }
    }

    /// Brings near what has arrived at a node.
    @inline(__always)
    func prefetch(_ node: NodeIndex) { heads.prefetch(Int(node)) }

    /// Brings near the latest link of a node, where there is one.
    @inline(__always)
    func prefetchLink(of node: NodeIndex) {
        if heads[Int(node)] < -1 { links.prefetch(Int(-2 - heads[Int(node)])) }
    }

    /// Sums what arrived at a node, pairwise, so that a million uses make a tree of depth 20 and not a chain.
    mutating func total(of node: NodeIndex, in graph: inout Graph) -> NodeIndex? {
        var head = heads[Int(node)]
        if head >= 0 { return head }
        if head == -1 { return nil }
        let latest = links[Int(-2 - head)]
        if latest.next >= 0 {
            var two = ElementwiseOperands(latest.adjoint)
            two.append(latest.next)
            return graph.append(.add, two, shape: graph.shapeIndex(of: latest.adjoint))
        }
        terms.removeAll(keepingCapacity: true)
        while head < 0 {
            let link = links[Int(-2 - head)]
            terms.append(link.adjoint)
            head = link.next
        }
        terms.append(head)
        return graph.appendPairwiseSum(of: &terms)
    }
}

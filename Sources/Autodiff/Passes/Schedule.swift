/// An order of evaluation in runs: nodes sorted by depth, and within a depth by op; an array is a run of its own.
///
/// A switch for each node costs a branch misprediction, 15 ns; grouped, the same work takes 2 to 3.
struct Schedule {
    /// Nodes that compute something, run after run.
    let order: [NodeIndex]
    /// Where in the order each run starts, and at last where the order ends.
    let starts: [Int]
    /// For each node the run that computes it, or -1 for a source.
    let runs: [Int32]

    init(_ graph: Graph) {
        let depths = Schedule.depths(graph)
        let computing = graph.nodes.indices.filter { graph.nodes[$0].operandCount > 0 }.map { NodeIndex($0) }
        // Two stable counting sorts, the finer key first: a table of both keys would be as large as their product.
        let byKey = Schedule.sorted(computing) { Schedule.key(graph.nodes[Int($0)]) }
        let byDepth = Schedule.sorted(byKey) { Int(depths[Int($0)]) }
        var starts: [Int] = []
        var runs = [Int32](repeating: -1, count: graph.count)
        var last: (depth: Int32, key: Int) = (-1, -1)
        for (position, node) in byDepth.enumerated() {
            let this = (depth: depths[Int(node)], key: Schedule.key(graph.nodes[Int(node)]))
            // Odd keys are those of arrays.
            if this != last || !this.key.isMultiple(of: 2) {
                starts.append(position)
                last = this
            }
            runs[Int(node)] = Int32(starts.count - 1)
        }
        self.starts = starts + [byDepth.count]
        self.runs = runs
        order = byDepth
    }

    /// The most nodes on a way from a source to each node.
    private static func depths(_ graph: Graph) -> [Int32] {
        var depths = [Int32](repeating: 0, count: graph.count)
        for (index, node) in graph.nodes.enumerated() where node.operandCount > 0 {
            var depth: Int32 = 0
            for position in 0..<Int(node.operandCount) {
                depth = max(depth, depths[Int(graph.operand(position, of: node))])
            }
            depths[index] = depth + 1
        }
        return depths
    }

    /// What nodes of one run have in common besides the depth; odd for arrays, of which each is a run.
    private static func key(_ node: Node) -> Int {
        2 * Int(node.op.rawValue) + (node.shape != 0 || node.op.isArray ? 1 : 0)
    }

    /// Nodes by ascending keys from 0 on; those of equal keys in the order given.
    private static func sorted(_ nodes: [NodeIndex], by key: (NodeIndex) -> Int) -> [NodeIndex] {
        var counts: [Int32] = []
        for node in nodes {
            let key = key(node)
            if key >= counts.count {
                counts.append(contentsOf: repeatElement(0, count: max(key + 1, 2 * counts.count) - counts.count))
            }
            counts[key] += 1
        }
        var next: Int32 = 0
        for key in counts.indices {
            let count = counts[key]
            counts[key] = next
            next += count
        }
        var sorted = [NodeIndex](repeating: 0, count: nodes.count)
        for node in nodes {
            let key = key(node)
            sorted[Int(counts[key])] = node
            counts[key] += 1
        }
        return sorted
    }
}

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
        let keys = graph.nodes.map { Schedule.key($0) }
        var order = Schedule.sorted(depths)
        var sort = KeySort(keys)
        var starts: [Int] = []
        var runs = [Int32](repeating: -1, count: graph.count)
        var level = 0
        while level < order.count {
            let depth = depths[Int(order[level])]
            var end = level + 1
            while end < order.count, depths[Int(order[end])] == depth { end += 1 }
            sort.sort(&order, level..<end)
            var last: UInt16 = 0
            for position in level..<end {
                let key = keys[Int(order[position])]
                // Odd keys are those of arrays.
                if position == level || key != last || !key.isMultiple(of: 2) { starts.append(position) }
                last = key
                runs[Int(order[position])] = Int32(starts.count - 1)
            }
            level = end
        }
        self.starts = starts + [order.count]
        self.runs = runs
        self.order = order
    }

    /// The most nodes on a way from a source to each node.
    private static func depths(_ graph: Graph) -> [Int32] {
        let (nodes, operands) = (graph.nodes, graph.operands)
        var depths = [Int32](repeating: 0, count: nodes.count)
        for (index, node) in nodes.enumerated() where node.operandCount > 0 {
            var depth: Int32 = 0
            let start = Int(node.operandStart)
            for place in start..<start + Int(node.operandCount) { depth = max(depth, depths[Int(operands[place])]) }
            depths[index] = depth + 1
        }
        return depths
    }

    /// What nodes of one run have in common besides the depth; odd for arrays, of which each is a run.
    private static func key(_ node: Node) -> UInt16 {
        2 * node.op.rawValue + (node.shape != 0 || node.op.isArray ? 1 : 0)
    }

    /// The nodes that are not sources by ascending depths, those of one depth in the order of the graph.
    private static func sorted(_ depths: [Int32]) -> [NodeIndex] {
        var starts = [Int32](repeating: 0, count: Int(depths.max() ?? 0) + 1)
        for depth in depths where depth > 0 { starts[Int(depth)] += 1 }
        var sum: Int32 = 0
        for depth in starts.indices { (starts[depth], sum) = (sum, sum + starts[depth]) }
        var order = [NodeIndex](repeating: 0, count: Int(sum))
        for (node, depth) in depths.enumerated() where depth > 0 {
            order[Int(starts[Int(depth)])] = NodeIndex(node)
            starts[Int(depth)] += 1
        }
        return order
    }
}

/// Sorts stretches of nodes by their keys, those of one key staying in their order: by insertion where there are few,
/// else by counting.
private struct KeySort {
    private let keys: [UInt16]
    /// For each key how many lower ones there are among those in use.
    private var ranks: [UInt16]
    private var counts: [Int32]
    private var buffer: [NodeIndex] = []

    init(_ keys: [UInt16]) {
        self.keys = keys
        ranks = [UInt16](repeating: 0, count: Int(keys.max() ?? 0) + 1)
        for key in keys { ranks[Int(key)] = 1 }
        var used: UInt16 = 0
        for key in ranks.indices { (ranks[key], used) = (used, used + ranks[key]) }
        counts = [Int32](repeating: 0, count: Int(used))
    }

    mutating func sort(_ order: inout [NodeIndex], _ level: Range<Int>) {
        if level.count < counts.count {
            insertionSort(&order, level)
        } else {
            countingSort(&order, level)
        }
    }

    // There are no more nodes than keys in use, of which there are some hundreds at the most.
    private func insertionSort(_ order: inout [NodeIndex], _ level: Range<Int>) {
        for end in level.dropFirst() {
            let node = order[end]
            let key = keys[Int(node)]
            var place = end
            while place > level.lowerBound, keys[Int(order[place - 1])] > key {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = node
        }
    }

    private mutating func countingSort(_ order: inout [NodeIndex], _ level: Range<Int>) {
        for rank in counts.indices { counts[rank] = 0 }
        for node in order[level] { counts[Int(ranks[Int(keys[Int(node)])])] += 1 }
        var sum: Int32 = 0
        for rank in counts.indices { (counts[rank], sum) = (sum, sum + counts[rank]) }
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: order[level])
        for node in buffer {
            let rank = Int(ranks[Int(keys[Int(node)])])
            order[level.lowerBound + Int(counts[rank])] = node
            counts[rank] += 1
        }
    }
}

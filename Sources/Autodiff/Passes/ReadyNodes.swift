/// The nodes whose operands are computed, by what they can run together with, while an order of evaluation is made.
///
/// Most urgent are those that the longest ways to an end begin with. With the most urgent one all that can share its run
/// are taken, so that a node waits for company rather than making a run by itself: half as many runs as by depth.
struct ReadyNodes {
    /// The run that was taken last.
    private(set) var run: [NodeIndex] = []
    /// For each node how many operands are still to be computed.
    private var waits: [Int32]
    /// For each node the length of the longest way from it to a node that nothing reads.
    private var heights: [Int32]
    private var readers: [NodeIndex]
    /// Where the readers of each node start, and at last where they end.
    private var readerStarts: [Int32]
    /// For each node the place of its key among those in use.
    private var ranks: [UInt16]
    /// For each key in use the nodes that are ready, and the greatest height of them; -1 where there are none.
    private var buckets: [[NodeIndex]]
    private var tops: [Int32]

    /// Begins with the nodes that read sources only.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - keys: What nodes of one run have in common.
    init(_ graph: Graph, _ keys: [UInt16]) {
        let (nodes, operands) = (graph.nodes, graph.operands)
        var ranksOfKeys = [UInt16](repeating: 0, count: Int(keys.max() ?? 0) + 1)
        for key in keys { ranksOfKeys[Int(key)] = 1 }
        var used: UInt16 = 0
        for key in ranksOfKeys.indices { (ranksOfKeys[key], used) = (used, used + ranksOfKeys[key]) }
        ranks = keys.map { ranksOfKeys[Int($0)] }
        buckets = [[NodeIndex]](repeating: [], count: Int(used))
        tops = [Int32](repeating: -1, count: Int(used))
        waits = nodes.map { Int32($0.operandCount) }
        heights = [Int32](repeating: 0, count: nodes.count)
        readerStarts = [Int32](repeating: 0, count: nodes.count + 1)
        for operand in operands { readerStarts[Int(operand)] += 1 }
        var sum: Int32 = 0
        for node in readerStarts.indices {
            sum += readerStarts[node]
            readerStarts[node] = sum
        }
        readers = [NodeIndex](repeating: 0, count: operands.count)
        // From the last, so that the starts end up where they belong, and readers in the order of the graph.
        for (index, node) in nodes.enumerated().reversed() {
            let start = Int(node.operandStart)
            for place in start..<start + Int(node.operandCount) {
                let operand = Int(operands[place])
                heights[operand] = max(heights[operand], heights[index] + 1)
                readerStarts[operand] -= 1
                readers[Int(readerStarts[operand])] = NodeIndex(index)
            }
        }
        for (index, node) in nodes.enumerated() where node.operandCount == 0 { release(NodeIndex(index)) }
    }

    /// Takes a run of nodes with one key; false where there are no more.
    mutating func takeRun() -> Bool {
        for node in run { release(node) }
        run.removeAll(keepingCapacity: true)
        var best = -1
        var top: Int32 = -1
        for rank in tops.indices where tops[rank] > top { (best, top) = (rank, tops[rank]) }
        guard best >= 0 else { return false }
        swap(&run, &buckets[best])
        tops[best] = -1
        return true
    }

    /// A node is computed: those of its readers that wait for nothing else are ready.
    private mutating func release(_ node: NodeIndex) {
        for place in Int(readerStarts[Int(node)])..<Int(readerStarts[Int(node) + 1]) {
            let reader = Int(readers[place])
            waits[reader] -= 1
            guard waits[reader] == 0 else { continue }
            let rank = Int(ranks[reader])
            buckets[rank].append(NodeIndex(reader))
            tops[rank] = max(tops[rank], heights[reader])
        }
    }
}

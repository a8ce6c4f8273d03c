/// The nodes whose operands are computed, by what they can run together with, while an order of evaluation is made.
///
/// Most urgent are those that the longest ways to an end begin with. With the most urgent one all that can share its run
/// are taken, so that a node waits for company rather than making a run by itself: half as many runs as by depth.
struct ReadyNodes {
    /// What is known of a node: together, since where a reader is in memory is anyone's guess.
    private struct State: BitwiseCopyable {
        /// Where those that read it start in the list of readers; they end where those of the next one start.
        var readerStart: Int32
        /// The length of the longest way from it to a node that nothing reads.
        var height: Int32 = 0
        /// How many operands are still to be computed.
        var waits: UInt16
        /// The place of its key among those in use.
        let rank: UInt16
    }

    /// The nodes of one key.
    private struct Bucket: BitwiseCopyable {
        /// Which of them are ready and not taken, as places in `nodes`.
        var start: Int32
        var end: Int32
        /// The greatest height of those that are ready; -1 where there are none.
        var top: Int32 = -1
    }

    /// The nodes that compute something by their keys, those of a key in the order in which they get ready.
    private(set) var nodes: [NodeIndex]
    private var states: [State]
    private var readers: [NodeIndex]
    private var buckets: [Bucket] = []
    /// The run that was taken last.
    private var run = 0..<0

    /// Begins with the nodes that read sources only.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - key: What nodes of one run have in common.
    init(_ graph: Fuse, key: (Int) -> UInt16) {
        var counts: [Int32] = []
        for (index, node) in graph.nodes.enumerated() where node.operandCount > 0 {
            let key = Int(key(index))
            if key >= counts.count { counts += repeatElement(0, count: key + 1 - counts.count) }
            counts[key] += 1
        }
        var ranks = [UInt16](repeating: 0, count: counts.count)
        var count: Int32 = 0
        for key in counts.indices where counts[key] > 0 {
            ranks[key] = UInt16(buckets.count)
            buckets.append(Bucket(start: count, end: count))
            count += counts[key]
        }
        nodes = [NodeIndex](repeating: 0, count: Int(count))
        var readerCount: Int32 = 0
        states = [State](capacity: graph.nodes.count + 1) { states in
            for (index, node) in graph.nodes.enumerated() {
                readerCount += node.readerCount
                states.append(
                    State(
                        readerStart: readerCount, waits: node.operandCount,
                        rank: node.operandCount > 0 ? ranks[Int(key(index))] : 0))
            }
            states.append(State(readerStart: readerCount, waits: 0, rank: 0))
        }
        readers = [NodeIndex](repeating: 0, count: Int(readerCount))
        ReadyNodes.listReaders(graph, &states, &readers)
        for (index, node) in graph.nodes.enumerated() where node.operandCount == 0 { release(NodeIndex(index)) }
    }

    /// From the last, so that the starts end up where they belong, and readers in the order of the graph.
    private static func listReaders(_ graph: Fuse, _ states: inout [State], _ readers: inout [NodeIndex]) {
        var states = states.mutableSpan
        var readers = readers.mutableSpan
        let operands = graph.operands.span
        for index in stride(from: graph.nodes.count - 1, through: 0, by: -1) {
            let node = graph.nodes[index]
            let height = states[index].height + 1
            let start = Int(node.operandStart)
            for place in start..<start + Int(node.operandCount) {
                let operand = Int(operands[place])
                states[operand].height = max(states[operand].height, height)
                states[operand].readerStart -= 1
                readers[Int(states[operand].readerStart)] = NodeIndex(index)
            }
        }
    }

    /// Takes a run of nodes with one key: where they are in `nodes`; nothing where there are no more.
    mutating func takeRun() -> Range<Int>? {
        for place in run { release(nodes[place]) }
        var best = -1
        var top: Int32 = -1
        for rank in buckets.indices where buckets[rank].top > top { (best, top) = (rank, buckets[rank].top) }
        guard best >= 0 else { return nil }
        run = Int(buckets[best].start)..<Int(buckets[best].end)
        buckets[best].start = buckets[best].end
        buckets[best].top = -1
        return run
    }

    /// A node is computed: those of its readers that wait for nothing else are ready.
    private mutating func release(_ node: NodeIndex) {
        for place in Int(states[Int(node)].readerStart)..<Int(states[Int(node) + 1].readerStart) {
            let reader = Int(readers[place])
            states[reader].waits -= 1
            guard states[reader].waits == 0 else { continue }
            let (rank, height) = (Int(states[reader].rank), states[reader].height)
            nodes[Int(buckets[rank].end)] = NodeIndex(reader)
            buckets[rank].end += 1
            buckets[rank].top = max(buckets[rank].top, height)
        }
    }
}

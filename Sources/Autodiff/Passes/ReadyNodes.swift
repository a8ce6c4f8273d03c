/// The nodes whose operands are computed, by what they can run together with, while an order of evaluation is made.
///
/// Most urgent are those that the longest ways to an end begin with. With the most urgent one all that can share its run
/// are taken, so that a node waits for company rather than making a run by itself: half as many runs as by depth.
struct ReadyNodes {
    /// What is found out about a node before any is taken.
    private struct Way: BitwiseCopyable {
        /// Where those that read it start in the list of readers; they end where those of the next one start.
        var readerStart: Int32
        /// The length of the longest way from it to a node that nothing reads.
        var height: Int32 = 0
    }

    /// What a node is looked at for when an operand is computed: all in 8 bytes, since it may be anywhere in memory.
    private struct Waiting: BitwiseCopyable {
        /// How many operands are still to be computed.
        var count: UInt16
        /// What nodes of one run have in common.
        let key: UInt16
        let height: Int32
    }

    /// The nodes of one key.
    private struct Bucket: BitwiseCopyable {
        /// Which of them are ready and not taken, as places in `nodes`.
        var start: Int32 = 0
        var end: Int32 = 0
        /// The greatest height of those that are ready; -1 where there are none.
        var top: Int32 = -1
    }

    /// Where the readers of a node are.
    private struct Stretch: BitwiseCopyable {
        let start: Int32
        let end: Int32
    }

    /// The sources, and then the nodes that compute something by their keys, those of a key in the order in which
    /// they get ready.
    private(set) var nodes: [NodeIndex]
    private var waiting: [Waiting]
    private let ways: [Way]
    private let readers: [NodeIndex]
    /// For each key its nodes.
    private var buckets: [Bucket] = []
    /// Two for each op.
    private static let keyCount = 2 * Op.everyCase.count
    /// The keys that nodes have.
    private var keys: [UInt16] = []
    /// The run that was taken last, where it is in `nodes`; at first the sources.
    private var run: Range<Int>

    /// Begins with the nodes that read sources only.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - key: What nodes of one run have in common.
    init(_ graph: Fuse, key: (Int) -> UInt16) {
        let fused = graph.nodes.span
        var readerCount: Int32 = 0
        var ways = [Way](capacity: fused.count + 1) { ways in
            for index in fused.indices {
                readerCount += fused[index].readerCount
                ways.append(Way(readerStart: readerCount))
            }
            ways.append(Way(readerStart: readerCount))
        }
        readers = ReadyNodes.listReaders(graph, count: Int(readerCount), &ways)
        var list = [NodeIndex](repeating: 0, count: fused.count)
        var sourceCount = 0
        var counts = [Int32](repeating: 0, count: ReadyNodes.keyCount)
        waiting = [Waiting](capacity: fused.count) { waiting in
            var list = list.mutableSpan
            var counts = counts.mutableSpan
            for index in fused.indices {
                let key = key(index)
                waiting.append(Waiting(count: fused[index].operandCount, key: key, height: ways[index].height))
                // Which are sources cannot be foreseen: each is written, and overwritten where it is none.
                let isSource: Int32 = fused[index].operandCount == 0 ? 1 : 0
                list[sourceCount] = NodeIndex(truncatingIfNeeded: index)
                sourceCount += Int(isSource)
                counts[Int(key)] += 1 - isSource
            }
        }
        self.ways = ways
        run = 0..<sourceCount
        nodes = list
        reserveStretches(counts)
    }

    /// Gives each key a stretch of the nodes, as long as there are nodes of it.
    private mutating func reserveStretches(_ counts: [Int32]) {
        var start = Int32(run.upperBound)
        for (key, count) in counts.enumerated() {
            buckets.append(Bucket(start: start, end: start))
            start += count
            if count > 0 { keys.append(UInt16(key)) }
        }
    }

    /// From the last, so that the starts end up where they belong, and readers in the order of the graph.
    private static func listReaders(_ graph: Fuse, count: Int, _ ways: inout [Way]) -> [NodeIndex] {
        var list = [NodeIndex](repeating: 0, count: count)
        var readers = list.mutableSpan
        var ways = ways.mutableSpan
        let nodes = graph.nodes.span
        let operands = graph.operands.span
        let ahead = Graph.operandsAhead(ofNodes: nodes.count)
        for index in stride(from: nodes.count - 1, through: 0, by: -1) {
            let node = nodes[index]
            let height = ways[index].height + 1
            let start = Int(node.operandStart)
            for place in start..<start + Int(node.operandCount) {
                if place >= ahead { ways.prefetch(Int(operands[place - ahead])) }
                let operand = Int(operands[place])
                let way = Way(
                    readerStart: ways[operand].readerStart - 1, height: max(ways[operand].height, height))
                ways[operand] = way
                readers[Int(way.readerStart)] = NodeIndex(truncatingIfNeeded: index)
            }
        }
        return list
    }

    /// Takes a run of nodes with one key: where they are in `nodes`; nothing where there are no more.
    mutating func takeRun() -> Range<Int>? {
        release()
        var best = 0
        var top: Int32 = -1
        for key in keys where buckets[Int(key)].top > top { (best, top) = (Int(key), buckets[Int(key)].top) }
        guard top >= 0 else { return nil }
        run = Int(buckets[best].start)..<Int(buckets[best].end)
        buckets[best].start = buckets[best].end
        buckets[best].top = -1
        return run
    }

    /// The run that was taken is computed: those of its readers that wait for nothing else are ready.
    ///
    /// In three steps, so that many nodes are on their way from memory at a time: no branch depends on one that is.
    private mutating func release() {
        let isLarge = nodes.count > Graph.largestNearby
        var count = 0
        let stretches = [Stretch](capacity: run.count) { stretches in
            let (nodes, ways, readers) = (nodes.span, ways.span, readers.span)
            for place in run {
                let node = Int(nodes[place])
                let stretch = Stretch(start: ways[node].readerStart, end: ways[node + 1].readerStart)
                stretches.append(stretch)
                count += Int(stretch.end &- stretch.start)
                if isLarge { readers.prefetch(Int(stretch.start)) }
            }
        }
        let released = [NodeIndex](capacity: count) { released in
            let (readers, waiting) = (readers.span, waiting.span)
            for stretch in stretches {
                for place in Int(stretch.start)..<Int(stretch.end) {
                    if isLarge { waiting.prefetch(Int(readers[place])) }
                    released.append(readers[place])
                }
            }
        }
        ReadyNodes.release(released, &waiting, &buckets, &nodes)
    }

    // Which are ready is a matter of chance: to write all, and count those that are, is faster than to choose.
    private static func release(
        _ released: [NodeIndex], _ waiting: inout [Waiting], _ buckets: inout [Bucket], _ nodes: inout [NodeIndex]
    ) {
        var waiting = waiting.mutableSpan
        var buckets = buckets.mutableSpan
        var nodes = nodes.mutableSpan
        let found = [Waiting](capacity: released.count) { found in
            for reader in released {
                waiting[Int(reader)].count -= 1
                found.append(waiting[Int(reader)])
            }
        }
        for (reader, node) in zip(released, found) {
            let key = Int(node.key)
            nodes[Int(buckets[key].end)] = reader
            buckets[key].end += node.count == 0 ? 1 : 0
            buckets[key].top = max(buckets[key].top, node.count == 0 ? node.height : -1)
        }
    }
}

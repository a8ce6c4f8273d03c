/// Where in the workspace each node's number goes.
///
/// The results of a run stand side by side. The slot of a node is free for later runs after the last run that reads
/// it; those of wanted nodes are kept.
struct Layout {
    private(set) var offsets: [Int32]
    private(set) var workspaceCount: Int

    /// From how many elements on an array is placed apart, in a stretch for arrays of just its size: notes for each
    /// of its slots would take more memory than reuse in pieces spares.
    private static let largeCount = 4096

    /// Places the results of all runs behind the constants and inputs, which take the first `sources` slots.
    init(_ graph: Graph, _ schedule: Schedule, offsets: [Int32], sources: Int, wanted: some Sequence<NodeIndex>) {
        self.offsets = offsets
        let runCount = schedule.starts.count - 1
        let deaths = Deaths(graph, schedule, wanted: wanted)
        let sizes = graph.shapes.map(\.count)
        var pool = SlotPool()
        var large = LargeArrays()
        for run in 0..<runCount {
            let (start, end) = (schedule.starts[run], schedule.starts[run + 1])
            // The nodes of a run have one shape: it is of scalars, or of one array.
            let size = sizes[Int(graph.nodes[Int(schedule.order[start])].shape)]
            if size >= Layout.largeCount {
                for place in start..<end { self.offsets[Int(schedule.order[place])] = large.take(size) }
            } else {
                var offset = Int32(sources + pool.take((end - start) * size))
                for place in start..<end {
                    self.offsets[Int(schedule.order[place])] = offset
                    offset += Int32(size)
                }
            }
            // After the run's own results are placed: a run never writes where it reads.
            var dead = deaths.first(after: run)
            while dead >= 0 {
                let size = sizes[Int(graph.nodes[Int(dead)].shape)]
                let offset = self.offsets[Int(dead)]
                if size >= Layout.largeCount {
                    large.give(back: offset, size)
                } else {
                    pool.give(back: Int(offset) - sources, size)
                }
                dead = deaths.next(dead)
            }
        }
        workspaceCount = sources + pool.count + large.count
        guard large.count > 0 else { return }
        for node in schedule.order where sizes[Int(graph.nodes[Int(node)].shape)] >= Layout.largeCount {
            self.offsets[Int(node)] += Int32(sources + pool.count)
        }
    }
}

/// For each run the nodes that no later one reads, as linked lists in one buffer.
private struct Deaths {
    private var heads: [Int32]
    private var links: [Int32]

    init(_ graph: Graph, _ schedule: Schedule, wanted: some Sequence<NodeIndex>) {
        let runCount = schedule.starts.count - 1
        heads = [Int32](repeating: -1, count: runCount)
        // At first the last run that reads each node.
        links = schedule.runs
        for run in 0..<runCount {
            for place in schedule.starts[run]..<schedule.starts[run + 1] {
                let node = graph.nodes[Int(schedule.order[place])]
                for position in 0..<Int(node.operandCount) {
                    links[Int(graph.operand(position, of: node))] = Int32(run)
                }
            }
        }
        for node in wanted { links[Int(node)] = -1 }
        for node in schedule.order {
            let run = links[Int(node)]
            guard run >= 0 else { continue }
            links[Int(node)] = heads[Int(run)]
            heads[Int(run)] = node
        }
    }

    func first(after run: Int) -> NodeIndex { heads[run] }
    func next(_ node: NodeIndex) -> NodeIndex { links[Int(node)] }
}

/// Stretches for large arrays, each given only to arrays of one size.
private struct LargeArrays {
    private(set) var count = 0
    private var free: [Int: [Int32]] = [:]

    mutating func take(_ size: Int) -> Int32 {
        if let reused = free[size]?.popLast() { return reused }
        count += size
        return Int32(count - size)
    }

    mutating func give(back offset: Int32, _ size: Int) { free[size, default: []].append(offset) }
}

/// Where in the workspace each node's number goes.
///
/// The results of an instruction stand side by side. The slot of a node is free for later runs after the last run that
/// reads it; those of wanted nodes are kept. Within a run nodes stand in the order in which their slots become free, so
/// that what is free at one time is in long stretches.
struct Layout {
    private(set) var offsets: [Int32]
    /// Nodes that compute something, instruction after instruction.
    let order: [NodeIndex]
    /// Where in that order each instruction starts, and at last where the order ends.
    private(set) var starts: [Int] = []
    private(set) var workspaceCount: Int

    /// From how many elements on an array is placed apart, in a stretch for arrays of just its size: notes for each
    /// of its slots would take more memory than reuse in pieces spares.
    private static let largeCount = 4096

    /// The shortest free stretch that a part of a run is placed in, where none has room for the whole.
    ///
    /// Each part is an instruction of its own. A graph of 11,000 nodes ran as fast at one point in parts of 32 as in
    /// whole runs, and 15 % slower in parts of 8; lanes ran in about the same time in all of them.
    private static let shortestPart = 32

    /// Places the results of all runs behind the constants and inputs, which take the first `sources` slots.
    init(_ graph: Graph, _ schedule: Schedule, offsets: [Int32], sources: Int, wanted: some Sequence<NodeIndex>) {
        var offsets = offsets
        let lifetimes = Lifetimes(graph, schedule, wanted: wanted)
        let order = lifetimes.sorted(schedule)
        let sizes = graph.shapes.map(\.count)
        var pool = SlotPool()
        var large = LargeArrays()
        for run in 0..<schedule.starts.count - 1 {
            var place = schedule.starts[run]
            let end = schedule.starts[run + 1]
            // The nodes of a run have one shape: it is of scalars, or of one array.
            let size = sizes[Int(graph.nodes[Int(order[place])].shape)]
            if size >= Layout.largeCount {
                starts.append(place)
                offsets[Int(order[place])] = large.take(size)
            } else if size != 1 {
                starts.append(place)
                offsets[Int(order[place])] = Int32(sources + pool.take(size))
            } else {
                while place < end {
                    starts.append(place)
                    for slot in pool.take(upTo: end - place, inPartsOf: Layout.shortestPart) {
                        offsets[Int(order[place])] = Int32(sources + slot)
                        place += 1
                    }
                }
            }
            // After the run's own results are placed: a run never writes where it reads.
            var free = 0..<0
            for node in lifetimes.nodes(endingAt: run) {
                let size = sizes[Int(graph.nodes[Int(node)].shape)]
                let offset = offsets[Int(node)]
                if size >= Layout.largeCount {
                    large.give(back: offset, size)
                } else if Int(offset) - sources == free.upperBound {
                    free = free.lowerBound..<free.upperBound + size
                } else {
                    pool.give(back: free.lowerBound, free.count)
                    free = Int(offset) - sources..<Int(offset) - sources + size
                }
            }
            pool.give(back: free.lowerBound, free.count)
        }
        starts.append(order.count)
        workspaceCount = sources + pool.count + large.count
        if large.count > 0 {
            for node in order where sizes[Int(graph.nodes[Int(node)].shape)] >= Layout.largeCount {
                offsets[Int(node)] += Int32(sources + pool.count)
            }
        }
        self.order = order
        self.offsets = offsets
    }
}

/// The nodes that compute something by the last run that reads them, and behind those the ones that are kept.
private struct Lifetimes {
    private var nodes: [NodeIndex]
    /// Where those of each run start, and of the ones that are kept.
    private var starts: [Int32]

    init(_ graph: Graph, _ schedule: Schedule, wanted: some Sequence<NodeIndex>) {
        let runCount = schedule.starts.count - 1
        let (nodes, operands, runs) = (graph.nodes, graph.operands, schedule.runs)
        // What nobody reads is free after its own run.
        var last = runs
        for (index, node) in nodes.enumerated() where node.operandCount > 0 {
            let start = Int(node.operandStart)
            for place in start..<start + Int(node.operandCount) {
                let operand = Int(operands[place])
                last[operand] = max(last[operand], runs[index])
            }
        }
        for node in wanted { last[Int(node)] = Int32(runCount) }
        starts = [Int32](repeating: 0, count: runCount + 2)
        for node in schedule.order { starts[Int(last[Int(node)]) + 1] += 1 }
        for run in 1..<starts.count { starts[run] += starts[run - 1] }
        var ends = starts
        self.nodes = [NodeIndex](repeating: 0, count: schedule.order.count)
        for node in schedule.order {
            let run = Int(last[Int(node)])
            self.nodes[Int(ends[run])] = node
            ends[run] += 1
        }
    }

    func nodes(endingAt run: Int) -> ArraySlice<NodeIndex> { nodes[Int(starts[run])..<Int(starts[run + 1])] }

    /// The nodes run after run, those of a run by the end of their lives.
    func sorted(_ schedule: Schedule) -> [NodeIndex] {
        var ends = schedule.starts
        var order = [NodeIndex](repeating: 0, count: nodes.count)
        for node in nodes {
            let run = Int(schedule.runs[Int(node)])
            order[ends[run]] = node
            ends[run] += 1
        }
        return order
    }
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

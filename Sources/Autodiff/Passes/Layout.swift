/// Where in the workspace each node's number goes.
///
/// The results of an instruction stand side by side. The slot of a node is free for later runs after the last run that
/// reads it; those of wanted nodes are kept. Within a run nodes stand in the order in which their slots become free, so
/// that what is free at one time is in long stretches.
struct Layout {
    private(set) var offsets: [Int32]
    /// Nodes that compute something, those of an instruction side by side.
    let nodes: [NodeIndex]
    /// Where among these nodes each instruction is, in the order of evaluation.
    private(set) var instructions: [Range<Int32>] = []
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
    init(_ graph: Fuse, _ schedule: Schedule, offsets: [Int32], sources: Int, wanted: some Sequence<NodeIndex>) {
        var allOffsets = offsets
        var offsets = allOffsets.mutableSpan
        let lifetimes = Lifetimes(graph, schedule, wanted: wanted)
        let nodes = lifetimes.sorted(schedule)
        let sizes = graph.graph.shapes.map(\.count)
        var pool = SlotPool()
        var large = LargeArrays()
        instructions.reserveCapacity(schedule.runs.count)
        for (index, run) in schedule.runs.enumerated() {
            // The nodes of a run have one op and one shape: it is of scalars, or of one array.
            let first = nodes[Int(run.lowerBound)]
            let size = sizes[Int(graph.graph.shapeIndex(of: first))]
            let resultCount = graph.nodes[Int(first)].op.hasTwoResults ? 2 : 1
            if size != 1 {
                instructions.append(run)
                let results = graph.results(of: first)
                for node in [results.first, results.second].prefix(resultCount) {
                    offsets[Int(node)] = size >= Layout.largeCount ? large.take(size) : Int32(sources + pool.take(size))
                }
            } else {
                var rest = run
                while !rest.isEmpty {
                    let slots = pool.take(
                        upTo: resultCount * rest.count, inPartsOf: resultCount * Layout.shortestPart)
                    let part = rest.prefix(slots.count / resultCount)
                    pool.give(back: slots.lowerBound + resultCount * part.count, slots.count % resultCount)
                    instructions.append(part)
                    for (place, slot) in zip(part, slots) {
                        let results = graph.results(of: nodes[Int(place)])
                        offsets[Int(results.first)] = Int32(sources + slot)
                        guard resultCount == 2 else { continue }
                        // Behind all the first ones.
                        offsets[Int(results.second)] = Int32(sources + slot + part.count)
                    }
                    rest = part.upperBound..<rest.upperBound
                }
            }
            // After the run's own results are placed: a run never writes where it reads.
            var free = 0..<0
            for node in lifetimes.nodes(endingAt: index) {
                let size = sizes[Int(graph.graph.shapeIndex(of: node))]
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
        workspaceCount = sources + pool.count + large.count
        if large.count > 0 {
            for run in schedule.runs {
                let node = nodes[Int(run.lowerBound)]
                guard sizes[Int(graph.graph.shapeIndex(of: node))] >= Layout.largeCount else { continue }
                let results = graph.results(of: node)
                offsets[Int(results.first)] += Int32(sources + pool.count)
                if results.second != results.first { offsets[Int(results.second)] += Int32(sources + pool.count) }
            }
        }
        self.nodes = nodes
        self.offsets = allOffsets
    }
}

/// The nodes that compute something by the last run that reads them, and behind those the ones that are kept.
private struct Lifetimes {
    /// With each node the run that computes it; with the other node of a pair -1.
    private var nodes: [(node: NodeIndex, run: Int32)]
    /// Where those of each run end, and of the ones that are kept.
    private var ends: [Int32]

    init(_ graph: Fuse, _ schedule: Schedule, wanted: some Sequence<NodeIndex>) {
        var lastOfNode = [Int32](repeating: 0, count: graph.nodes.count)
        var last = lastOfNode.mutableSpan
        let (fused, operands, scheduled) = (graph.nodes.span, graph.operands.span, schedule.nodes.span)
        let isLarge = fused.count > Graph.largestNearby
        for (index, places) in schedule.runs.enumerated() {
            let run = Int32(index)
            for place in places {
                if isLarge { Lifetimes.prefetch(after: Int(place), of: scheduled, fused, operands) }
                // What nobody reads is free after its own run.
                last[Int(scheduled[Int(place)])] = run
                let node = fused[Int(scheduled[Int(place)])]
                let start = Int(node.operandStart)
                for place in start..<start + Int(node.operandCount) { last[Int(operands[place])] = run }
            }
            for other in graph.otherResults(ofRun: schedule.nodes(of: places)) { last[Int(other)] = run }
        }
        for node in wanted { last[Int(node)] = Int32(schedule.runs.count) }
        // One more, so that ends are starts until the nodes are in.
        ends = [Int32](repeating: 0, count: schedule.runs.count + 2)
        for places in schedule.runs {
            for place in places { ends[Int(last[Int(scheduled[Int(place)])]) + 1] += 1 }
            for other in graph.otherResults(ofRun: schedule.nodes(of: places)) { ends[Int(last[Int(other)]) + 1] += 1 }
        }
        for run in 1..<ends.count { ends[run] += ends[run - 1] }
        nodes = [(node: NodeIndex, run: Int32)](repeating: (0, 0), count: Int(ends[ends.count - 1]))
        for (run, places) in schedule.runs.enumerated() {
            for place in places {
                let node = schedule.nodes[Int(place)]
                append(node, Int32(run), end: last[Int(node)])
            }
            for other in graph.otherResults(ofRun: schedule.nodes(of: places)) {
                append(other, -1, end: last[Int(other)])
            }
        }
    }

    private mutating func append(_ node: NodeIndex, _ run: Int32, end: Int32) {
        nodes[Int(ends[Int(end)])] = (node, run)
        ends[Int(end)] += 1
    }

    /// Brings near the operands of a node that is scheduled a little later, and before that where they stand.
    @inline(__always)
    private static func prefetch(
        after place: Int, of scheduled: Span<NodeIndex>, _ nodes: Span<FusedNode>, _ operands: Span<NodeIndex>
    ) {
        guard place + 2 * Lifetimes.distance < scheduled.count else { return }
        nodes.prefetch(Int(scheduled[place + 2 * Lifetimes.distance]))
        operands.prefetch(Int(nodes[Int(scheduled[place + Lifetimes.distance])].operandStart))
    }

    /// How many nodes ahead memory is asked for.
    private static let distance = 16

    func nodes(endingAt run: Int) -> some Sequence<NodeIndex> {
        nodes[(run > 0 ? Int(ends[run - 1]) : 0)..<Int(ends[run])].lazy.map(\.node)
    }

    /// The nodes by their runs, those of a run by the end of their lives.
    func sorted(_ schedule: Schedule) -> [NodeIndex] {
        var ends = schedule.runs.map(\.lowerBound)
        var sorted = [NodeIndex](repeating: 0, count: schedule.nodes.count)
        for (node, run) in nodes where run >= 0 {
            sorted[Int(ends[Int(run)])] = node
            ends[Int(run)] += 1
        }
        return sorted
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

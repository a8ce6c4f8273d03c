/// Where in the workspace each node's number goes.
///
/// The results of a run stand side by side. A run's slots are given to a later run of the same length once
/// nothing reads them any more; those of wanted nodes are kept.
struct Layout {
    private(set) var offsets: [Int32]
    private(set) var workspaceCount: Int

    /// Places the results of all runs behind the constants and inputs, which take the first `sources` slots.
    init(_ graph: Graph, _ schedule: Schedule, offsets: [Int32], sources: Int, wanted: some Sequence<NodeIndex>) {
        self.offsets = offsets
        workspaceCount = sources
        let runCount = schedule.starts.count - 1
        let lastReaders = Layout.lastReaders(graph, schedule, wanted: wanted)
        var dying = [[Int32]](repeating: [], count: runCount)
        for run in 0..<runCount where lastReaders[run] < runCount {
            dying[Int(lastReaders[run])].append(Int32(run))
        }
        var free: [Int: [Int32]] = [:]
        var blocks = [Int32](repeating: 0, count: runCount)
        var sizes = [Int](repeating: 0, count: runCount)
        for run in 0..<runCount {
            let nodes = schedule.order[schedule.starts[run]..<schedule.starts[run + 1]]
            // The nodes of a run have one shape: it is of scalars, or of one array.
            let size = nodes.first.map { graph.shape(of: $0).count } ?? 0
            sizes[run] = nodes.count * size
            let block: Int32
            if let reused = free[sizes[run]]?.popLast() {
                block = reused
            } else {
                block = Int32(workspaceCount)
                workspaceCount += sizes[run]
            }
            blocks[run] = block
            for (place, node) in nodes.enumerated() { self.offsets[Int(node)] = block + Int32(place * size) }
            // After the run's own block is placed: a run never writes where it reads.
            for dead in dying[run] { free[sizes[Int(dead)], default: []].append(blocks[Int(dead)]) }
        }
    }

    /// For each run the last run that reads it; beyond all runs where a node of it is wanted.
    private static func lastReaders(
        _ graph: Graph, _ schedule: Schedule, wanted: some Sequence<NodeIndex>
    ) -> [Int32] {
        let runCount = schedule.starts.count - 1
        var last = (0..<runCount).map { Int32($0) }
        for node in schedule.order {
            let run = schedule.runs[Int(node)]
            for operand in graph.operands(of: node) {
                let source = schedule.runs[Int(operand)]
                if source >= 0 { last[Int(source)] = max(last[Int(source)], run) }
            }
        }
        for node in wanted where schedule.runs[Int(node)] >= 0 {
            last[Int(schedule.runs[Int(node)])] = Int32(runCount)
        }
        return last
    }
}

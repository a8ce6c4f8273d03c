import CThreads
import CVectorMath

extension Program {
    /// Runs at all points of a range with all directions.
    ///
    /// - Parameters:
    ///   - range: The points and directions.
    ///   - fixedCount: How many of the wanted nodes, the first ones, depend on no direction.
    ///   - width: How many units to run side by side; by default what is fastest.
    ///   - threads: How many threads to share the work with.
    ///   - deadline: Asked now and then whether to go on.
    /// - Returns: The same bits as running unit by unit, for any width and number of threads.
    /// - Throws: That the deadline passed, or what an array op refuses, not always that of the first unit.
    func run(
        _ range: InputRange, fixedCount: Int = 0, width: Int? = nil, threads: Int, deadline: some Deadline
    ) throws(RunFailure) -> ManyNumbers {
        var numbers = ManyNumbers(self, range, fixedCount: fixedCount)
        let unitCount = range.unitCount
        // A width that was asked for is that of all parts, and shared by all threads that there are.
        let isChosen = width == nil
        let width = width ?? laneWidth(for: unitCount)
        let block = isChosen ? width * max(1, Self.blockWork / (width * workCount)) : width
        let blockCount = (unitCount + block - 1) / block
        let isWorthThreads = !isChosen || unitCount * workCount > 8 * Self.blockWork
        let workers = max(1, isWorthThreads ? min(threads, blockCount) : 1)
        let failure = numbers.withWriter { writer in
            LaneWorkspaces.with(self, width: width, count: workers) { workspaces in
                Parallel.each(blockCount, threads: workers) { worker, index throws(RunFailure) in
                    let workspace = workspaces[worker]
                    for start in stride(
                        from: index * block, to: min((index + 1) * block, unitCount), by: width)
                    {
                        if deadline.hasPassed { throw .deadlinePassed }
                        let units = start..<min(start + width, unitCount)
                        try workspace.run(self, range, units, deadline: deadline)
                        workspace.take(units, of: self, to: writer)
                    }
                }
            }
        }
        if let failure { throw failure }
        return numbers
    }

    /// Runs at some points, for tests.
    package func run(
        _ table: InputTable, width: Int? = nil, threads: Int = 1
    ) throws(RunFailure) -> ManyNumbers {
        try run(
            InputRange(table: table, points: 0..<table.pointCount), width: width, threads: threads,
            deadline: Unlimited())
    }

    /// How many numbers a run computes, as a measure of its time.
    private var workCount: Int { instructions.reduce(1) { $0 + Int($1.run.count) } }

    /// How many units are best run side by side: as many as leave the workspace in the caches, of which 32 already have
    /// nearly all that lanes gain; 1 where lanes do not pay.
    private func laneWidth(for unitCount: Int) -> Int {
        let most = min(32, Self.laneBytes / (8 * max(workspaceCount, 1)) / 8 * 8, (unitCount + 7) / 8 * 8)
        // Wider than the cache has room for is still better than one by one, if not by much.
        let width = max(most, 8 * 8 * workspaceCount <= 8 * Self.laneBytes ? 8 : 1)
        return unitCount >= 4 && laneGain > 0 ? width : 1
    }

    /// So many numbers that it does not matter what it costs to hand them out.
    private static var blockWork: Int { 50_000 }

    /// A core's part of the last cache of common machines.
    ///
    /// Wide lanes in that were measured faster than narrow ones in the cache before it: a graph of 23,000 slots took
    /// 1.4 ns for a node and point at width 32, and 2.4 at width 8.
    private static var laneBytes: Int { 1 << 23 }

    /// About how many nanoseconds a point takes less in lanes: instructions are begun once for many points, and nothing
    /// is gathered; but array ops need their operands side by side.
    private var laneGain: Int {
        var gain = 0
        for instruction in instructions {
            if instruction.op.isArray {
                gain -= 2 * steps[Int(instruction.run.first.start)].elementCount
            } else {
                let isGathered = instruction.run.first.access == .gathered || instruction.run.second.access == .gathered
                gain += 10 + (isGathered ? Int(instruction.run.count) : 0)
            }
        }
        return gain
    }
}

/// Where some workers run a program at several points side by side each.
@safe struct LaneWorkspaces {
    private let base: UnsafeMutablePointer<Double>
    private let stride: Int
    private let width: Int
    private let slots: Int

    private init(base: UnsafeMutablePointer<Double>, stride: Int, width: Int, slots: Int) {
        unsafe self.base = base
        self.stride = stride
        self.width = width
        self.slots = slots
    }

    static func with<Result>(
        _ program: Program, width: Int, count: Int, _ body: (LaneWorkspaces) -> Result
    ) -> Result {
        let scratch = width > 1 ? program.steps.reduce(0) { max($0, $1.elementCount) } : 0
        let slots = program.workspaceCount * width
        // Whole cache lines, since vectors that straddle two are slow.
        let stride = (slots + scratch + 8) / 8 * 8
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 8 * stride * count, alignment: 64)
        defer { unsafe memory.deallocate() }
        let base = unsafe memory.initializeMemory(as: Double.self, repeating: 0, count: stride * count)
        for worker in 0..<count {
            for (slot, constant) in program.constants.enumerated() {
                for lane in 0..<width { unsafe base[worker * stride + slot * width + lane] = constant }
            }
        }
        return body(unsafe LaneWorkspaces(base: base, stride: stride, width: width, slots: slots))
    }

    subscript(_ worker: Int) -> LaneWorkspace {
        let numbers = unsafe base + worker * stride
        return unsafe LaneWorkspace(numbers: numbers, scratch: numbers + slots, width: width)
    }
}

/// Where one of them does.
@safe struct LaneWorkspace {
    private let numbers: UnsafeMutablePointer<Double>
    private let scratch: UnsafeMutablePointer<Double>
    private let width: Int

    fileprivate init(numbers: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>, width: Int) {
        unsafe self.numbers = numbers
        unsafe self.scratch = scratch
        self.width = width
    }

    func run(
        _ program: Program, _ range: InputRange, _ units: Range<Int>, deadline: some Deadline
    ) throws(RunFailure) {
        unsafe range.write(units, to: numbers + program.constants.count * width, width: width)
        try unsafe program.execute(numbers, lanes: units.count, of: width, scratch: scratch, deadline: deadline)
    }

    func take(_ units: Range<Int>, of program: Program, to writer: ManyNumbers.Writer) {
        unsafe writer.take(units, of: program, from: numbers, width: width)
    }
}

/// Work that is shared by threads.
private enum Parallel {
    /// Calls a body once for each index under a count, by several threads, of which each has a number of its own.
    ///
    /// - Returns: One of the errors that it threw; after one, not all indices need have had their call.
    static func each(
        _ count: Int, threads: Int, _ body: (_ worker: Int, _ index: Int) throws(RunFailure) -> Void
    ) -> RunFailure? {
        // A slot for each worker, so that no two write the same.
        var failures = [RunFailure?](repeating: nil, count: threads)
        unsafe failures.withUnsafeMutableBufferPointer { buffer in
            let slots = unsafe buffer
            withoutActuallyEscaping(body) { body in
                var call: (Int, Int) -> Void = { worker, index in
                    guard unsafe slots[worker] == nil else { return }
                    do throws(RunFailure) { try body(worker, index) } catch { unsafe slots[worker] = error }
                }
                unsafe withUnsafeMutablePointer(to: &call) { pointer in
                    unsafe CThreads_each(threads, count, pointer) { context, worker, index in
                        unsafe context?.assumingMemoryBound(to: ((Int, Int) -> Void).self).pointee(worker, index)
                    }
                }
            }
        }
        return failures.lazy.compactMap { $0 }.first
    }
}

/// Which numbers of a plan one array of a result has.
struct BatchArray: Sendable {
    /// The place of its node among the wanted ones.
    let wanted: Int
    let direction: Int
}

extension Batch {
    /// How the results of points become one, and what that may take.
    package struct Settings: Sendable {
        /// How they are added up; if nothing, they are stacked along a new leading axis.
        let reduction: Reduction?
        /// How many elements the result may have.
        let limits: GraphLimits
        /// How many threads share the points.
        let threads: Int

        package init(reduce reduction: Reduction? = nil, limits: GraphLimits = GraphLimits(), threads: Int = 1) {
            self.reduction = reduction
            self.limits = limits
            self.threads = threads
        }
    }

    /// Runs a plan at all points, many side by side and by several threads, to the bits of one point after the other.
    ///
    /// - Parameters:
    ///   - plan: What is run.
    ///   - table: The inputs at all points.
    ///   - fixedCount: How many of the plan's wanted nodes, the first ones, depend on no direction.
    ///   - arrays: Where the arrays of a result are, in the order of its `update`; those that are nowhere are 0.
    ///   - settings: How the results become one.
    ///   - first: The result at the first point.
    ///   - deadline: When to give up.
    ///   - warning: What there is to say of a point where numbers are not finite.
    /// - Returns: A result of the same form as the first.
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    func run<Result: BatchResult>(
        _ plan: Plan, _ table: InputTable, fixedCount: Int, _ arrays: [BatchArray?], _ settings: Settings,
        like first: Result, deadline: some Deadline, warning: (_ inputs: [Double], [Tensor]) -> NonFinite?
    ) throws(PlanError) -> Result {
        let isStacked = settings.reduction == nil
        if isStacked {
            do { try settings.limits.admit(count, times: first.listLength) } catch { throw .graph(error) }
        }
        var totals = BatchArrays(arrays, first.arrays.map(\.shape), isStacked: isStacked)
        var found: NonFinite?
        let step = stepCount(plan, directions: table.directionCount)
        for start in stride(from: 0, to: count, by: step) {
            let range = InputRange(table: table, points: start..<min(start + step, count))
            let numbers: ManyNumbers
            do {
                numbers = try plan.run(
                    range, fixedCount: fixedCount, threads: settings.threads, deadline: deadline)
            } catch { throw error.error.at(point: error.point) }
            if found == nil, let first = plan.warning(range, numbers, warning) {
                found = first.warning.at(point: first.point)
            }
            totals.append(numbers, range.points.count)
        }
        var result = first
        result.replace(totals.tensors(count, mean: settings.reduction == .mean))
        if found == nil, !isStacked { found = NonFinite.ofTotal(result.arrays, count) }
        result.warning = found
        return result
    }

    /// How many points to run before their numbers are put where they belong: a power of two.
    func stepCount(_ plan: Plan, directions: Int) -> Int {
        let numbers = max(1, plan.program.resultCount * directions)
        var step = 8
        while step < count, 2 * step * numbers <= 1 << 22 { step *= 2 }
        return step
    }
}

/// The arrays of a batch's result, while its points arrive.
struct BatchArrays {
    private let places: [BatchArray?]
    private let shapes: [Shape]
    private let isStacked: Bool
    private var stacked: [[Double]]
    /// Sums of neighbouring points, of more and more of them from the last to the first.
    private var waiting: [(size: Int, sums: [[Double]])] = []

    init(_ places: [BatchArray?], _ shapes: [Shape], isStacked: Bool) {
        self.places = places
        self.shapes = shapes
        self.isStacked = isStacked
        stacked = places.map { _ in [] }
    }

    /// Appends some points; all but the last time as many as a power of two.
    mutating func append(_ numbers: ManyNumbers, _ count: Int) {
        if isStacked {
            for (index, place) in places.enumerated() {
                guard let place else { continue }
                stacked[index].append(contentsOf: numbers.numbers(place.wanted, direction: place.direction))
            }
            return
        }
        var start = 0
        while start < count {
            var size = 1
            while start + 2 * size <= count { size *= 2 }
            let sums = zip(places, shapes).map { place, shape in
                guard let place else { return [Double]() }
                let all = numbers.numbers(place.wanted, direction: place.direction)
                let first = all.startIndex + start * shape.count
                return Self.sum(all[first..<first + size * shape.count], of: size)
            }
            waiting.append((size, sums))
            while waiting.count > 1, waiting[waiting.count - 2].size == waiting[waiting.count - 1].size { merge() }
            start += size
        }
    }

    /// The sum of as many arrays as a power of two, neighbours first.
    private static func sum(_ numbers: ArraySlice<Double>, of count: Int) -> [Double] {
        var (sums, size, left) = (Array(numbers), numbers.count, count)
        while left > 1 {
            let width = size / left
            left /= 2
            for pair in 0..<left {
                for element in 0..<width {
                    sums[pair * width + element] =
                        sums[2 * pair * width + element] + sums[(2 * pair + 1) * width + element]
                }
            }
            size /= 2
        }
        sums.removeSubrange(size...)
        return sums
    }

    private mutating func merge() {
        let (later, earlier) = (waiting.removeLast(), waiting.removeLast())
        let sums = zip(earlier.sums, later.sums).map { zip($0, $1).map { $0 + $1 } }
        waiting.append((earlier.size + later.size, sums))
    }

    /// The arrays of all points.
    func tensors(_ count: Int, mean: Bool) -> [Tensor] {
        var total = self
        while total.waiting.count > 1 { total.merge() }
        return places.indices.map { index in
            let shape = isStacked ? Shape([count] + shapes[index].extents) : shapes[index]
            guard let shape else { return Tensor(.nan) }
            guard places[index] != nil else { return Tensor(shape: shape, repeating: 0) }
            if isStacked { return Tensor(shape: shape, elements: stacked[index]) ?? Tensor(.nan) }
            let sums = total.waiting.first?.sums[index] ?? []
            let elements = mean ? sums.map { $0 / Double(count) } : sums
            return Tensor(shape: shape, elements: elements) ?? Tensor(.nan)
        }
    }
}

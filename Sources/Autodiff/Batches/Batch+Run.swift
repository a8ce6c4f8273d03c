extension Batch {
    /// Runs at each point, and makes one result of all.
    ///
    /// - Parameters:
    ///   - reduction: How results are added up; if nothing, they are stacked along a new leading axis.
    ///   - limits: How many elements the result may have.
    ///   - body: Runs at a point.
    /// - Returns: A result of the same form as that of a point.
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    public func run<Result: BatchResult>(
        reduce reduction: Reduction? = nil, limits: GraphLimits = GraphLimits(),
        _ body: (Point) throws(PlanError) -> Result
    ) throws(PlanError) -> Result {
        try run(reduce: reduction, limits: limits, deadline: Unlimited(), body)
    }

    package func run<Result: BatchResult>(
        reduce reduction: Reduction?, limits: GraphLimits, deadline: some Deadline,
        _ body: (Point) throws(PlanError) -> Result
    ) throws(PlanError) -> Result {
        var result = try point(0, body)
        var warning = result.warning
        let first = result.arrays
        if reduction == nil {
            do { try limits.admit(count, times: result.listLength) } catch { throw .graph(error) }
        }
        var stack = ArrayStack(first)
        var total = PairwiseTotal()
        for index in 0..<count {
            if deadline.hasPassed { throw .deadlinePassed }
            var arrays = first
            if index > 0 {
                let next = try point(index, body)
                warning = warning ?? next.warning
                arrays = next.arrays
            }
            if reduction == nil { stack.append(arrays) } else { total.append(arrays) }
        }
        switch reduction {
        case nil: result.replace(stack.arrays)
        case .sum: result.replace(total.arrays)
        case .mean: result.replace(total.arrays.map { $0.map { $0 / Double(count) } })
        }
        if warning == nil, reduction != nil { warning = NonFinite.ofTotal(result.arrays, count) }
        result.warning = warning
        return result
    }

    func point<Result: BatchResult>(
        _ index: Int, _ body: (Point) throws(PlanError) -> Result
    ) throws(PlanError) -> Result {
        do {
            var result = try body(Point(batch: self, index: index))
            result.warning = result.warning?.at(point: index)
            return result
        } catch {
            throw error.at(point: index)
        }
    }
}

extension PlanError {
    /// The error with the point that it is of: what has no place in the request depends on the numbers of the point.
    func at(point: Int) -> PlanError {
        guard case .graph(let refusal) = self, refusal.place == nil else { return self }
        return .graph(
            GraphError(
                refusal.code, "At point \(point): \(refusal.detail)", node: refusal.node,
                suggestion: refusal.suggestion))
    }
}

extension BatchResult {
    /// Every array, in the order of `update`.
    var arrays: [Tensor] {
        var (copy, arrays) = (self, [Tensor]())
        copy.update { arrays.append($0) }
        return arrays
    }

    mutating func replace(_ arrays: [Tensor]) {
        var rest = arrays[...]
        update { array in if let next = rest.popFirst() { array = next } }
    }

    /// How many numbers and lists the arrays are written as; an axis of extent 0 makes an array empty, but not its lists.
    var listLength: Int {
        arrays.reduce(0) { $0 + $1.shape.extents.reduce(1) { $0 * max($1, 1) } }
    }
}

/// Arrays with a leading axis that grows.
private struct ArrayStack {
    private var columns: [(shape: Shape, elements: [Double])]
    private var count = 0

    init(_ first: [Tensor]) { columns = first.map { ($0.shape, []) } }

    mutating func append(_ arrays: [Tensor]) {
        for (index, array) in arrays.enumerated() { columns[index].elements.append(contentsOf: array.elements) }
        count += 1
    }

    var arrays: [Tensor] {
        columns.map { column in
            let shape = Shape([count] + column.shape.extents)
            return shape.flatMap { Tensor(shape: $0, elements: column.elements) } ?? Tensor(.nan)
        }
    }
}

/// Sums of arrays as a balanced tree, of which only the sums that still wait for their neighbours are kept.
private struct PairwiseTotal {
    /// Sums of neighbouring arrays, of more and more of them from the last to the first.
    private var waiting: [(size: Int, sum: [Tensor])] = []

    mutating func append(_ arrays: [Tensor]) {
        waiting.append((1, arrays))
        while waiting.count > 1, waiting[waiting.count - 2].size == waiting[waiting.count - 1].size { merge() }
    }

    private mutating func merge() {
        let (later, earlier) = (waiting.removeLast(), waiting.removeLast())
        waiting.append((earlier.size + later.size, zip(earlier.sum, later.sum).map { $0.plus($1) }))
    }

    var arrays: [Tensor] {
        var total = self
        while total.waiting.count > 1 { total.merge() }
        return total.waiting.first?.sum ?? []
    }
}

extension Tensor {
    fileprivate func map(_ transform: (Double) -> Double) -> Tensor {
        Tensor(shape: shape, elements: elements.map(transform)) ?? self
    }

    fileprivate func plus(_ other: Tensor) -> Tensor {
        Tensor(shape: shape, elements: zip(elements, other.elements).map { $0 + $1 }) ?? self
    }
}

extension NonFinite {
    func at(point: Int) -> NonFinite { NonFinite(node: node, detail: "At point \(point): \(detail)") }

    /// A total that is not finite although every point is.
    static func ofTotal(_ arrays: [Tensor], _ count: Int) -> NonFinite? {
        arrays.allSatisfy(\.isFinite)
            ? nil
            : NonFinite(node: nil, detail: "A sum over the \(count) points is not finite, although every point is.")
    }
}

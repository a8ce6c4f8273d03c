/// The results at the points of a batch while they become one, point by point.
struct BatchTotals<Result: BatchResult> {
    private let count: Int
    private let reduction: Batch.Reduction?
    private var one: Result
    private var warning: NonFinite?
    private var stack: ArrayStack
    private var total = PairwiseTotal()

    /// None of the results yet.
    ///
    /// - Parameters:
    ///   - count: How many points there are.
    ///   - reduction: How their results are added up; if nothing, they are stacked along a new leading axis.
    ///   - limits: How many elements the one result may have.
    ///   - first: The result at the first point, which is appended like the others.
    /// - Throws: That it would be too large.
    init(
        _ count: Int, _ reduction: Batch.Reduction?, _ limits: GraphLimits, like first: Result
    ) throws(PlanError) {
        if reduction == nil {
            do { try limits.admit(count, times: first.listLength) } catch { throw .graph(error) }
        }
        self.count = count
        self.reduction = reduction
        one = first
        stack = ArrayStack(first.arrays)
    }

    /// Appends the result at the next point.
    mutating func append(_ next: Result) {
        warning = warning ?? next.warning
        if reduction == nil { stack.append(next.arrays) } else { total.append(next.arrays) }
    }

    /// The one result, once all points have theirs.
    var result: Result {
        var result = one
        switch reduction {
        case nil: result.replace(stack.arrays)
        case .sum: result.replace(total.arrays)
        case .mean: result.replace(total.arrays.map { $0.map { $0 / Double(count) } })
        }
        result.warning = warning
        if warning == nil, reduction != nil { result.warning = NonFinite.ofTotal(result.arrays, count) }
        return result
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

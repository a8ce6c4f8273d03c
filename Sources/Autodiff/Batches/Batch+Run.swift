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
        let first = try point(0, body)
        var totals = try BatchTotals(count, reduction, limits, like: first)
        for index in 0..<count {
            if deadline.hasPassed { throw .deadlinePassed }
            totals.append(index == 0 ? first : try point(index, body))
        }
        return totals.result
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

extension NonFinite {
    func at(point: Int) -> NonFinite { NonFinite(node: node, detail: "At point \(point): \(detail)") }

    /// A total that is not finite although every point is.
    static func ofTotal(_ arrays: [Tensor], _ count: Int) -> NonFinite? {
        arrays.allSatisfy(\.isFinite)
            ? nil
            : NonFinite(node: nil, detail: "A sum over the \(count) points is not finite, although every point is.")
    }
}

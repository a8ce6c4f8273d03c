extension DirectionalPlan {
    /// What one point gives: what depends on no direction, and the products with each of several directions.
    struct Sweep {
        private let plan: DirectionalPlan
        private let numbers: ManyNumbers
        private let point: Int
        /// How many directions there are.
        let count: Int

        /// - Parameters:
        ///   - plan: The plan that was run.
        ///   - numbers: What it gave at some points.
        ///   - point: Which of these points it is.
        ///   - count: How many directions there are.
        init(of plan: DirectionalPlan, _ numbers: ManyNumbers, point: Int, count: Int) {
            self.plan = plan
            self.numbers = numbers
            self.point = point
            self.count = count
        }

        /// What depends on no direction.
        var fixed: [NamedTensor] {
            var tensors = tensors(0..<plan.fixed.wanted.count, direction: 0)
            return plan.fixed.take(from: &tensors, in: plan.plan.graph)
        }

        /// The products with a direction.
        func products(_ direction: Int) -> [NamedTensor] {
            var tensors = tensors(plan.fixed.wanted.count..<plan.plan.wanted.count, direction: direction)
            return plan.products.take(from: &tensors, in: plan.plan.graph)
        }

        private func tensors(_ wanted: Range<Int>, direction: Int) -> ArraySlice<Tensor> {
            wanted.map { index in
                let shape = plan.plan.graph.shape(of: plan.plan.wanted[index])
                let elements = numbers.numbers(index, direction: direction, point: point)
                return Tensor(shape: shape, elements: Array(elements)) ?? Tensor(.nan)
            }[...]
        }
    }

    /// The products with the direction of each element, at all points of a batch.
    ///
    /// - Parameters:
    ///   - batch: The points.
    ///   - settings: How the results become one.
    ///   - deadline: When to give up.
    ///   - result: Makes the result at a point.
    /// - Returns: The one result.
    /// - Throws: What is wrong at the first point at which something is, or that the result is too large.
    func sweep<Result: BatchResult>(
        _ batch: Batch, _ settings: Batch.Settings, deadline: some Deadline, _ result: (Sweep) -> Result
    ) throws(PlanError) -> Result {
        // What is wrong with the bindings is so at every point.
        let first = try batch.point(0) { point throws(PlanError) in
            let (sweep, warning) = try sweep(point.bindings, deadline: deadline)
            var first = result(sweep)
            first.warning = warning
            return first
        }
        var totals = try BatchTotals(batch.count, settings.reduction, settings.limits, like: first)
        let table = InputTable(
            plan.columns(batch.inputs, differing: Set(batch.names)) + inputs.basisColumns,
            pointCount: batch.count, directionCount: max(inputs.elementCount, 1))
        let step = batch.stepCount(plan, directions: table.directionCount)
        for start in stride(from: 0, to: batch.count, by: step) {
            let range = InputRange(table: table, points: start..<min(start + step, batch.count))
            let numbers: ManyNumbers
            do {
                numbers = try plan.run(
                    range, fixedCount: fixed.wanted.count, threads: settings.threads, deadline: deadline)
            } catch { throw error.error.at(point: error.point) }
            let found = plan.warning(range, numbers, warning)
            for point in range.points {
                var next = result(
                    Sweep(of: self, numbers, point: point - start, count: inputs.elementCount))
                if let found, found.point == point { next.warning = found.warning.at(point: point) }
                totals.append(next)
            }
        }
        return totals.result
    }
}

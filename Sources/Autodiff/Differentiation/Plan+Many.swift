/// What went wrong at one of many points.
struct PointError: Error {
    let point: Int
    let error: PlanError
}

extension Plan {
    /// The columns of a table for the inputs that are bound, where some of them differ from point to point.
    func columns(_ bindings: [String: Tensor], differing: Set<String> = []) -> [InputTable.Column] {
        graph.inputs.prefix(boundCount).map { input in
            let count = graph.shape(of: input.node).count
            let elements = bindings[input.name]?.elements ?? input.defaultValue ?? []
            return InputTable.Column(
                elements, count: count, pointStride: differing.contains(input.name) ? count : 0)
        }
    }

    /// The inputs at the points of a batch.
    func table(_ batch: Batch) -> InputTable {
        InputTable(columns(batch.inputs, differing: Set(batch.names)), pointCount: batch.count)
    }

    /// Runs at all points of a range with all directions.
    ///
    /// - Throws: What is wrong at the first point at which something is.
    func run(
        _ range: InputRange, fixedCount: Int, threads: Int, deadline: some Deadline
    ) throws(PointError) -> ManyNumbers {
        do {
            return try program.run(range, fixedCount: fixedCount, threads: threads, deadline: deadline)
        } catch {
            guard case .op(let refusal) = error else {
                throw PointError(point: range.points.lowerBound, error: .deadlinePassed)
            }
            // Some unit refused; the first one that does is found one by one.
            var workspace: [Double] = []
            for point in range.points {
                for direction in 0..<range.table.directionCount {
                    let inputs = range.table.inputs(point: point, direction: direction)
                    do { _ = try run(inputs: inputs, &workspace, deadline: deadline) } catch {
                        throw PointError(point: point, error: error)
                    }
                }
            }
            throw PointError(
                point: range.points.lowerBound,
                error: .graph(GraphError(refusal.code, refusal.detail)))
        }
    }

    /// The first warning that there is at the units of a range whose numbers are not all finite.
    ///
    /// - Parameters:
    ///   - range: The units.
    ///   - numbers: What they gave.
    ///   - warning: What there is to say of the inputs of a unit and its arrays.
    /// - Returns: The warning, and the point that it is about.
    func warning(
        _ range: InputRange, _ numbers: ManyNumbers, _ warning: (_ inputs: [Double], [Tensor]) -> NonFinite?
    ) -> (point: Int, warning: NonFinite)? {
        guard !numbers.isFinite else { return nil }
        var workspace: [Double] = []
        for point in range.points {
            for direction in 0..<range.table.directionCount {
                let unit = direction * range.points.count + point - range.points.lowerBound
                guard !numbers.isFinite(unit) else { continue }
                let inputs = range.table.inputs(point: point, direction: direction)
                let tensors = try? run(inputs: inputs, &workspace, deadline: Unlimited())
                if let found = warning(inputs, tensors ?? []) { return (point, found) }
            }
        }
        return nil
    }
}

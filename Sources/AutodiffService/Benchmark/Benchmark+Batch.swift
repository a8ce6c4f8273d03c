import Autodiff

extension Benchmark {
    /// The time of the gradient at many points, with the way of the numbers into the program and out of it.
    func measureBatch(_ work: BenchmarkWork, _ gradient: Gradient) throws(Problem) -> BenchmarkReport.Batch? {
        guard !work.graph.inputs.isEmpty, points > 0 else { return nil }
        let batch = try work.batch(count: points)
        let settings = Batch.Settings(reduce: nil, limits: GraphLimits(), threads: threads)
        let seconds = try sampler.median { () throws(Problem) in
            _ = try Problem.rethrow { () throws(PlanError) in
                try gradient.run(batch, settings, deadline: Unlimited())
            }
        }
        return .init(points: batch.count, threads: threads, seconds: seconds, nodes: work.computingCount)
    }
}

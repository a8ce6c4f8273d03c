import Autodiff

/// Measures what a function costs: reading it, compiling it, running it, and writing its numbers.
package struct Benchmark: Sendable {
    /// What can be measured.
    package enum Part: String, CaseIterable, Sendable {
        case reading, value, gradient, hvp, batch, writing
    }

    /// What is measured.
    package var parts = Set(Part.allCases)
    /// How many points a batch has, where the request does not bring its own.
    package var points = 1024
    /// How many threads share the points of a batch.
    package var threads = 1
    /// How each time is taken.
    package var sampler = Sampler()
    /// How often memory was allocated so far, where somebody counts.
    package var allocationCount: (@Sendable () -> Int)?

    package init() {}

    /// Measures a function.
    ///
    /// - Parameters:
    ///   - source: The text of an expression, or JSON: a graph, or the body of a request to `/v1/gradient`.
    ///   - bindings: Inputs as `name=number`, which go before those of a body.
    ///   - output: The id of the scalar to differentiate, where there are several outputs.
    /// - Returns: Sizes and times, and the gradient itself, so that it can be compared.
    /// - Throws: `Problem`, as the service would answer.
    package func run(_ source: [UInt8], bindings: [String], output: String?) throws(Problem) -> BenchmarkReport {
        let subject = try BenchmarkSubject(source, bindings: bindings, output: output)
        let work = try BenchmarkWork(subject)
        let gradient = try work.gradient()
        let result = try work.run(gradient)
        var report = BenchmarkReport(work.graph, output: gradient.output, result)
        if parts.contains(.reading) {
            report.reading = .init(
                bytes: source.count,
                decode: try sampler.median { () throws(Problem) in
                    _ = try BenchmarkSubject(source, bindings: bindings, output: output)
                },
                graph: try sampler.median { () throws(Problem) in _ = try BenchmarkWork(subject) })
        }
        if parts.contains(.value) {
            report.value = try measure(work, Evaluation.self, compile: work.value, \.program)
        }
        if parts.contains(.gradient) {
            report.gradient = try measure(work, Gradient.self, compile: work.gradient, \.program)
        }
        if parts.contains(.hvp) {
            report.hessianProduct = try measure(work, HessianProduct.self, compile: work.hessianProduct, \.program)
        }
        if parts.contains(.batch) { report.batch = try measureBatch(work, gradient) }
        if parts.contains(.writing) {
            let response = GradientResponse(result, of: gradient.output, partials: false)
            report.writing = try measureWriting(response, count: result.numberCount)
        }
        return report
    }

    /// The times to compile something, and to run its program at a point with all it needs at hand.
    private func measure<Compiled>(
        _ work: BenchmarkWork, _ type: Compiled.Type, compile: () throws(Problem) -> Compiled,
        _ program: (Compiled) -> Program
    ) throws(Problem) -> BenchmarkReport.Execution {
        let compiling = try sampler.median { () throws(Problem) in _ = try compile() }
        let program = program(try compile())
        let inputs = work.numbers(of: program)
        var workspace: [Double] = []
        func run() throws(Problem) {
            do throws(RunFailure) { _ = try program.run(inputs: inputs, workspace: &workspace) } catch {
                throw Problem(.internal, "The function could be run once, but not again.")
            }
        }
        let running = try sampler.median(run)
        var execution = BenchmarkReport.Execution(
            program.size, compile: compiling, run: running, nodes: work.computingCount)
        if let allocationCount {
            let before = allocationCount()
            try run()
            execution.allocations = allocationCount() - before
        }
        return execution
    }

    private func measureWriting(
        _ response: GradientResponse, count: Int
    ) throws(Problem) -> BenchmarkReport.Writing {
        var bytes = 0
        let seconds = try sampler.median { () throws(Problem) in bytes = try Answer(json: response).body.count }
        return .init(numbers: count, bytes: bytes, seconds: seconds)
    }
}

extension Gradient.Result {
    /// How many numbers an answer has.
    fileprivate var numberCount: Int { gradients.reduce(outputValue.elements.count) { $0 + $1.tensor.elements.count } }
}

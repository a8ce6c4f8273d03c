import Autodiff
import MicroHTTP

/// A point of a request: its only one, or one of its batch.
struct RequestPoint {
    let bindings: [String: Tensor]
    private let graph: Graph
    private let part: Batch.Point?

    init(_ request: FunctionAtPoint, _ graph: Graph, _ part: Batch.Point?) {
        bindings = part?.bindings ?? request.inputs
        self.graph = graph
        self.part = part
    }

    /// The directions at this point.
    func directions(_ directions: Directions) -> Directions { part?.directions(directions, in: graph) ?? directions }
}

extension Call {
    /// Answers a request about a function at one point or at many.
    func answer<Request: FunctionRequest, Compiled, Result: BatchResult, Response: FunctionResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        run: (Request, Compiled, RequestPoint) throws(PlanError) -> Result,
        respond: (Request, Compiled, Result) -> Response
    ) throws(Problem) -> Answer {
        try answer(Request.self, compile: compile) {
            request, compiled, graph, batch throws(PlanError) -> Result in
            guard let batch else { return try run(request, compiled, RequestPoint(request.point, graph, nil)) }
            return try batch.run(
                reduce: request.point.reduction, limits: configuration.limits, deadline: deadline
            ) { part throws(PlanError) in
                try run(request, compiled, RequestPoint(request.point, graph, part))
            }
        } respond: {
            respond($0, $1, $2)
        }
    }

    /// Answers a request about a function: read, compiled, run, and each of these timed.
    func answer<Request: FunctionRequest, Compiled, Result, Response: FunctionResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        runAll: (Request, Compiled, Graph, Batch?) throws(PlanError) -> Result,
        respond: (Request, Compiled, Result) -> Response
    ) throws(Problem) -> Answer {
        let format = try AnswerFormat(accept: self.request.headers["Accept"])
        var stopwatch = Stopwatch()
        let request = try decode(Request.self)
        let (batch, graph) = try Problem.rethrow { () throws(GraphError) in
            let batch = try request.point.batch()
            return (batch, try request.point.graph(batch, limits: configuration.limits))
        }
        let parse = stopwatch.lap()
        let compiled = try Problem.rethrow { () throws(GraphError) in try compile(request, graph) }
        let compilation = stopwatch.lap()
        let result = try Problem.rethrow { () throws(PlanError) in try runAll(request, compiled, graph, batch) }
        var response = respond(request, compiled, result)
        if request.point.kinks {
            let found = try Problem.rethrow { () throws(PlanError) in try kinks(request.point, graph, batch) }
            response.kinks = found.map(KinkEntry.init)
        }
        if request.point.timings {
            response.timings = Timings(parse: parse, compile: compilation, run: stopwatch.lap())
        }
        return try Answer(json: response, as: format)
    }

    private func kinks(
        _ request: FunctionAtPoint, _ graph: Graph, _ batch: Batch?
    ) throws(PlanError) -> [Kink] {
        var finder = KinkFinder(graph)
        func visit(_ bindings: [String: Tensor], _ point: Int?) throws(PlanError) {
            if deadline.hasPassed { throw .deadlinePassed }
            do { try finder.visit(bindings, point: point) } catch { throw .graph(error) }
        }
        guard let batch else {
            try visit(request.inputs, nil)
            return finder.kinks
        }
        for index in 0..<batch.count { try visit(batch[index].bindings, index) }
        return finder.kinks
    }
}

import Autodiff

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
    /// Answers a request about a function: read, compiled, run at its points, and each of these timed.
    func answer<Request: FunctionRequest, Compiled, Result: BatchResult, Response: TimedResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        run: (Request, Compiled, RequestPoint) throws(PlanError) -> Result,
        respond: (Request, Compiled, Result) -> Response
    ) throws(Problem) -> Answer {
        var stopwatch = Stopwatch()
        let request = try decode(Request.self)
        let (batch, graph) = try Problem.rethrow { () throws(GraphError) in
            let batch = try request.point.batch()
            return (batch, try request.point.graph(batch, limits: configuration.limits))
        }
        let parse = stopwatch.lap()
        let compiled = try Problem.rethrow { () throws(GraphError) in try compile(request, graph) }
        let compilation = stopwatch.lap()
        let result = try Problem.rethrow { () throws(PlanError) in
            guard let batch else { return try run(request, compiled, RequestPoint(request.point, graph, nil)) }
            return try batch.run(
                reduce: request.point.reduction, limits: configuration.limits, deadline: deadline
            ) { part throws(PlanError) in
                try run(request, compiled, RequestPoint(request.point, graph, part))
            }
        }
        var response = respond(request, compiled, result)
        if request.point.timings {
            response.timings = Timings(parse: parse, compile: compilation, run: stopwatch.lap())
        }
        return try Answer(json: response)
    }
}

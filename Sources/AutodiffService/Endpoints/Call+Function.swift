import Autodiff
import MicroHTTP

extension Call {
    /// Answers a request about a function at one point or at many.
    func answer<Request: FunctionRequest, Compiled: Sendable, Result: BatchResult, Response: FunctionResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        run: (Request, Compiled) throws(PlanError) -> Result,
        runBatch: (Request, Compiled, Graph, Batch, Batch.Settings) throws(PlanError) -> Result,
        respond: (Request, Compiled, Result) -> Response
    ) throws(Problem) -> Answer {
        try answer(Request.self, compile: compile) {
            request, compiled, graph, batch throws(PlanError) -> Result in
            guard let batch else { return try run(request, compiled) }
            let settings = Batch.Settings(
                reduce: request.point.reduction, limits: configuration.limits,
                threads: configuration.batchThreads)
            return try runBatch(request, compiled, graph, batch, settings)
        } respond: {
            respond($0, $1, $2)
        }
    }

    /// Answers a request about a function: read, compiled, run, and each of these timed.
    func answer<Request: FunctionRequest, Compiled: Sendable, Result, Response: FunctionResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        runAll: (Request, Compiled, Graph, Batch?) throws(PlanError) -> Result,
        respond: (Request, Compiled, Result) -> Response
    ) throws(Problem) -> Answer {
        let format = try AnswerFormat(accept: self.request.headers["Accept"])
        var stopwatch = Stopwatch()
        let request = try decode(Request.self)
        let function = try function(of: request.point)
        let batch = try Problem.rethrow { () throws(GraphError) in try request.point.batch() }
        let graph: Graph
        let compiled: Compiled
        let parse: Double
        if case .registered(let registered) = function {
            parse = stopwatch.lap()
            let kept = try self.compiled(request, registered, compile)
            (graph, compiled) = (kept.graph, kept.compiled)
            try Problem.rethrow { () throws(GraphError) in try batch?.check(graph) }
        } else {
            graph = try Problem.rethrow { () throws(GraphError) in
                try request.point.graph(of: function, batch, limits: configuration.limits)
            }
            parse = stopwatch.lap()
            compiled = try Problem.rethrow { () throws(GraphError) in try compile(request, graph) }
        }
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

    /// What is compiled of a registered graph for a request like this one.
    private func compiled<Request: FunctionRequest, Compiled: Sendable>(
        _ request: Request, _ registered: RegisteredGraph,
        _ compile: (Request, Graph) throws(GraphError) -> Compiled
    ) throws(Problem) -> CompiledFunction<Compiled> {
        var question = ProgramQuestion(about: registered, Request.self)
        question.append(request.point.outputs)
        request.decide(&question)
        return try programs.function(for: question) { () throws(Problem) in
            try Problem.rethrow { () throws(GraphError) in
                var graph = registered.graph
                if let outputs = request.point.outputs { try graph.select(outputs: outputs) }
                return CompiledFunction(graph, try compile(request, graph))
            }
        }
    }

    /// The function that a request is about: the graph that its path names, or what it holds itself.
    private func function(of point: FunctionAtPoint) throws(Problem) -> FunctionSource {
        guard let name = graphName else {
            guard let function = point.function else {
                throw Problem(.missingField, FunctionSource.missing, pointer: "")
            }
            return function
        }
        switch point.function {
        case nil: return .registered(try graphs.required(name))
        case .graph: throw Self.givenTwice("graph", name)
        case .expression, .registered: throw Self.givenTwice("expression", name)
        }
    }

    private static func givenTwice(_ field: String, _ name: String) -> Problem {
        Problem(
            .unknownField,
            "The function is the registered graph \"\(name.prefix(128))\"; leave out `\(field)`, or post to the path without a graph.",
            pointer: "/\(field)")
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

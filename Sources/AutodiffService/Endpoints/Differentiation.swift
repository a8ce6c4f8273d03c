import Autodiff

extension Endpoint {
    /// The values of a function's nodes.
    static func evaluate(_ call: Call) throws(Problem) -> Answer {
        var stopwatch = Stopwatch()
        let request = try call.decode(EvaluateRequest.self)
        let graph = try call.graph(request.function, outputs: request.outputs, inputs: request.inputs)
        let parse = stopwatch.lap()
        let report = request.report ?? (request.outputs == nil ? .named : .outputs)
        let evaluation = try Problem.rethrow { () throws(GraphError) in try Evaluation(of: graph, report: report) }
        let compile = stopwatch.lap()
        let result = try Problem.rethrow { () throws(PlanError) in
            try evaluation.run(request.inputs, deadline: call.deadline)
        }
        var response = EvaluateResponse(result)
        if request.timings { response.timings = Timings(parse: parse, compile: compile, run: stopwatch.lap()) }
        return try Answer(json: response)
    }

    /// The value of a scalar function and its derivative with respect to every node.
    static func gradient(_ call: Call) throws(Problem) -> Answer {
        var stopwatch = Stopwatch()
        let request = try call.decode(GradientRequest.self)
        let graph = try call.graph(request.function, outputs: request.outputs, inputs: request.inputs)
        let parse = stopwatch.lap()
        let gradient = try Problem.rethrow { () throws(GraphError) in
            try Gradient(
                of: graph, output: request.output, wrt: request.wrt, report: request.report,
                partials: request.partials)
        }
        let compile = stopwatch.lap()
        let result = try Problem.rethrow { () throws(PlanError) in
            try gradient.run(request.inputs, deadline: call.deadline)
        }
        var response = GradientResponse(result, of: gradient.output, partials: request.partials)
        if request.timings { response.timings = Timings(parse: parse, compile: compile, run: stopwatch.lap()) }
        return try Answer(json: response)
    }
}

extension Call {
    /// The graph of a request's function.
    fileprivate func graph(
        _ function: FunctionSource, outputs: [String]?, inputs: [String: Tensor]
    ) throws(Problem) -> Graph {
        try Problem.rethrow { () throws(GraphError) in
            try function.graph(outputs: outputs, inputs: inputs, limits: configuration.limits)
        }
    }
}

extension Problem {
    static func rethrow<Value>(_ body: () throws(GraphError) -> Value) throws(Problem) -> Value {
        do { return try body() } catch { throw Problem(error) }
    }

    static func rethrow<Value>(_ body: () throws(PlanError) -> Value) throws(Problem) -> Value {
        do { return try body() } catch { throw Problem(error) }
    }
}

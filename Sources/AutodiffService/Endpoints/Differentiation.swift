import Autodiff

extension Endpoint {
    /// The values of a function's nodes.
    static func evaluate(_ call: Call) throws(Problem) -> Answer {
        try call.answer(EvaluateRequest.self) { request, graph throws(GraphError) in
            try Evaluation(of: graph, report: request.report)
        } run: { request, evaluation throws(PlanError) in
            EvaluateResponse(try evaluation.run(request.point.inputs, deadline: call.deadline))
        }
    }

    /// The value of a scalar function and its derivative with respect to every node.
    static func gradient(_ call: Call) throws(Problem) -> Answer {
        try call.answer(GradientRequest.self) { request, graph throws(GraphError) in
            try Gradient(
                of: graph, output: request.output, wrt: request.wrt, report: request.report,
                partials: request.partials)
        } run: { request, gradient throws(PlanError) in
            GradientResponse(
                try gradient.run(request.point.inputs, deadline: call.deadline), of: gradient.output,
                partials: request.partials)
        }
    }

    /// Cotangents of outputs pulled back to every node.
    static func vjp(_ call: Call) throws(Problem) -> Answer {
        try call.answer(VJPRequest.self) { request, graph throws(GraphError) in
            try VJP(of: graph, cotangents: request.cotangents, wrt: request.wrt, report: request.report)
        } run: { request, vjp throws(PlanError) in
            VJPResponse(
                try vjp.run(request.point.inputs, cotangents: request.cotangents, deadline: call.deadline),
                for: request.cotangents)
        }
    }

    /// Tangents of inputs pushed forward to every node.
    static func jvp(_ call: Call) throws(Problem) -> Answer {
        try call.answer(JVPRequest.self) { request, graph throws(GraphError) in
            try JVP(of: graph, tangents: request.tangents, report: request.report)
        } run: { request, jvp throws(PlanError) in
            JVPResponse(
                try jvp.run(request.point.inputs, tangents: request.tangents, deadline: call.deadline),
                for: request.tangents)
        }
    }

    /// The derivative of every output with respect to every input.
    static func jacobian(_ call: Call) throws(Problem) -> Answer {
        try call.answer(JacobianRequest.self) { request, graph throws(GraphError) in
            try Jacobian(of: graph, wrt: request.wrt, mode: request.mode, report: request.report)
        } run: { request, jacobian throws(PlanError) in
            JacobianResponse(try jacobian.run(request.point.inputs, deadline: call.deadline))
        }
    }

    /// The second derivatives of a scalar function.
    static func hessian(_ call: Call) throws(Problem) -> Answer {
        try call.answer(HessianRequest.self) { request, graph throws(GraphError) in
            try Hessian(of: graph, output: request.output, wrt: request.wrt, report: request.report)
        } run: { request, hessian throws(PlanError) in
            HessianResponse(
                try hessian.run(request.point.inputs, deadline: call.deadline), of: hessian.output)
        }
    }

    /// Products of the second derivatives with vectors.
    static func hvp(_ call: Call) throws(Problem) -> Answer {
        try call.answer(HVPRequest.self) { request, graph throws(GraphError) in
            try HessianProduct(
                of: graph, output: request.output, wrt: request.wrt, vector: request.vector, report: request.report)
        } run: { request, product throws(PlanError) in
            HVPResponse(
                try product.run(request.point.inputs, vector: request.vector, deadline: call.deadline),
                of: product.output, for: request.vector)
        }
    }
}

extension Call {
    /// Answers a request about a function: read, compiled, run, and each of these timed.
    fileprivate func answer<Request: FunctionRequest, Compiled, Response: TimedResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        run: (Request, Compiled) throws(PlanError) -> Response
    ) throws(Problem) -> Answer {
        var stopwatch = Stopwatch()
        let request = try decode(Request.self)
        let graph = try Problem.rethrow { () throws(GraphError) in
            try request.point.graph(limits: configuration.limits)
        }
        let parse = stopwatch.lap()
        let compiled = try Problem.rethrow { () throws(GraphError) in try compile(request, graph) }
        let compilation = stopwatch.lap()
        var response = try Problem.rethrow { () throws(PlanError) in try run(request, compiled) }
        if request.point.timings {
            response.timings = Timings(parse: parse, compile: compilation, run: stopwatch.lap())
        }
        return try Answer(json: response)
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

import Autodiff

extension Endpoint {
    /// The values of a function's nodes.
    static func evaluate(_ call: Call) throws(Problem) -> Answer {
        try call.learnedAnswer(EvaluateRequest.self) { request, graph throws(GraphError) in
            try Evaluation(of: graph, report: request.report)
        } run: { request, evaluation throws(PlanError) in
            try evaluation.run(request.point.inputs, deadline: call.deadline)
        } runBatch: { _, evaluation, _, batch, settings throws(PlanError) in
            try evaluation.run(batch, settings, deadline: call.deadline)
        } respond: { _, _, result in
            EvaluateResponse(result)
        }
    }

    /// The value of a scalar function and its derivative with respect to every node.
    static func gradient(_ call: Call) throws(Problem) -> Answer {
        try call.learnedAnswer(GradientRequest.self) { request, graph throws(GraphError) in
            try Gradient(
                of: graph, output: request.output, wrt: request.wrt, report: request.report,
                partials: request.partials)
        } run: { request, gradient throws(PlanError) in
            try gradient.run(request.point.inputs, deadline: call.deadline)
        } runBatch: { _, gradient, _, batch, settings throws(PlanError) in
            try gradient.run(batch, settings, deadline: call.deadline)
        } respond: { request, gradient, result in
            GradientResponse(result, of: gradient.output, partials: request.partials)
        }
    }

    /// Cotangents of outputs pulled back to every node.
    static func vjp(_ call: Call) throws(Problem) -> Answer {
        try call.answer(VJPRequest.self) { request, graph throws(GraphError) in
            try VJP(of: graph, cotangents: request.cotangents, wrt: request.wrt, report: request.report)
        } run: { request, vjp throws(PlanError) in
            try vjp.run(
                request.point.inputs, cotangents: request.cotangents, deadline: call.deadline)
        } runBatch: { request, vjp, graph, batch, settings throws(PlanError) in
            try vjp.run(
                batch, cotangents: request.cotangents, in: graph, settings, deadline: call.deadline)
        } respond: { request, _, result in
            VJPResponse(result, for: request.cotangents)
        }
    }

    /// Tangents of inputs pushed forward to every node.
    static func jvp(_ call: Call) throws(Problem) -> Answer {
        try call.answer(JVPRequest.self) { request, graph throws(GraphError) in
            try JVP(of: graph, tangents: request.tangents, report: request.report)
        } run: { request, jvp throws(PlanError) in
            try jvp.run(request.point.inputs, tangents: request.tangents, deadline: call.deadline)
        } runBatch: { request, jvp, graph, batch, settings throws(PlanError) in
            try jvp.run(batch, tangents: request.tangents, in: graph, settings, deadline: call.deadline)
        } respond: { request, _, result in
            JVPResponse(result, for: request.tangents)
        }
    }

    /// The derivative of every output with respect to every input.
    static func jacobian(_ call: Call) throws(Problem) -> Answer {
        try call.answer(JacobianRequest.self) { request, graph throws(GraphError) in
            try Jacobian(of: graph, wrt: request.wrt, mode: request.mode, report: request.report)
        } run: { request, jacobian throws(PlanError) in
            try jacobian.run(request.point.inputs, deadline: call.deadline)
        } runBatch: { _, jacobian, _, batch, settings throws(PlanError) in
            try jacobian.run(batch, settings, deadline: call.deadline)
        } respond: { _, _, result in
            JacobianResponse(result)
        }
    }

    /// The second derivatives of a scalar function.
    static func hessian(_ call: Call) throws(Problem) -> Answer {
        try call.answer(HessianRequest.self) { request, graph throws(GraphError) in
            try Hessian(of: graph, output: request.output, wrt: request.wrt, report: request.report)
        } run: { request, hessian throws(PlanError) in
            try hessian.run(request.point.inputs, deadline: call.deadline)
        } runBatch: { _, hessian, _, batch, settings throws(PlanError) in
            try hessian.run(batch, settings, deadline: call.deadline)
        } respond: { _, hessian, result in
            HessianResponse(result, of: hessian.output)
        }
    }

    /// Products of the second derivatives with vectors.
    static func hvp(_ call: Call) throws(Problem) -> Answer {
        try call.answer(HVPRequest.self) { request, graph throws(GraphError) in
            try HessianProduct(
                of: graph, output: request.output, wrt: request.wrt, vector: request.vector, report: request.report)
        } run: { request, product throws(PlanError) in
            try product.run(request.point.inputs, vector: request.vector, deadline: call.deadline)
        } runBatch: { request, product, graph, batch, settings throws(PlanError) in
            try product.run(batch, vector: request.vector, in: graph, settings, deadline: call.deadline)
        } respond: { request, product, result in
            HVPResponse(result, of: product.output, for: request.vector)
        }
    }
}

extension Endpoint {
    /// The gradient of a scalar function, compared with differences of its values.
    static func check(_ call: Call) throws(Problem) -> Answer {
        try call.answer(CheckRequest.self) { request, graph throws(GraphError) in
            try GradientCheck(of: graph, output: request.output, wrt: request.wrt)
        } runAll: { request, check, _, _ throws(PlanError) in
            try check.run(
                request.point.inputs, step: request.step, tolerance: request.tolerance, deadline: call.deadline)
        } respond: { _, check, result in
            CheckResponse(result, of: check.output)
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

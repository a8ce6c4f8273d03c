import Autodiff

extension Endpoint {
    /// The endpoints of UM-Bridge 1.0, at the root, since a client of it knows no prefix.
    static let umBridge: [Endpoint] =
        [
            Endpoint(method: .get, path: "/Info", dialect: .umBridge, respond: bridgeInfo),
            Endpoint(method: .post, path: "/ModelInfo", dialect: .umBridge, respond: bridgeModelInfo),
            Endpoint(method: .post, path: "/InputSizes", dialect: .umBridge, respond: bridgeInputSizes),
            Endpoint(method: .post, path: "/OutputSizes", dialect: .umBridge, respond: bridgeOutputSizes),
        ]
        + [
            ("/Evaluate", bridgeEvaluate), ("/Gradient", bridgeGradient), ("/ApplyJacobian", bridgeApplyJacobian),
            ("/ApplyHessian", bridgeApplyHessian),
        ].map { path, respond in
            Endpoint(method: .post, path: path, isManyRuns: true, dialect: .umBridge, respond: respond)
        }

    /// The version and the models.
    private static func bridgeInfo(_ call: Call) throws(Problem) -> Answer {
        try Answer(json: UMBridgeAnswers.Info(models: call.graphs.all.map(\.name)))
    }

    /// What can be asked of a model.
    private static func bridgeModelInfo(_ call: Call) throws(Problem) -> Answer {
        _ = try call.registered(try call.decode(UMBridgeRequest.self))
        return try Answer(json: UMBridgeAnswers.ModelInfo())
    }

    /// The lengths of the inputs.
    private static func bridgeInputSizes(_ call: Call) throws(Problem) -> Answer {
        let (_, model) = try call.model()
        return try Answer(json: UMBridgeAnswers.InputSizes(inputSizes: model.inputs.map(\.size)))
    }

    /// The lengths of the outputs.
    private static func bridgeOutputSizes(_ call: Call) throws(Problem) -> Answer {
        let (_, model) = try call.model()
        return try Answer(json: UMBridgeAnswers.OutputSizes(outputSizes: model.outputs.map(\.size)))
    }

    /// The values of all outputs.
    private static func bridgeEvaluate(_ call: Call) throws(Problem) -> Answer {
        let (request, model) = try call.model()
        let point = try model.point(try request.input)
        let numbers = try call.answer(
            .values(model.outputs), about: model, .init(point: point, deadline: call.deadline))
        return Answer(umBridge: numbers, as: model.outputs)
    }

    /// The transpose of the Jacobian of an output by an input, times weights of the output's numbers.
    private static func bridgeGradient(_ call: Call) throws(Problem) -> Answer {
        let (request, model) = try call.model()
        let point = try model.point(try request.input)
        let output = try model.output(try request.outWrt)
        let input = try model.input(try request.inWrt, "inWrt")
        let sens = try output.tensors(try request.sens, "`sens`")
        return Answer(
            umBridge: try call.answer(
                .gradient(output, by: input), about: model, .init(point: point, sens: sens, deadline: call.deadline)))
    }

    /// The Jacobian of an output by an input, times a direction of the input.
    private static func bridgeApplyJacobian(_ call: Call) throws(Problem) -> Answer {
        let (request, model) = try call.model()
        let point = try model.point(try request.input)
        let output = try model.output(try request.outWrt)
        let input = try model.input(try request.inWrt, "inWrt")
        let vec = try input.tensors(try request.vec, "`vec`")
        return Answer(
            umBridge: try call.answer(
                .jacobian(output, along: input), about: model, .init(point: point, vec: vec, deadline: call.deadline)))
    }

    /// The Hessian of a weighted output by two inputs, times a direction of the second.
    private static func bridgeApplyHessian(_ call: Call) throws(Problem) -> Answer {
        let (request, model) = try call.model()
        let point = try model.point(try request.input)
        let output = try model.output(try request.outWrt)
        let rows = try model.input(try request.inWrt1, "inWrt1")
        let columns = try model.input(try request.inWrt2, "inWrt2")
        let sens = try output.tensors(try request.sens, "`sens`")
        let vec = try columns.tensors(try request.vec, "`vec`")
        return Answer(
            umBridge: try call.answer(
                .hessian(output, by: rows, along: columns), about: model,
                .init(point: point, sens: sens, vec: vec, deadline: call.deadline)))
    }
}

extension Call {
    /// The request, and the model that it is about in the form that it asks for.
    fileprivate func model() throws(Problem) -> (UMBridgeRequest, UMBridgeModel) {
        let request = try decode(UMBridgeRequest.self)
        return (request, try UMBridgeModel(try registered(request), try request.config))
    }

    /// The graph that a request names.
    fileprivate func registered(_ request: UMBridgeRequest) throws(Problem) -> RegisteredGraph {
        if let graph = graphs[request.name] { return graph }
        let names = graphs.all.map(\.name)
        let hint =
            nearestName(to: request.name, among: names).map { "did you mean \"\($0)\"?" }
            ?? "the models are \(names.prefix(20).joined(separator: ", "))\(names.count > 20 ? ", ..." : ".")"
        throw Problem(.notFound, "There is no model \"\(request.name.shortened)\"; \(hint)")
    }
}

import Autodiff
import MicroHTTP

/// A request to a Tesseract, which is one of a registered graph's functions.
struct TesseractCall {
    private let call: Call
    private let registered: RegisteredGraph
    private let model: TesseractModel

    /// The Tesseract that a request's path names.
    ///
    /// - Throws: 404, where there is no such graph, or no such function of it.
    init(_ call: Call, _ kind: TesseractModel.Kind) throws(Problem) {
        self.call = call
        let registered = try call.graphs.required(call.graphName ?? "")
        self.registered = registered
        var question = ProgramQuestion(about: registered, TesseractModel.self)
        question.append(kind.rawValue)
        model = try call.programs.function(for: question) { () throws(Problem) in
            let model = try TesseractModel(registered, kind)
            return CompiledFunction(model.graph, model)
        }.compiled
    }

    /// Whether there is such a Tesseract.
    func health() throws(Problem) -> Answer { try Answer(json: OrderedMap([("status", "ok")])) }

    /// What the SDK and its friends for JAX and PyTorch need to know.
    func document() throws(Problem) -> Answer { try Answer(json: model.document) }

    /// The outputs at a point.
    func apply() throws(Problem) -> Answer {
        let format = try format()
        let point = try model.point(try call.decode(TesseractApplyRequest.self).inputs)
        let outputs = model.outputs
        let evaluation = try compiled { () throws(GraphError) in
            try Evaluation(of: model.graph, report: .ids(outputs.map(\.id)))
        }
        let result = try Problem.rethrow { () throws(PlanError) in try evaluation.run(point, deadline: call.deadline) }
        return try answer(named(result.values, outputs), format)
    }

    /// The derivative of some outputs by some inputs, each of the output's shape and behind it the input's.
    func jacobian() throws(Problem) -> Answer {
        let format = try format()
        let request = try call.decode(TesseractJacobianRequest.self)
        let point = try model.point(request.inputs)
        let columns = try TesseractModel.fields(request.columns, of: model.inputs, in: "jac_inputs")
        let rows = try TesseractModel.fields(request.rows, of: model.outputs, in: "jac_outputs")
        let jacobian = try compiled(of: columns, rows) { () throws(GraphError) in
            var graph = model.graph
            try graph.select(outputs: rows.map(\.id))
            return try Jacobian(of: graph, wrt: columns.map(\.id), report: .none)
        }
        let result = try Problem.rethrow { () throws(PlanError) in try jacobian.run(point, deadline: call.deadline) }
        let parts = result.jacobian.map { named($0.derivatives, columns) }
        return try answer(OrderedMap(zip(rows.map(\.name), parts)), format)
    }

    /// The change of some outputs along a change of some inputs.
    func jacobianVectorProduct() throws(Problem) -> Answer {
        let format = try format()
        let request = try call.decode(TesseractJVPRequest.self)
        let point = try model.point(request.inputs)
        let wrt = try TesseractModel.fields(request.wrt, of: model.inputs, in: "jvp_inputs")
        let outputs = try TesseractModel.fields(request.outputs, of: model.outputs, in: "jvp_outputs")
        let tangents = Directions(
            try TesseractModel.direction(request.tangent, of: wrt, named: "jvp_inputs", in: "tangent_vector"))
        let jvp = try compiled(of: wrt, outputs) { () throws(GraphError) in
            try JVP(of: model.graph, tangents: tangents, report: .ids(outputs.map(\.id)))
        }
        let result = try Problem.rethrow { () throws(PlanError) in
            try jvp.run(point, tangents: tangents, deadline: call.deadline)
        }
        return try answer(named(result.tangents.first ?? [], outputs), format)
    }

    /// The derivative by some inputs of some outputs, each times its weight.
    func vectorJacobianProduct() throws(Problem) -> Answer {
        let format = try format()
        let request = try call.decode(TesseractVJPRequest.self)
        let point = try model.point(request.inputs)
        let wrt = try TesseractModel.fields(request.wrt, of: model.inputs, in: "vjp_inputs")
        let outputs = try TesseractModel.fields(request.outputs, of: model.outputs, in: "vjp_outputs")
        let cotangents = Directions(
            try TesseractModel.direction(
                request.cotangent, of: outputs, named: "vjp_outputs", in: "cotangent_vector"))
        let vjp = try compiled(of: wrt, outputs) { () throws(GraphError) in
            try VJP(of: model.graph, cotangents: cotangents, wrt: wrt.map(\.id), report: .none)
        }
        let result = try Problem.rethrow { () throws(PlanError) in
            try vjp.run(point, cotangents: cotangents, deadline: call.deadline)
        }
        return try answer(named(result.gradients.first ?? [], wrt), format)
    }

    /// The shapes of the outputs.
    func abstractEval() throws(Problem) -> Answer {
        try Answer(json: try model.shapes(try call.decode(TesseractShapesRequest.self).inputs))
    }

    private func format() throws(Problem) -> AnswerFormat {
        try AnswerFormat(accept: call.request.headers["Accept"])
    }

    private func answer(_ value: some Encodable, _ format: AnswerFormat) throws(Problem) -> Answer {
        try Answer(json: value, as: format, arrays: format == .json ? .objectsOfLists : .objectsOfBase64)
    }

    /// Results under the names that clients use; they are as many as the fields, in the same order.
    private func named(_ results: [NamedTensor], _ fields: [TesseractModel.Field]) -> OrderedMap<WireArray> {
        OrderedMap(zip(fields, results).map { ($0.name, WireArray($1.tensor)) })
    }

    /// The program for some inputs and outputs, which is compiled for the first request only.
    private func compiled<Program: Sendable>(
        of fields: [TesseractModel.Field]..., make: () throws(GraphError) -> Program
    ) throws(Problem) -> Program {
        var question = ProgramQuestion(about: registered, Program.self)
        question.append(model.kind.rawValue)
        for list in fields { question.append(list.map(\.id)) }
        return try call.programs.function(for: question) { () throws(Problem) in
            CompiledFunction(model.graph, try Problem.rethrow(make))
        }.compiled
    }
}

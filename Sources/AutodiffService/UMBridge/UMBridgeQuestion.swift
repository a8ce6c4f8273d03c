import Autodiff

/// What may be asked about a model, apart from numbers: what a program is compiled for.
enum UMBridgeQuestion: Sendable {
    /// The values of outputs.
    case values([UMBridgeVector])
    /// The gradient of a weighted output by an input.
    case gradient(UMBridgeVector, by: UMBridgeVector)
    /// The derivative of an output along a direction of an input.
    case jacobian(UMBridgeVector, along: UMBridgeVector)
    /// The derivative, along a direction of an input, of the gradient of a weighted output by another.
    case hessian(UMBridgeVector, by: UMBridgeVector, along: UMBridgeVector)

    /// The numbers of a question.
    struct Numbers {
        /// What is bound to inputs.
        let point: [String: Tensor]
        /// The weights of the output's nodes.
        var sens: [String: Tensor] = [:]
        /// The direction, by the input's nodes.
        var vec: [String: Tensor] = [:]
        let deadline: ContinuousClock.Instant
    }

    /// Differentiates and compiles.
    func program(_ graph: Graph) throws(GraphError) -> UMBridgeProgram {
        switch self {
        case .values(let outputs):
            .evaluation(try Evaluation(of: graph, report: .ids(outputs.flatMap(\.names))))
        case .gradient(let output, let input):
            .vjp(try VJP(of: graph, cotangents: output.directions, wrt: input.names, report: .none))
        case .jacobian(let output, let input):
            .jvp(try JVP(of: graph, tangents: input.directions, report: .ids(output.names)))
        case .hessian(let output, let rows, let columns):
            .product(
                try WeightedHessianProduct(
                    of: graph, cotangents: output.directions, wrt: rows.names, vector: columns.directions))
        }
    }

    /// What decides what is compiled.
    func decide(_ question: inout ProgramQuestion) {
        switch self {
        case .values(let outputs):
            question.append("values")
            question.append(outputs.flatMap(\.names))
        case .gradient(let output, let input):
            question.append("gradient")
            for vector in [output, input] { question.append(vector.names) }
        case .jacobian(let output, let input):
            question.append("jacobian")
            for vector in [output, input] { question.append(vector.names) }
        case .hessian(let output, let rows, let columns):
            question.append("hessian")
            for vector in [output, rows, columns] { question.append(vector.names) }
        }
    }
}

/// A question about a model that is ready to run.
enum UMBridgeProgram: Sendable {
    case evaluation(Evaluation)
    case vjp(VJP)
    case jvp(JVP)
    case product(WeightedHessianProduct)

    /// The arrays of the nodes that are asked for, in their order.
    func run(_ numbers: UMBridgeQuestion.Numbers) throws(PlanError) -> [NamedTensor] {
        let deadline = numbers.deadline
        return switch self {
        case .evaluation(let evaluation): try evaluation.run(numbers.point, deadline: deadline).values
        case .vjp(let vjp):
            try vjp.run(numbers.point, cotangents: Directions(numbers.sens), deadline: deadline).gradients[0]
        case .jvp(let jvp):
            try jvp.run(numbers.point, tangents: Directions(numbers.vec), deadline: deadline).tangents[0]
        case .product(let product):
            try product.run(numbers.point, cotangents: numbers.sens, vector: numbers.vec, deadline: deadline)
        }
    }
}

extension Call {
    /// The numbers that answer a question about a model, one node after the other.
    func answer(
        _ question: UMBridgeQuestion, about model: UMBridgeModel, _ numbers: UMBridgeQuestion.Numbers
    ) throws(Problem) -> [Double] {
        let program = try program(of: question, model.registered)
        return try Problem.rethrow { () throws(PlanError) in try program.run(numbers) }.flatMap(\.tensor.elements)
    }

    private func program(
        of question: UMBridgeQuestion, _ registered: RegisteredGraph
    ) throws(Problem) -> UMBridgeProgram {
        var key = ProgramQuestion(about: registered, UMBridgeProgram.self)
        question.decide(&key)
        return try programs.function(for: key) { () throws(Problem) in
            try Problem.rethrow { () throws(GraphError) in
                CompiledFunction(registered.graph, try question.program(registered.graph))
            }
        }.compiled
    }
}

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

    /// A question that is ready to run: it gives the arrays of the nodes asked for, in their order.
    typealias Program = @Sendable (Numbers) throws(PlanError) -> [NamedTensor]

    /// Differentiates and compiles.
    func program(_ graph: Graph) throws(GraphError) -> Program {
        switch self {
        case .values(let outputs):
            let evaluation = try Evaluation(of: graph, report: .ids(outputs.flatMap(\.names)))
            return { numbers throws(PlanError) in
                try evaluation.run(numbers.point, deadline: numbers.deadline).values
            }
        case .gradient(let output, let input):
            let vjp = try VJP(of: graph, cotangents: output.directions, wrt: input.names, report: .none)
            return { numbers throws(PlanError) in
                try vjp.run(numbers.point, cotangents: Directions(numbers.sens), deadline: numbers.deadline)
                    .gradients.flatMap { $0 }
            }
        case .jacobian(let output, let input):
            let jvp = try JVP(of: graph, tangents: input.directions, report: .ids(output.names))
            return { numbers throws(PlanError) in
                try jvp.run(numbers.point, tangents: Directions(numbers.vec), deadline: numbers.deadline)
                    .tangents.flatMap { $0 }
            }
        case .hessian(let output, let rows, let columns):
            let product = try WeightedHessianProduct(
                of: graph, cotangents: output.directions, wrt: rows.names, vector: columns.directions)
            return { numbers throws(PlanError) in
                try product.run(
                    numbers.point, cotangents: numbers.sens, vector: numbers.vec, deadline: numbers.deadline)
            }
        }
    }
}

extension Call {
    /// The numbers that answer a question about a model, one node after the other.
    func answer(
        _ question: UMBridgeQuestion, about model: UMBridgeModel, _ numbers: UMBridgeQuestion.Numbers
    ) throws(Problem) -> [Double] {
        let program = try program(of: question, model)
        return try Problem.rethrow { () throws(PlanError) in try program(numbers) }.flatMap(\.tensor.elements)
    }

    private func program(
        of question: UMBridgeQuestion, _ model: UMBridgeModel
    ) throws(Problem) -> UMBridgeQuestion.Program {
        try Problem.rethrow { () throws(GraphError) in try question.program(model.registered.graph) }
    }
}

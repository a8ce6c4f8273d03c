import Autodiff

/// The graph of a function that is measured, and what can be compiled of it.
struct BenchmarkWork {
    let graph: Graph
    /// The points that the request brings.
    let batch: Batch?
    /// How many nodes compute something; what times are divided by.
    let computingCount: Int
    private let output: String?
    private let wrt: [String]
    private let bindings: [String: Tensor]
    private let numbers: [Double]

    init(_ subject: BenchmarkSubject) throws(Problem) {
        let batch = try subject.batch()
        let graph = try subject.graph(batch)
        let bindings = batch?[0].bindings ?? subject.inputs
        numbers = try Problem.rethrow { () throws(GraphError) in try graph.inputNumbers(bindings) }
        (self.graph, self.batch, self.bindings, output) = (graph, batch, bindings, subject.output)
        wrt = subject.wrt ?? graph.inputs.map(\.name)
        computingCount = graph.computingCount
    }

    /// The value, compiled.
    func value() throws(Problem) -> Evaluation {
        try Problem.rethrow { () throws(GraphError) in
            try Evaluation(of: graph, report: output.map { .ids([$0]) } ?? .outputs)
        }
    }

    /// The value and the gradient with respect to the inputs, compiled.
    func gradient() throws(Problem) -> Gradient {
        try Problem.rethrow { () throws(GraphError) in
            try Gradient(of: graph, output: output, wrt: wrt, report: .none)
        }
    }

    /// The value, the gradient, and the product of the Hessian with a vector, compiled.
    func hessianProduct() throws(Problem) -> HessianProduct {
        let vector = Directions(Dictionary(wrt.map { ($0, Tensor(1)) }, uniquingKeysWith: { first, _ in first }))
        return try Problem.rethrow { () throws(GraphError) in
            try HessianProduct(of: graph, output: output, wrt: wrt, vector: vector, report: .none)
        }
    }

    /// Runs at the point, or at the first.
    func run(_ gradient: Gradient) throws(Problem) -> Gradient.Result {
        try Problem.rethrow { () throws(PlanError) in try gradient(bindings) }
    }

    /// What a program is run with: the numbers of the point, and a direction of ones behind them where it takes one.
    func numbers(of program: Program) -> [Double] {
        numbers + [Double](repeating: 1, count: program.inputCount - numbers.count)
    }

    /// The points of the request, or points around the one that it has, along a leading axis of every input.
    func batch(count: Int) throws(Problem) -> Batch {
        if let batch { return batch }
        var arrays: [String: Tensor] = [:]
        var start = 0
        for input in graph.inputs {
            let shape = graph.shape(of: input.node)
            let row = numbers[start..<start + shape.count]
            start += shape.count
            // So near that all are as well within the domain as the one.
            let elements = (0..<count).flatMap { point in row.map { $0 * (1 + 0x1p-30 * Double(point)) } }
            guard let whole = Shape([count] + shape.extents) else { continue }
            arrays[input.name] = Tensor(shape: whole, elements: elements)
        }
        return try Problem.rethrow { () throws(GraphError) in
            try Batch(graph.inputs.map(\.name), of: arrays)
        }
    }
}

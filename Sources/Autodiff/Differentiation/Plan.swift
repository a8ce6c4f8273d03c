/// A set of numbers wanted of a function, compiled: made once, run at many points.
///
/// Every endpoint is one of these: nodes of a graph, and of its derivative graph, whose numbers are wanted.
struct Plan: Sendable {
    /// The graph, with whatever derivatives were appended.
    let graph: Graph
    /// The nodes wanted.
    let wanted: [NodeIndex]
    private let program: Program

    init(_ graph: Graph, wanted: [NodeIndex]) {
        self.graph = graph
        self.wanted = wanted
        program = Program.compile(graph, wanted: wanted)
    }

    /// The arrays of the wanted nodes, in their order.
    ///
    /// - Throws: What is wrong with the bindings, or that the deadline passed.
    func run(_ bindings: [String: Tensor], deadline: some Deadline) throws(PlanError) -> [Tensor] {
        let inputs: [Double]
        do { inputs = try graph.inputNumbers(bindings) } catch { throw .graph(error) }
        var workspace: [Double] = []
        let numbers: [Double]
        do { numbers = try program.run(inputs: inputs, workspace: &workspace, deadline: deadline) } catch {
            switch error {
            case .deadlinePassed: throw .deadlinePassed
            case .op(let error): throw .graph(graph.refusal(error, inputs))
            }
        }
        return split(numbers)
    }

    private func split(_ numbers: [Double]) -> [Tensor] {
        var start = 0
        return wanted.map { node in
            let shape = graph.shape(of: node)
            defer { start += shape.count }
            let elements = Array(numbers[start..<start + shape.count])
            return Tensor(shape: shape, elements: elements) ?? Tensor(shape: shape, repeating: .nan)
        }
    }
}

/// Why a plan gave no numbers.
public enum PlanError: Error, Sendable {
    /// The bindings do not fit the function.
    case graph(GraphError)
    /// The deadline passed.
    case deadlinePassed
}

extension Graph {
    /// What an array op refused when a program ran, with the node: the first that refuses.
    fileprivate func refusal(_ error: OpError, _ inputs: [Double]) -> GraphError {
        var bound = self
        var start = 0
        for input in self.inputs {
            let count = shape(of: input.node).count
            bound.bind(Array(inputs[start..<start + count]), to: input.node)
            start += count
        }
        var numbers = NodeNumbers()
        try? Interpreter.extend(&numbers, by: bound, through: NodeIndex(count - 1))
        let names = names()
        let name = names[numbers.count...].lazy.compactMap { $0 }.first
        return GraphError(error.code, error.detail, node: name)
    }
}

/// A set of numbers wanted of a function, compiled: made once, run at many points.
///
/// Every endpoint is one of these: nodes of a graph, and of its derivative graph, whose numbers are wanted.
struct Plan: Sendable {
    /// The graph, with whatever derivatives were appended.
    let graph: Graph
    /// The nodes wanted.
    let wanted: [NodeIndex]
    let program: Program
    let boundCount: Int

    /// Compiles what is wanted of a graph.
    ///
    /// - Parameters:
    ///   - graph: The function, with derivatives.
    ///   - wanted: The nodes whose numbers a run gives.
    ///   - directions: How many of the inputs, the last ones, get the numbers of directions and no bindings.
    /// - Throws: That it would take more memory than the graph's limits allow.
    init(_ graph: Graph, wanted: [NodeIndex], directions: Int = 0) throws(GraphError) {
        self.graph = graph
        self.wanted = wanted
        boundCount = graph.inputs.count - directions
        let simple = Simplify(graph, wanted: wanted)
        let limit = graph.limits.derivedElements
        if simple.graph.elementCount > limit {
            throw GraphError(
                .limitExceeded,
                "The arrays of the function and its derivatives have more than \(limit) elements together.")
        }
        program = Program.compile(simple, wanted: wanted)
    }

    /// The numbers of the inputs that are bound, one after the other.
    ///
    /// - Throws: What is wrong with the bindings.
    func inputs(_ bindings: [String: Tensor]) throws(PlanError) -> [Double] {
        do { return try graph.inputNumbers(bindings, ofFirst: boundCount) } catch { throw .graph(error) }
    }

    /// The arrays of the wanted nodes, in their order.
    ///
    /// - Throws: What is wrong with the bindings, or that the deadline passed.
    func run(_ bindings: [String: Tensor], deadline: some Deadline) throws(PlanError) -> [Tensor] {
        var workspace: [Double] = []
        return try run(inputs: try inputs(bindings), &workspace, deadline: deadline)
    }

    /// The arrays of the wanted nodes, in their order, where the numbers of all inputs are known.
    ///
    /// - Throws: What an array op refuses, or that the deadline passed.
    func run(
        inputs: [Double], _ workspace: inout [Double], deadline: some Deadline
    ) throws(PlanError) -> [Tensor] {
        let numbers: [Double]
        do { numbers = try program.run(inputs: inputs, workspace: &workspace, deadline: deadline) } catch {
            switch error {
            case .deadlinePassed: throw .deadlinePassed
            case .op(let error): throw .graph(graph.refusal(error, inputs))
            }
        }
        return split(numbers)
    }

    /// The arrays of the wanted nodes that the numbers of a run are.
    func split(_ numbers: [Double]) -> [Tensor] {
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
    /// The graph with the numbers of all its inputs, given one after the other, as their defaults.
    func bound(to inputs: [Double]) -> Graph {
        var bound = self
        var start = 0
        for input in self.inputs {
            let count = shape(of: input.node).count
            bound.bind(Array(inputs[start..<start + count]), to: input.node)
            start += count
        }
        return bound
    }

    /// What an array op refused when a program ran, with the node: the first that refuses.
    func refusal(_ error: OpError, _ inputs: [Double]) -> GraphError {
        var numbers = NodeNumbers()
        try? Interpreter.extend(&numbers, by: bound(to: inputs), through: NodeIndex(count - 1))
        let names = names()
        let name = names.first(from: NodeIndex(numbers.count))
        return GraphError(error.code, error.detail, node: name)
    }
}

extension GraphLimits {
    /// The most elements that a function and its derivatives may have together, as a program numbers them.
    ///
    /// Reverse mode makes a few nodes for each node. A gathered operand lists a place for each element, of up to three
    /// operands, and places are numbers of 32 bits.
    var derivedElements: Int { elements < Int(Int32.max) / 24 ? 8 * elements : Int(Int32.max) / 3 }
}

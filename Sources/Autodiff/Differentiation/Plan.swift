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
        guard let numbers = program.run(inputs: inputs, workspace: &workspace, deadline: deadline) else {
            throw .deadlinePassed
        }
        return numbers.map { Tensor($0) }
    }
}

/// Why a plan gave no numbers.
public enum PlanError: Error, Sendable {
    /// The bindings do not fit the function.
    case graph(GraphError)
    /// The deadline passed.
    case deadlinePassed
}

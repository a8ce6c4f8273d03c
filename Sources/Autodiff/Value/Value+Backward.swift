extension Value {
    /// Computes the derivative of this value with respect to every value that it was computed from.
    ///
    /// Each call replaces the gradients of the one before, over the whole graph; nothing accumulates.
    public func backward() {
        let place = tape.resolve(index)
        let graph = place.tape.graph
        let reverse = Reverse(graph, output: place.node)
        let reached = reverse.adjoints.enumerated().compactMap { node, adjoint in adjoint.map { (node, $0) } }
        let program = Program.compile(reverse.graph, wanted: reached.map(\.1))
        var workspace: [Double] = []
        let inputs = graph.inputs.map { $0.defaultValue?.first ?? .nan }
        let numbers = program.run(inputs: inputs, workspace: &workspace) ?? []
        var gradients = [Double](repeating: 0, count: graph.count)
        for ((node, _), number) in zip(reached, numbers) { gradients[node] = number }
        place.tape.setGradients(gradients)
    }
}

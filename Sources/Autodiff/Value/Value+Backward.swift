extension Value {
    /// Computes the derivative of this value, of an array the sum of its elements, with respect to every value that it
    /// was computed from.
    ///
    /// Each call replaces the gradients of the one before, over the whole graph; nothing accumulates.
    public func backward() {
        let place = tape.resolve(index)
        let graph = place.tape.graph
        let reverse = Reverse(graph, output: place.node)
        let reached = reverse.adjoints.enumerated().compactMap { node, adjoint in
            adjoint.map { (node: NodeIndex(node), adjoint: $0) }
        }
        let program = Program.compile(reverse.graph, wanted: reached.map(\.adjoint))
        var workspace: [Double] = []
        let inputs = graph.inputs.flatMap { input in
            input.defaultValue ?? [Double](repeating: .nan, count: graph.shape(of: input.node).count)
        }
        let numbers = try? program.run(inputs: inputs, workspace: &workspace)
        var gradients: [NodeIndex: Tensor] = [:]
        var start = 0
        for (node, _) in reached {
            let shape = graph.shape(of: node)
            let elements = numbers.map { Array($0[start..<start + shape.count]) }
            gradients[node] =
                elements.flatMap { Tensor(shape: shape, elements: $0) } ?? Tensor(shape: shape, repeating: .nan)
            start += shape.count
        }
        place.tape.setGradients(gradients)
    }
}

extension Graph {
    /// The gradient of the only output, a scalar, as a function of its own: the same inputs, and for each of them an output
    /// of its shape, in their order.
    ///
    /// It can be differentiated again, as any function. An output is named for what it is: `d(y)/d(x)`.
    ///
    /// - Throws: Where there are several outputs, or the output is not a scalar.
    public func gradient() throws(GraphError) -> Graph {
        let output = try scalarOutput(nil)
        let reverse = Reverse(self, output: output.node)
        var gradient = reverse.graph
        var taken = Set(namedNodes.map(\.name))
        gradient.outputs = []
        for input in inputs {
            let adjoint =
                reverse.adjoints[Int(input.node)]
                ?? gradient.appendConstant(tensor: Tensor(shape: shape(of: input.node), repeating: 0))
            // A node of its own: two inputs may share an adjoint, and an adjoint may be a node that has a name.
            let node = gradient.append(.positive, adjoint)
            var name = "d(\(output.name))/d(\(input.name))"
            while !taken.insert(name).inserted { name += "'" }
            gradient.name(node, name)
            gradient.outputs.append(node)
        }
        return gradient
    }
}

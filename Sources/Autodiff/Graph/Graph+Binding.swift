extension Graph {
    /// The numbers of all inputs, one after the other, as a program wants them.
    ///
    /// - Parameter bindings: What is bound to inputs; defaults serve for the others.
    /// - Returns: As many numbers as the inputs have elements, in the order of the inputs.
    /// - Throws: A binding that names no input or has another shape, or an input that gets nothing.
    package func inputNumbers(_ bindings: [String: Tensor]) throws(GraphError) -> [Double] {
        var numbers: [Double] = []
        var used = 0
        for input in inputs {
            if let tensor = bindings[input.name] {
                used += 1
                let shape = shape(of: input.node)
                guard tensor.shape == shape else {
                    throw GraphError(
                        .shapeMismatch,
                        "Input \"\(input.name)\" has shape \(shape), but what is bound to it \(tensor.shape).",
                        at: .inputs([.field(input.name)]), node: input.name)
                }
                numbers.append(contentsOf: tensor.elements)
            } else if let elements = input.defaultValue {
                numbers.append(contentsOf: elements)
            } else {
                throw GraphError(
                    .missingInput,
                    "Input \"\(input.name)\" has no number: bind one in `inputs`, or give the input a `value`.",
                    at: .inputs([]), node: input.name)
            }
        }
        if used < bindings.count { throw unknownInput(bindings) }
        return numbers
    }

    private func unknownInput(_ bindings: [String: Tensor]) -> GraphError {
        let known = Set(inputs.map(\.name))
        let name = bindings.keys.filter { !known.contains($0) }.min() ?? ""
        let suggestion = nearestName(to: name, among: known.sorted())
        let hint =
            suggestion.map { "did you mean \"\($0)\"?" }
            ?? (known.isEmpty
                ? "the function has no inputs."
                : "the inputs are \(inputs.prefix(20).map { "\"\($0.name)\"" }.joined(separator: ", ")).")
        return GraphError(
            .unknownInput, "There is no input \"\(name)\"; \(hint)", at: .inputs([.field(name)]), node: name,
            suggestion: suggestion)
    }
}

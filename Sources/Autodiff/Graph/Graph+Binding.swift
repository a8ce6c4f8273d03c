extension Graph {
    /// The numbers of all inputs, one after the other, as a program wants them.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - count: How many of the inputs to give, all by default; those behind are no inputs of the function itself.
    /// - Returns: As many numbers as the inputs have elements, in the order of the inputs.
    /// - Throws: A binding that names no input or has another shape, or an input that gets nothing.
    package func inputNumbers(_ bindings: [String: Tensor], ofFirst count: Int? = nil) throws(GraphError) -> [Double] {
        var numbers: [Double] = []
        var used = 0
        for input in inputs.prefix(count ?? inputs.count) {
            if let tensor = bindings[input.name] {
                used += 1
                try check(tensor, fits: input)
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
        if used < bindings.count { throw unknownInput(in: bindings) }
        return numbers
    }

    private func check(_ tensor: Tensor, fits input: Input) throws(GraphError) {
        let shape = shape(of: input.node)
        guard tensor.shape != shape else { return }
        throw GraphError(
            .shapeMismatch,
            "Input \"\(input.name)\" has shape \(shape), but what is bound to it \(tensor.shape).",
            at: .inputs([.field(input.name)]), node: input.name)
    }

    private func unknownInput(in bindings: [String: Tensor]) -> GraphError {
        let known = Set(inputs.map(\.name))
        let name = bindings.keys.filter { !known.contains($0) }.min() ?? ""
        return unknownInput(name, at: .inputs([.field(name)]))
    }

    /// Gives inputs defaults.
    ///
    /// - Throws: A name that no input has, or a default of another shape.
    package mutating func setDefaults(_ defaults: [String: Tensor]) throws(GraphError) {
        var used = 0
        for input in inputs {
            guard let tensor = defaults[input.name] else { continue }
            used += 1
            try check(tensor, fits: input)
            bind(tensor.elements, to: input.node)
        }
        if used < defaults.count { throw unknownInput(in: defaults) }
    }

    /// The inputs of names, in their order; all where none are named.
    ///
    /// - Throws: The first name, with its position, that no input has.
    package func inputs(named names: [String]?, at place: (Int) -> GraphError.Place) throws(GraphError) -> [NamedNode] {
        let inputs = inputs.map { NamedNode(name: $0.name, node: $0.node) }
        guard let names else { return inputs }
        let table = Dictionary(inputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var list: [NamedNode] = []
        for (position, name) in names.enumerated() {
            guard let input = table[name] else { throw unknownInput(name, at: place(position)) }
            list.append(input)
        }
        return list
    }

    private func unknownInput(_ name: String, at place: GraphError.Place) -> GraphError {
        // The input of a direction has no name.
        let known = inputs.map(\.name).filter { !$0.isEmpty }
        let suggestion = nearestName(to: name, among: known.sorted())
        let hint =
            suggestion.map { "did you mean \"\($0)\"?" }
            ?? (known.isEmpty
                ? "the function has no inputs."
                : "the inputs are \(known.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")).")
        return GraphError(
            .unknownInput, "There is no input \"\(name)\"; \(hint)", at: place, node: name, suggestion: suggestion)
    }
}

extension Graph {
    /// Writes a text that two graphs share exactly where they answer every question alike.
    ///
    /// Nodes come in the order of evaluation, named by their places, each with its op, shape, operands and attributes;
    /// constants and the defaults of inputs with every number; then the names of nodes, and the outputs. How the graph was
    /// written, as an expression or a document, in which order of fields or with which alias, is not in it; what answers
    /// show, as the names and the order of nodes, is. A composite op counts as what it expands into.
    ///
    /// - Parameter receive: Gets the text piece by piece, each with whole lines.
    package func writeCanonicalText(_ receive: (String) -> Void) {
        var text = "adjoint graph 1\n"
        for node in 0..<NodeIndex(count) {
            text += "\(op(of: node).name) \(shape(of: node))"
            switch op(of: node) {
            case .input:
                let input = inputs[Int(nodes[Int(node)].payload)]
                text += " \(input.name.delimited)"
                if let elements = input.defaultValue { text.append(numbers: elements[...]) }
            case .constant: text.append(numbers: literal(of: nodes[Int(node)]))
            default: for operand in operands(of: node) { text += " \(operand)" }
            }
            let attributes = attributes(of: node)
            for name in attributes.names { text += " \(name.delimited)=\(attributes[name]?.canonicalText ?? "")" }
            text += "\n"
            if text.utf8.count > 65_536 {
                receive(text)
                text = ""
            }
        }
        for named in namedNodes { text += "name \(named.node) \(named.name.delimited)\n" }
        for output in outputs { text += "output \(output)\n" }
        receive(text)
    }
}

extension AttributeValue {
    fileprivate var canonicalText: String {
        switch self {
        case .none: "null"
        case .number(let number): "\(number)"
        case .numbers(let numbers): "\(numbers)"
        case .flag(let flag): "\(flag)"
        case .text(let text): text.delimited
        }
    }
}

extension String {
    /// The text behind its length in bytes, so that nothing in it can be taken for what follows.
    fileprivate var delimited: String { "\(utf8.count):\(self)" }

    fileprivate mutating func append(numbers: ArraySlice<Double>) {
        for number in numbers { self += " \(number)" }
    }
}

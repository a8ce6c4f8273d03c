extension Graph {
    /// The graph in the language of Graphviz: a box for an input, a double border for an output.
    ///
    /// Nodes show their names, and unnamed ones their ops alone; an edge leads from an operand to the node that uses it.
    package func dot(named title: String) -> String {
        let names = names()
        let isOutput = Set(outputs)
        var text = "digraph \(title.quoted) {\n  rankdir=BT;\n"
        for node in 0..<NodeIndex(count) {
            let op = op(of: node)
            var label = names[node] ?? ""
            switch op {
            case .input: break
            case .constant where label.isEmpty: label = constantText(of: node)
            default: label += label.isEmpty ? op.name : "\n\(op.name)"
            }
            if !shape(of: node).isScalar { label += "\n\(shape(of: node))" }
            let form = op == .input ? ", shape=box" : op == .constant ? ", shape=plaintext" : ""
            let border = isOutput.contains(node) ? ", peripheries=2" : ""
            text += "  n\(node) [label=\(label.quoted)\(form)\(border)];\n"
            for operand in operands(of: node) { text += "  n\(operand) -> n\(node);\n" }
        }
        return text + "}\n"
    }

    private func constantText(of node: NodeIndex) -> String {
        let literal = literal(of: nodes[Int(node)])
        guard shape(of: node).isScalar, let number = literal.first else { return Op.constant.name }
        return "\(number)"
    }
}

extension String {
    /// The text as a quoted string of Graphviz.
    fileprivate var quoted: String {
        var text = "\""
        for character in unicodeScalars {
            switch character {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(character)
            }
        }
        return text + "\""
    }
}

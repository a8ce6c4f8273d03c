extension Graph {
    /// Takes the lists of a document of scalars for those of the graph; nothing where there is more to it, or something is wrong.
    init?(scalars document: FlatDocument, _ shapes: [String: Shape], _ limits: GraphLimits) {
        guard document.details.isEmpty, document.nodes.count <= limits.elements,
            let inputs = document.scalarInputs(shapes), let nodes = document.scalarNodes()
        else { return nil }
        self.init(
            scalars: nodes, operands: document.operands, literals: document.numbers, inputs: inputs,
            names: document.names)
        outputs = document.outputs ?? document.unused()
    }
}

extension FlatDocument {
    /// The inputs; nothing where an array will be bound to one.
    fileprivate func scalarInputs(_ shapes: [String: Shape]) -> [Graph.Input]? {
        var inputs: [Graph.Input] = []
        for (place, index) in names.nodes.enumerated() {
            let node = nodes[Int(index)]
            guard node.op == .input else { continue }
            let name = names.names[place]
            guard shapes[name]?.isScalar ?? true else { return nil }
            let value = node.form == .number ? [numbers[Int(node.place)]] : nil
            inputs.append(Graph.Input(node: index, name: name, defaultValue: value))
        }
        return inputs
    }

    /// The nodes; nothing where one is of an op for arrays, has other than its number of operands, or comes before an operand.
    fileprivate func scalarNodes() -> [Autodiff.Node]? {
        let (given, operands, arities) = (nodes.span, operands.span, Op.elementwiseArities)
        let nodes = [Autodiff.Node](capacity: given.count) { nodes in
            var start: Int32 = 0
            var inputCount: Int32 = 0
            for index in given.indices {
                let node = given[index]
                let count = node.operandEnd - start
                var payload: Int32 = 0
                if count == 0 {
                    switch (node.op, node.form) {
                    case (.constant, .number), (.constant, .argument): payload = node.place
                    case (.input, .number), (.input, .plain):
                        payload = inputCount
                        inputCount += 1
                    default: return
                    }
                } else {
                    guard node.form == .plain, Int32(arities[Int(node.op.rawValue)]) == count else { return }
                    // Of one or two operands these are all.
                    var last = max(operands[Int(start)], operands[Int(node.operandEnd) - 1])
                    for place in 1..<max(count - 1, 1) { last = max(last, operands[Int(start + place)]) }
                    guard last < index else { return }
                }
                nodes.append(
                    Autodiff.Node(
                        op: node.op, operandCount: UInt16(truncatingIfNeeded: count), operandStart: start, shape: 0,
                        payload: payload))
                start = node.operandEnd
            }
        }
        return nodes.count == given.count ? nodes : nil
    }
}

extension Op {
    /// How many operands each op has that is elementwise; 0 for every other.
    fileprivate static let elementwiseArities: [UInt8] = everyCase.map { $0.isElementwise ? UInt8($0.arity) : 0 }
}

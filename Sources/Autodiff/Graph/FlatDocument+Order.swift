extension FlatDocument {
    /// Whether operands come before their uses.
    var isOrdered: Bool {
        nodes.indices.allSatisfy { node in operands[operandPlaces(of: node)].allSatisfy { $0 < node } }
    }

    /// The same document with operands before their uses; nothing where there is no such order.
    func ordered() -> FlatDocument? {
        guard let order = orderOfEvaluation() else { return nil }
        var ordered = FlatDocument()
        ordered.numbers = numbers
        ordered.details = details
        var nameOf = [Int?](repeating: nil, count: nodes.count)
        for (name, node) in names.nodes.enumerated() { nameOf[Int(node)] = name }
        var places = [NodeIndex](repeating: -1, count: nodes.count)
        for node in order {
            let place = NodeIndex(ordered.nodes.count)
            places[node] = place
            for operand in operands[operandPlaces(of: node)] { ordered.operands.append(places[Int(operand)]) }
            let (op, form) = (nodes[node].op, nodes[node].form)
            ordered.nodes.append(Node(op, form, operandEnd: ordered.operands.count, at: Int(nodes[node].place)))
            if let name = nameOf[node] { ordered.names.append(name, from: names, of: place) }
        }
        ordered.outputs = (outputs ?? unused()).map { places[Int($0)] }
        return ordered
    }

    /// The nodes in an order in which operands come before their uses, found as `Document` does it; nothing where there is none.
    private func orderOfEvaluation() -> [Int]? {
        var order: [Int] = []
        order.reserveCapacity(nodes.count)
        // The numbers among operands are placed with the node that uses them.
        var isPlaced = nodes.map { $0.form == .argument }
        var isOpen = [Bool](repeating: false, count: nodes.count)
        var stack: [(node: Int, next: Int)] = []
        for start in nodes.indices where !isPlaced[start] {
            stack.append((start, operandPlaces(of: start).lowerBound))
            isOpen[start] = true
            while let (node, next) = stack.last {
                guard next < Int(nodes[node].operandEnd) else {
                    stack.removeLast()
                    isOpen[node] = false
                    isPlaced[node] = true
                    order += operands[operandPlaces(of: node)].lazy.map { Int($0) }
                        .filter { nodes[$0].form == .argument }
                    order.append(node)
                    continue
                }
                stack[stack.count - 1].next += 1
                let operand = Int(operands[next])
                if isPlaced[operand] { continue }
                if isOpen[operand] { return nil }
                stack.append((operand, operandPlaces(of: operand).lowerBound))
                isOpen[operand] = true
            }
        }
        return order
    }
}

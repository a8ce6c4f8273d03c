extension FlatDocument {
    /// Whether operands come before their uses.
    var isOrdered: Bool {
        var place = 0
        for (node, end) in nodes.lazy.map({ Int($0.operandEnd) }).enumerated() {
            while place < end {
                if operands[place] >= node { return false }
                place += 1
            }
        }
        return true
    }

    /// The same document with operands before their uses; nothing where there is no such order.
    func ordered() -> FlatDocument? {
        guard let order = orderOfEvaluation() else { return nil }
        var ordered = FlatDocument()
        (ordered.numbers, ordered.details) = (numbers, details)
        ordered.nodes.reserveCapacity(nodes.count)
        ordered.operands.reserveCapacity(operands.count)
        let nameOf = NodeNames(names, count: nodes.count)
        var places = [NodeIndex](repeating: -1, count: nodes.count)
        for node in order {
            let place = NodeIndex(truncatingIfNeeded: ordered.nodes.count)
            places[node] = place
            for operand in operandPlaces(of: node) { ordered.operands.append(places[Int(operands[operand])]) }
            let (op, form) = (nodes[node].op, nodes[node].form)
            ordered.nodes.append(Node(op, form, operandEnd: ordered.operands.count, at: Int(nodes[node].place)))
            if let name = nameOf.place(of: node) { ordered.names.append(name, from: names, of: place) }
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
                    for place in operandPlaces(of: node) where nodes[Int(operands[place])].form == .argument {
                        order.append(Int(operands[place]))
                    }
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

extension Document {
    /// The nodes in an order in which operands come before their uses; that of the document where it is one.
    ///
    /// A depth-first walk with a stack of its own, since a graph may be a million nodes deep.
    ///
    /// - Throws: A cycle, with the ids on it.
    func orderOfEvaluation() throws(GraphError) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(nodes.count)
        var isPlaced = [Bool](repeating: false, count: nodes.count)
        var isOpen = [Bool](repeating: false, count: nodes.count)
        var stack: [(node: Int, next: Int)] = []
        for start in nodes.indices where !isPlaced[start] {
            stack.append((start, 0))
            isOpen[start] = true
            while let (node, next) = stack.last {
                guard next < operands[node].count else {
                    stack.removeLast()
                    isOpen[node] = false
                    isPlaced[node] = true
                    order.append(node)
                    continue
                }
                stack[stack.count - 1].next += 1
                guard case .node(let operand) = operands[node][next], !isPlaced[operand] else { continue }
                if isOpen[operand] { throw cycle(through: stack.map(\.node), backTo: operand) }
                stack.append((operand, 0))
                isOpen[operand] = true
            }
        }
        return order
    }

    private func cycle(through open: [Int], backTo first: Int) -> GraphError {
        let ids = open.drop { $0 != first }.map { "\"\(nodes[$0].id)\"" }
        // The walk goes from uses to operands; the arrows go the way of the numbers.
        let shown = ids.count <= 10 ? ids.reversed() : Array(ids.suffix(9).reversed()) + ["…"]
        let last = ids[0]
        let way = ([last] + shown).joined(separator: " -> ")
        return error(
            .cycle, "These nodes are computed from each other: \(way).", first, [.field("args")])
    }
}

/// A graph document as flat lists, every name in it resolved: what a fast reader makes of one that it has no fault to find with.
///
/// It knows nothing of where things were written, so that it can tell no mistake: for that there is `NodeDescription`.
package struct FlatDocument: Sendable {
    /// What only some nodes have.
    package struct Detail: Sendable {
        package var value: Tensor?
        package var attributes: Attributes

        package init(value: Tensor?, attributes: Attributes) {
            self.value = value
            self.attributes = attributes
        }
    }

    /// The ids, which are valid and distinct.
    package var ids: [String] = []
    /// The op of each node.
    package var ops: [Op] = []
    /// Where the operands of each node end in the list of operands; they begin where those of the node before end.
    package var operandEnds: [Int32] = []
    /// The operands of all nodes: the places of nodes, and for numbers the complements of their places among the numbers.
    package var operands: [Int32] = []
    /// The numbers that stand for constants of their own.
    package var numbers: [Double] = []
    /// For each node, where its detail is; -1 where it has none.
    package var detailPlaces: [Int32] = []
    /// The details.
    package var details: [Detail] = []
    /// The nodes of the outputs; nothing where the document does not say.
    package var outputs: [Int32]?

    package init() {}

    /// Makes room for nodes.
    package mutating func reserveCapacity(_ count: Int) {
        ids.reserveCapacity(count)
        ops.reserveCapacity(count)
        operandEnds.reserveCapacity(count)
        operands.reserveCapacity(2 * count)
        detailPlaces.reserveCapacity(count)
    }

    /// Where the operands of a node are in the list of operands.
    func operandPlaces(of node: Int) -> Range<Int> {
        (node == 0 ? 0 : Int(operandEnds[node - 1]))..<Int(operandEnds[node])
    }

    /// The detail of a node.
    func detail(of node: Int) -> Detail? {
        let place = Int(detailPlaces[node])
        return place < 0 ? nil : details[place]
    }

    /// Whether operands come before their uses.
    private var isOrdered: Bool {
        var place = 0
        for node in ops.indices {
            let end = Int(operandEnds[node])
            while place < end {
                if Int(operands[place]) >= node { return false }
                place += 1
            }
        }
        return true
    }

    /// The nodes in an order in which operands come before their uses, found as `Document` does it; nothing where there is none.
    func orderOfEvaluation() -> [Int]? {
        if isOrdered { return Array(ops.indices) }
        var order: [Int] = []
        order.reserveCapacity(ops.count)
        var isPlaced = [Bool](repeating: false, count: ops.count)
        var isOpen = isPlaced
        var stack: [(node: Int, next: Int)] = []
        for start in ops.indices where !isPlaced[start] {
            stack.append((start, operandPlaces(of: start).lowerBound))
            isOpen[start] = true
            while let (node, next) = stack.last {
                guard next < Int(operandEnds[node]) else {
                    stack.removeLast()
                    isOpen[node] = false
                    isPlaced[node] = true
                    order.append(node)
                    continue
                }
                stack[stack.count - 1].next += 1
                let operand = Int(operands[next])
                if operand < 0 || isPlaced[operand] { continue }
                if isOpen[operand] { return nil }
                stack.append((operand, operandPlaces(of: operand).lowerBound))
                isOpen[operand] = true
            }
        }
        return order
    }

    /// The nodes that no node uses.
    func unused() -> [Int32] {
        var isUsed = [Bool](repeating: false, count: ops.count)
        for operand in operands where operand >= 0 { isUsed[Int(operand)] = true }
        return (0..<Int32(ops.count)).filter { !isUsed[Int($0)] }
    }
}

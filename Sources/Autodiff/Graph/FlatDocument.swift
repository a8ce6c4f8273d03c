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

    /// What every node has, besides its id.
    package struct Node: BitwiseCopyable, Sendable {
        package let op: Op
        /// Where its operands end in the list of operands; they begin where those of the node before end.
        package let operandEnd: Int32
        /// Where its detail is; -1 where it has none.
        package let detail: Int32

        package init(_ op: Op, operandEnd: Int, detail: Int?) {
            self.op = op
            self.operandEnd = Int32(operandEnd)
            self.detail = detail.map { Int32($0) } ?? -1
        }
    }

    /// The ids, which are valid and distinct.
    package var ids: [String] = []
    /// The nodes, as many.
    package var nodes: [Node] = []
    /// The operands of all nodes: the places of nodes, and for numbers the complements of their places among the numbers.
    package var operands: [Int32] = []
    /// The numbers that stand for constants of their own.
    package var numbers: [Double] = []
    /// The details.
    package var details: [Detail] = []
    /// The nodes of the outputs; nothing where the document does not say.
    package var outputs: [Int32]?

    package init() {}

    /// Makes room for nodes.
    package mutating func reserveCapacity(_ count: Int) {
        ids.reserveCapacity(count)
        nodes.reserveCapacity(count)
        operands.reserveCapacity(2 * count)
    }

    /// Where the operands of a node are in the list of operands.
    func operandPlaces(of node: Int) -> Range<Int> {
        (node == 0 ? 0 : Int(nodes[node - 1].operandEnd))..<Int(nodes[node].operandEnd)
    }

    /// The detail of a node.
    func detail(of node: Int) -> Detail? {
        let place = Int(nodes[node].detail)
        return place < 0 ? nil : details[place]
    }

    /// Whether operands come before their uses.
    var isOrdered: Bool {
        var place = 0
        for node in nodes.indices {
            let end = Int(nodes[node].operandEnd)
            while place < end {
                if Int(operands[place]) >= node { return false }
                place += 1
            }
        }
        return true
    }

    /// The nodes in an order in which operands come before their uses, found as `Document` does it; nothing where there is none.
    func orderOfEvaluation() -> [Int]? {
        var order: [Int] = []
        order.reserveCapacity(nodes.count)
        var isPlaced = [Bool](repeating: false, count: nodes.count)
        var isOpen = isPlaced
        var stack: [(node: Int, next: Int)] = []
        for start in nodes.indices where !isPlaced[start] {
            stack.append((start, operandPlaces(of: start).lowerBound))
            isOpen[start] = true
            while let (node, next) = stack.last {
                guard next < Int(nodes[node].operandEnd) else {
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
        var isUsed = [Bool](repeating: false, count: nodes.count)
        for operand in operands where operand >= 0 { isUsed[Int(operand)] = true }
        return (0..<Int32(nodes.count)).filter { !isUsed[Int($0)] }
    }
}

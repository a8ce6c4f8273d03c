/// The operands of an elementwise node, broadcast, element by element.
struct ElementOperands {
    private let lists: [[Double]]
    /// How many elements the node has.
    let count: Int

    init(of node: NodeIndex, _ graph: Graph, _ numbers: NodeNumbers) {
        let shape = graph.shape(of: node)
        count = shape.count
        lists = graph.operands(of: node).map { operand in
            let elements = Array(numbers[operand])
            let from = graph.shape(of: operand)
            return from == shape ? elements : from.places(broadcastTo: shape).map { elements[Int($0)] }
        }
    }

    subscript(_ element: Int) -> [Double] { lists.map { $0[element] } }
}

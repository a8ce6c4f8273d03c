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

    /// What a node has besides its op and operands.
    package enum Form: UInt8, BitwiseCopyable, Sendable {
        /// Nothing.
        case plain
        /// A number: it is an input or a constant.
        case number
        /// A number that stands for a constant of its own, without a name, among the operands of the next node that has one.
        case argument
        /// Anything else: a detail.
        case detailed
    }

    /// A node.
    package struct Node: BitwiseCopyable, Sendable {
        package let op: Op
        package let form: Form
        /// Where its operands end in the list of operands; they begin where those of the node before end.
        package let operandEnd: Int32
        /// Where its number or its detail is.
        package let place: Int32

        package init(_ op: Op, _ form: Form, operandEnd: Int, at place: Int = 0) {
            self.op = op
            self.form = form
            self.operandEnd = Int32(operandEnd)
            self.place = Int32(place)
        }
    }

    /// The nodes: those that have a name, and before each those of the numbers among its operands.
    package var nodes: [Node] = []
    /// The operands of all nodes.
    package var operands: [NodeIndex] = []
    /// The numbers.
    package var numbers: [Double] = []
    /// The details.
    package var details: [Detail] = []
    /// The names, which are valid and distinct.
    package var names = NameList()
    /// The nodes of the outputs; nothing where the document does not say.
    package var outputs: [NodeIndex]?

    package init() {}

    /// Where the operands of a node are in the list of operands.
    func operandPlaces(of node: Int) -> Range<Int> {
        (node == 0 ? 0 : Int(nodes[node - 1].operandEnd))..<Int(nodes[node].operandEnd)
    }

    /// The nodes that no node uses.
    func unused() -> [NodeIndex] {
        var isUsed = [Bool](repeating: false, count: nodes.count)
        for operand in operands { isUsed[Int(operand)] = true }
        return (0..<NodeIndex(nodes.count)).filter { !isUsed[Int($0)] }
    }
}

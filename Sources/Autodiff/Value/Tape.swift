/// A graph under construction, with the numbers at its nodes: what values are handles on.
///
/// Values made apart start on tapes of their own; where two meet in an op, the shorter tape moves onto the
/// longer and leaves word where it went, so that all handles stay good.
final class Tape {
    var graph: Graph
    private(set) var successor: (tape: Tape, shift: NodeIndex)?
    /// The numbers of the first nodes, as far as they have been asked for.
    private var data: [Double] = []
    private var gradients: [Double] = []

    init(_ graph: Graph = Graph()) { self.graph = graph }

    /// Where a node is now.
    func resolve(_ node: NodeIndex) -> (tape: Tape, node: NodeIndex) {
        var place = (tape: self, node: node)
        while let next = place.tape.successor {
            place = (next.tape, place.node + next.shift)
        }
        return place
    }

    /// Brings two tapes, neither with a successor, onto one; tells which and how far the nodes of each moved.
    static func unite(_ first: Tape, _ second: Tape) -> (tape: Tape, firstShift: NodeIndex, secondShift: NodeIndex) {
        if first === second { return (first, 0, 0) }
        if first.graph.count >= second.graph.count { return (first, 0, first.absorb(second)) }
        return (second, second.absorb(first), 0)
    }

    private func absorb(_ other: Tape) -> NodeIndex {
        let shift = graph.append(contentsOf: other.graph)
        let gradients = other.gradients
        if !gradients.isEmpty {
            self.gradients.append(contentsOf: repeatElement(0, count: Int(shift) - self.gradients.count))
            self.gradients.append(contentsOf: gradients)
        }
        other.successor = (self, shift)
        other.graph = Graph()
        other.data = []
        other.gradients = []
        return shift
    }

    /// The number at a node, evaluating whatever it needs that has not been evaluated yet.
    func data(at node: NodeIndex) -> Double {
        if node >= data.count { Interpreter.extend(&data, by: graph, through: node) }
        return data[Int(node)]
    }

    /// Binds an input to another number; what depends on it is evaluated anew when next asked for.
    func setData(_ number: Double, at node: NodeIndex) {
        guard graph.op(of: node) == .input else { return }
        graph.setDefault([number], ofInput: node)
        data.removeSubrange(min(Int(node), data.count)...)
    }

    /// The derivative of the output of the last `backward` with respect to a node.
    func gradient(at node: NodeIndex) -> Double {
        node < gradients.count ? gradients[Int(node)] : 0
    }

    func setGradients(_ gradients: [Double]) { self.gradients = gradients }
}

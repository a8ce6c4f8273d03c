/// A graph under construction, with the numbers at its nodes: what values are handles on.
///
/// Values made apart start on tapes of their own; where two meet in an op, the shorter tape moves onto the
/// longer and leaves word where it went, so that all handles stay good.
final class Tape {
    var graph: Graph
    private(set) var successor: (tape: Tape, shift: NodeIndex)?
    /// The numbers of the first nodes, as far as they have been asked for.
    private var data = NodeNumbers()
    private var gradients: [NodeIndex: Tensor] = [:]

    init(_ graph: Graph = Graph()) { self.graph = graph }

    /// Gives the graph away; nothing may use the tape after that.
    func release() -> Graph {
        let graph = graph
        self.graph = Graph()
        return graph
    }

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
        for (node, gradient) in other.gradients { gradients[node + shift] = gradient }
        other.successor = (self, shift)
        other.graph = Graph()
        other.data = NodeNumbers()
        other.gradients = [:]
        return shift
    }

    /// The numbers at a node, evaluating whatever it needs that has not been evaluated yet.
    ///
    /// Where a kernel refuses its operands, such as an index outside of an array, they are NaN.
    func data(at node: NodeIndex) -> Tensor {
        let shape = graph.shape(of: node)
        do throws(OpError) { try Interpreter.extend(&data, by: graph, through: node) } catch {
            data.removeAll(from: node)
            return Tensor(shape: shape, repeating: .nan)
        }
        return Tensor(shape: shape, elements: Array(data[node])) ?? Tensor(shape: shape, repeating: .nan)
    }

    /// Binds an input to other numbers; what depends on it is evaluated anew when next asked for.
    func setData(_ tensor: Tensor, at node: NodeIndex) {
        guard graph.op(of: node) == .input, tensor.shape == graph.shape(of: node) else { return }
        graph.bind(tensor.elements, to: node)
        data.removeAll(from: node)
    }

    /// The derivative of the output of the last `backward` with respect to a node.
    func gradient(at node: NodeIndex) -> Tensor {
        gradients[node] ?? Tensor(shape: graph.shape(of: node), repeating: 0)
    }

    func setGradients(_ gradients: [NodeIndex: Tensor]) { self.gradients = gradients }
}

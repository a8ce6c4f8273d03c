import Autodiff
import Testing

extension Graph {
    /// The numbers of the nodes of a scalar graph, node by node, with the defaults of its inputs.
    func scalars() -> [Double] {
        var numbers = NodeNumbers()
        do { try Interpreter.extend(&numbers, by: self, through: NodeIndex(count - 1)) } catch {
            Issue.record(error)
        }
        return (0..<count).map { numbers.scalar(NodeIndex($0)) }
    }
}

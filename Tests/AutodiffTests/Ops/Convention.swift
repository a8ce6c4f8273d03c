import Autodiff
import Testing

/// What holds at a point where a function has a kink, an edge or a pole.
struct Convention: Sendable, CustomTestStringConvertible {
    let name: String
    /// The function, of inputs `x`, `y` and `z`.
    let nodes: [NodeDescription]
    let operands: [Double]
    let value: Double
    let gradient: [Double]
    /// The upper triangle, row by row, where there is something to say.
    let hessian: [Double]?

    var testDescription: String { "\(name) at \(operands)" }

    /// An op of variable operands.
    init(_ op: String, at operands: Double..., value: Double, gradient: [Double], hessian: [Double]? = nil) {
        let arguments = ["x", "y", "z"].prefix(operands.count).map { NodeDescription.Argument.id($0) }
        self.init(op, [NodeDescription("f", op, arguments)], operands, value, gradient, hessian)
    }

    /// A graph.
    init(
        _ name: String, _ nodes: [NodeDescription], at operands: Double..., value: Double, gradient: [Double],
        hessian: [Double]? = nil
    ) {
        self.init(name, nodes, operands, value, gradient, hessian)
    }

    private init(
        _ name: String, _ nodes: [NodeDescription], _ operands: [Double], _ value: Double, _ gradient: [Double],
        _ hessian: [Double]?
    ) {
        self.name = name
        self.nodes = zip(["x", "y", "z"], operands).map { NodeDescription($0.0, "input") } + nodes
        self.operands = operands
        self.value = value
        self.gradient = gradient
        self.hessian = hessian
    }
}

/// The first node whose number is not finite although what it was computed from is.
public struct NonFinite: Sendable {
    /// The id of the node, or of the first named node behind it where it has none.
    public let node: String?
    /// One sentence: which number it is and how it came about.
    public let detail: String

    /// Evaluates a function node by node until a value, or else a gradient, is not finite.
    ///
    /// - Parameters:
    ///   - graph: The function with its adjoints behind it.
    ///   - adjoints: For each node of the function where its adjoint is; empty where there are none.
    ///   - bindings: What is bound to inputs.
    /// - Returns: Nothing where all numbers are finite.
    static func first(in graph: Graph, adjoints: [NodeIndex?], _ bindings: [String: Tensor]) -> NonFinite? {
        var bound = graph
        for input in graph.inputs {
            if let tensor = bindings[input.name] { bound.setDefault(tensor.elements, ofInput: input.node) }
        }
        var numbers: [Double] = []
        Interpreter.extend(&numbers, by: bound, through: NodeIndex(graph.count - 1))
        let names = graph.names()
        let count = adjoints.isEmpty ? graph.count : adjoints.count
        if let node = numbers.prefix(count).firstIndex(where: { !$0.isFinite }) {
            return value(NodeIndex(node), graph, names, numbers)
        }
        // Adjoints are computed from the output back.
        for (node, adjoint) in adjoints.enumerated().reversed() {
            guard let adjoint, !numbers[Int(adjoint)].isFinite, let name = names[node] else { continue }
            return NonFinite(
                node: name,
                detail:
                    "The gradient of \"\(name)\" is \(numbers[Int(adjoint)].jsonName) where its value is \(numbers[node].jsonName)."
            )
        }
        return nil
    }

    private static func value(
        _ node: NodeIndex, _ graph: Graph, _ names: [String?], _ numbers: [Double]
    ) -> NonFinite {
        let name = names[Int(node)] ?? names[Int(node)...].lazy.compactMap { $0 }.first
        let number = numbers[Int(node)].jsonName
        let operands = graph.operands(of: node).map { numbers[Int($0)].jsonName }.joined(separator: ", ")
        let op = graph.op(of: node)
        let source = op.arity == 0 ? "bound to \(number)" : "\(op.name)(\(operands)) = \(number)"
        if names[Int(node)] == nil, let name {
            return NonFinite(node: name, detail: "On the way to \"\(name)\": \(source).")
        }
        return NonFinite(node: name, detail: "The value of \"\(name ?? "")\" is \(source).")
    }
}

extension Double {
    /// The number as JSON texts of this project write it: non-finite ones by name.
    fileprivate var jsonName: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description.hasSuffix(".0") && description != "-0.0" ? String(description.dropLast(2)) : description
    }
}

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
            if let tensor = bindings[input.name] { bound.bind(tensor.elements, to: input.node) }
        }
        var numbers = NodeNumbers()
        // What a kernel refuses is an error of the run itself; here it only ends the search.
        try? Interpreter.extend(&numbers, by: bound, through: NodeIndex(graph.count - 1))
        let names = graph.names()
        let count = NodeIndex(adjoints.isEmpty ? graph.count : adjoints.count)
        if let node = (0..<min(count, NodeIndex(numbers.count))).first(where: { !numbers.isFinite($0) }) {
            return value(node, graph, names, numbers)
        }
        // Adjoints are computed from the output back.
        for (node, adjoint) in adjoints.enumerated().reversed() {
            guard let adjoint, adjoint < numbers.count, !numbers.isFinite(adjoint), let name = names[node] else {
                continue
            }
            let element = numbers[adjoint].firstIndex { !$0.isFinite }.map { $0 - numbers[adjoint].startIndex } ?? 0
            let place = graph.shape(of: NodeIndex(node)).isScalar ? "" : " at element \(element)"
            return NonFinite(
                node: name,
                detail: """
                    The gradient of "\(name)"\(place) is \(numbers.name(adjoint, element)) where its value is \
                    \(numbers.name(NodeIndex(node), element)).
                    """)
        }
        return nil
    }

    private static func value(
        _ node: NodeIndex, _ graph: Graph, _ names: [String?], _ numbers: NodeNumbers
    ) -> NonFinite {
        let name = names[Int(node)] ?? names[Int(node)...].lazy.compactMap { $0 }.first
        let op = graph.op(of: node)
        let source =
            if !graph.shape(of: node).isScalar || op.isArray {
                arraySource(node, graph, numbers)
            } else if op.arity == 0 {
                "bound to \(numbers.name(node, 0))"
            } else {
                "\(op.name)(\(operands(node, graph, numbers).joined(separator: ", "))) = \(numbers.name(node, 0))"
            }
        if names[Int(node)] == nil, let name {
            return NonFinite(node: name, detail: "On the way to \"\(name)\": \(source).")
        }
        return NonFinite(node: name, detail: "The value of \"\(name ?? "")\" is \(source).")
    }

    private static func operands(_ node: NodeIndex, _ graph: Graph, _ numbers: NodeNumbers) -> [String] {
        graph.operands(of: node).map { operand in
            let shape = graph.shape(of: operand)
            return shape.isScalar ? numbers.name(operand, 0) : "an array of shape \(shape)"
        }
    }

    private static func arraySource(_ node: NodeIndex, _ graph: Graph, _ numbers: NodeNumbers) -> String {
        let element = (numbers[node].firstIndex { !$0.isFinite } ?? 0) - numbers[node].startIndex
        let (op, shape) = (graph.op(of: node), graph.shape(of: node))
        let place = shape.isScalar ? "" : " at element \(element)"
        if op.arity == 0 { return "bound to \(numbers.name(node, element))\(place)" }
        let operands = graph.operands(of: node).map { operand in
            let from = graph.shape(of: operand)
            guard op.isElementwise, from.broadcast(with: shape) == shape else {
                return from.isScalar ? numbers.name(operand, 0) : "an array of shape \(from)"
            }
            return numbers.name(operand, Int(from.places(broadcastTo: shape)[element]))
        }
        return "\(op.name)(\(operands.joined(separator: ", "))) = \(numbers.name(node, element))\(place)"
    }
}

extension NodeNumbers {
    fileprivate func isFinite(_ node: NodeIndex) -> Bool { self[node].allSatisfy(\.isFinite) }

    fileprivate func name(_ node: NodeIndex, _ element: Int) -> String {
        self[node][self[node].startIndex + element].jsonName
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

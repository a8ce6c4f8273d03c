/// The first node whose number is not finite although what it was computed from is.
public struct NonFinite: Sendable {
    /// The id of the node, or of the first named node behind it where it has none.
    public let node: String?
    /// One sentence: which number it is and how it came about.
    public let detail: String

    /// What derivatives are to the nodes they belong to.
    enum Derivatives {
        case gradient, tangent
    }

    /// Evaluates a function node by node until a value, or else a derivative, is not finite.
    ///
    /// - Parameters:
    ///   - graph: The function with its derivatives behind it.
    ///   - derivatives: For each node of the function where its derivative is; left out where there are none.
    ///   - kind: What the derivatives are.
    ///   - inputs: The numbers of all inputs, one after the other.
    /// - Returns: Nothing where all numbers are finite.
    static func first(
        in graph: Graph, derivatives: [NodeIndex?]? = nil, _ kind: Derivatives = .gradient, at inputs: [Double]
    ) -> NonFinite? {
        var numbers = NodeNumbers()
        // What a kernel refuses is an error of the run itself; here it only ends the search.
        try? Interpreter.extend(&numbers, by: graph.bound(to: inputs), through: NodeIndex(graph.count - 1))
        let names = graph.names()
        let count = NodeIndex(derivatives?.count ?? graph.count)
        if let node = (0..<min(count, NodeIndex(numbers.count))).first(where: { !numbers.isFinite($0) }) {
            return value(node, graph, names, numbers)
        }
        let list = Array((derivatives ?? []).enumerated())
        // Gradients are computed from the output back.
        for (node, derivative) in kind == .gradient ? list.reversed() : list {
            guard let derivative, derivative < numbers.count, !numbers.isFinite(derivative), let name = names[node]
            else { continue }
            let element =
                numbers[derivative].firstIndex { !$0.isFinite }.map { $0 - numbers[derivative].startIndex } ?? 0
            let number = numbers.name(derivative, element)
            let place = graph.shape(of: NodeIndex(node)).isScalar ? "" : " at element \(element)"
            return NonFinite(
                node: name,
                detail: """
                    The \(kind) of "\(name)"\(place) is \(number) where its value is \
                    \(numbers.name(NodeIndex(node), element)).
                    """)
        }
        return nil
    }

    /// The first number of a derivative that is not finite.
    static func first(in tensor: Tensor, _ derivative: @autoclosure () -> String, node: String) -> NonFinite? {
        guard let element = tensor.elements.firstIndex(where: { !$0.isFinite }) else { return nil }
        let place = tensor.shape.isScalar ? "" : " at element \(element)"
        return NonFinite(
            node: node, detail: "The \(derivative())\(place) is \(tensor.elements[element].jsonName).")
    }

    private static func value(
        _ node: NodeIndex, _ graph: Graph, _ names: NodeNames, _ numbers: NodeNumbers
    ) -> NonFinite {
        let name = names.first(from: node)
        let op = graph.op(of: node)
        let source =
            if !graph.shape(of: node).isScalar || op.isArray {
                arraySource(node, graph, numbers)
            } else if op.arity == 0 {
                "bound to \(numbers.name(node, 0))"
            } else {
                "\(op.name)(\(operands(node, graph, numbers).joined(separator: ", "))) = \(numbers.name(node, 0))"
            }
        if names[node] == nil, let name {
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

extension Tensor {
    /// Whether every element is.
    var isFinite: Bool { elements.allSatisfy(\.isFinite) }
}

extension Double {
    /// The number as JSON texts of this project write it: non-finite ones by name.
    fileprivate var jsonName: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description.hasSuffix(".0") && description != "-0.0" ? String(description.dropLast(2)) : description
    }
}

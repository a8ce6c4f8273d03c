extension Graph {
    /// Makes a graph of the nodes of a document, which may come in any order.
    ///
    /// - Parameters:
    ///   - functions: Functions of one's own, which nodes call as ops.
    ///   - nodes: The nodes. Where the order already has operands before uses it is the order of evaluation.
    ///   - outputs: The ids of the outputs; if nothing, every node that no other node uses.
    ///   - shapes: Shapes of what will be bound to inputs, which go before those that the document gives.
    ///   - limits: How large the graph may be.
    /// - Throws: What is wrong, with the way to it from the document's root.
    public init(
        functions: [FunctionDescription] = [], nodes: [NodeDescription], outputs: [String]? = nil,
        shapes: [String: Shape] = [:],
        limits: GraphLimits = GraphLimits()
    ) throws(GraphError) {
        var functions = try GraphFunctions(functions, limits: limits)
        let document = try Document(nodes, functions: functions.entries, limits: limits)
        self.init()
        self.limits = limits
        var places = [NodeIndex](repeating: -1, count: nodes.count)
        for index in try document.orderOfEvaluation() {
            let place = try append(document, index, places, shapes, &functions)
            if elementCount > limits.elements {
                throw document.error(
                    .limitExceeded,
                    "The arrays have more than \(limits.elements) elements together; this server takes no more.", index,
                    [])
            }
            name(place, nodes[index].id)
            places[index] = place
        }
        if let outputs {
            var list: [NodeIndex] = []
            for (position, id) in outputs.enumerated() {
                let path = GraphError.Place.graph([.field("outputs"), .element(position)])
                list.append(places[try document.index(of: id, at: path)])
            }
            self.outputs = list
        } else {
            self.outputs = document.unused().map { places[$0] }
        }
        if self.outputs.isEmpty {
            throw GraphError(
                .ambiguousOutput, "The graph has no outputs: `nodes` is empty, or `outputs` is.",
                at: .graph([.field(outputs == nil ? "nodes" : "outputs")]))
        }
    }

    private mutating func append(
        _ document: Document, _ index: Int, _ places: [NodeIndex], _ shapes: [String: Shape],
        _ functions: inout GraphFunctions
    ) throws(GraphError) -> NodeIndex {
        let node = document.nodes[index]
        switch document.callees[index] {
        case .op(.input):
            let shape = try document.shape(ofInput: index, bound: shapes[node.id])
            return appendInput(node.id, shape: shape, defaultValue: node.value?.elements)
        case .op(.constant):
            guard let value = node.value else {
                throw document.error(.invalidAttribute, "A `constant` needs a `value`.", index, [])
            }
            return appendConstant(tensor: value)
        case .function(let function):
            return try functions.call(function, append(document.operands[index], places), node: node.id, in: &self)
        case .op(let op):
            let operands = append(document.operands[index], places)
            if op.isElementwise, let place = append(op, operands) { return place }
            do throws(OpError) {
                return try append(op, operands, node.attributes.subset(op.attributeNames))
            } catch {
                throw document.error(error, index)
            }
        }
    }
    /// The nodes of operands, with constants for numbers.
    private mutating func append(_ operands: [Document.Operand], _ places: [NodeIndex]) -> [NodeIndex] {
        operands.map { operand in
            switch operand {
            case .node(let node): places[node]
            case .number(let number): appendConstant(number)
            }
        }
    }
}

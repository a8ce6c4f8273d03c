extension Graph {
    /// Makes the graph that the nodes of a document make; nothing where there is anything wrong with them.
    ///
    /// - Parameters:
    ///   - document: The nodes and the outputs.
    ///   - shapes: Shapes of what will be bound to inputs, which go before those that the document gives.
    ///   - limits: How large the graph may be.
    package init?(_ document: FlatDocument, shapes: [String: Shape], limits: GraphLimits) {
        guard document.names.count <= limits.nodes, document.operands.count <= 4 * limits.nodes else { return nil }
        // Mostly operands are written before their uses; where they are not, this finds so.
        if let graph = Graph(ordered: document, shapes, limits) {
            self = graph
            return
        }
        guard !document.isOrdered, let document = document.ordered(),
            let graph = Graph(ordered: document, shapes, limits)
        else { return nil }
        self = graph
    }

    /// Makes the graph; nothing where an operand comes behind a use of it, or anything else is wrong.
    private init?(ordered document: FlatDocument, _ shapes: [String: Shape], _ limits: GraphLimits) {
        guard
            let graph = Graph(scalars: document, shapes, limits) ?? Graph(nodeByNode: document, shapes, limits),
            !graph.outputs.isEmpty
        else { return nil }
        self = graph
        self.limits = limits
    }

    private init?(nodeByNode document: FlatDocument, _ shapes: [String: Shape], _ limits: GraphLimits) {
        self.init()
        reserveCapacity(nodes: document.nodes.count, operands: document.operands.count)
        var places: [NodeIndex] = []
        places.reserveCapacity(document.nodes.count)
        var named = 0
        for node in document.nodes.indices {
            guard let place = append(document, node, named, places, shapes), elementCount <= limits.elements else {
                return nil
            }
            if document.nodes[node].form != .argument { named += 1 }
            places.append(place)
        }
        name(document.names.moved(to: places))
        outputs = (document.outputs ?? document.unused()).map { places[Int($0)] }
    }

    /// Appends a node that may have a name, which has this place among those.
    private mutating func append(
        _ document: FlatDocument, _ node: Int, _ name: Int, _ places: [NodeIndex], _ shapes: [String: Shape]
    ) -> NodeIndex? {
        let (op, place) = (document.nodes[node].op, Int(document.nodes[node].place))
        let given = document.operands[document.operandPlaces(of: node)]
        var detail = FlatDocument.Detail(value: nil, attributes: [:])
        switch document.nodes[node].form {
        case .plain: break
        case .argument: return appendConstant(document.numbers[place])
        case .number: detail.value = Tensor(document.numbers[place])
        case .detailed: detail = document.details[place]
        }
        guard op.arities.contains(given.count), op.takes(detail.attributes, besides: given.count),
            given.allSatisfy({ $0 < node })
        else { return nil }
        switch op {
        case .input:
            let id = document.names.names[name]
            return appendInput(id, detail, bound: shapes[id])
        case .constant: return detail.value.map { appendConstant(tensor: $0) }
        default: break
        }
        guard detail.value == nil else { return nil }
        var list = given.map { places[Int($0)] }
        for operand in op.operands.dropFirst(given.count) {
            guard let fallback = operand.defaultValue else { continue }
            guard let number = try? detail.attributes.number(operand.name) ?? fallback else { return nil }
            list.append(appendConstant(number))
        }
        if op.isElementwise, let place = append(op, list) { return place }
        return try? append(op, list, detail.attributes.subset(op.attributeNames))
    }

    private mutating func appendInput(_ id: String, _ detail: FlatDocument.Detail, bound: Shape?) -> NodeIndex? {
        guard let declared = Result(catching: { () throws(OpError) in try detail.attributes.shape() }).value else {
            return nil
        }
        if let declared {
            if let value = detail.value, value.shape != declared { return nil }
            if let bound, bound != declared { return nil }
        }
        return appendInput(
            id, shape: bound ?? declared ?? detail.value?.shape ?? .scalar, defaultValue: detail.value?.elements)
    }
}

extension Op {
    /// Whether these attributes may stand beside so many operands: all known, and no operand given twice.
    fileprivate func takes(_ attributes: Attributes, besides operandCount: Int) -> Bool {
        if attributes.isEmpty { return true }
        let optional = operands.enumerated().filter { $0.element.defaultValue != nil }
        return attributes.names.allSatisfy { name in
            let operand = optional.first { $0.element.name == name }
            if let operand, operand.offset < operandCount { return false }
            return operand != nil || attributeNames.contains(name)
        }
    }
}

extension Result {
    /// What it is where it is a success.
    fileprivate var value: Success? { try? get() }
}

extension Graph {
    /// Makes the graph that the nodes of a document make; nothing where there is anything wrong with them.
    ///
    /// - Parameters:
    ///   - document: The nodes and the outputs.
    ///   - shapes: Shapes of what will be bound to inputs, which go before those that the document gives.
    ///   - limits: How large the graph may be.
    package init?(_ document: FlatDocument, shapes: [String: Shape], limits: GraphLimits) {
        guard document.nodes.count <= limits.nodes, document.operands.count <= 4 * limits.nodes else { return nil }
        // Mostly operands are written before their uses; where they are not, this finds so.
        if let graph = Graph(document, in: document.nodes.indices, shapes, limits) {
            self = graph
            return
        }
        guard !document.isOrdered, let order = document.orderOfEvaluation(),
            let graph = Graph(document, in: order, shapes, limits)
        else { return nil }
        self = graph
    }

    /// Makes the graph in an order; nothing where an operand comes behind a use of it, or anything else is wrong.
    private init?(
        _ document: FlatDocument, in order: some Sequence<Int>, _ shapes: [String: Shape], _ limits: GraphLimits
    ) {
        self.init()
        self.limits = limits
        let count = document.nodes.count
        reserveCapacity(nodes: count + document.numbers.count, operands: document.operands.count, names: count)
        let arities = Op.plainArities
        var places = [NodeIndex](repeating: -1, count: count)
        for node in order {
            guard let place = append(document, node, places, arities, shapes), elementCount <= limits.elements else {
                return nil
            }
            name(place, document.ids[node])
            places[node] = place
        }
        outputs = (document.outputs ?? document.unused()).map { places[Int($0)] }
        if outputs.isEmpty { return nil }
    }

    @inline(__always)
    private mutating func append(
        _ document: FlatDocument, _ node: Int, _ places: [NodeIndex], _ arities: [UInt8], _ shapes: [String: Shape]
    ) -> NodeIndex? {
        let description = document.nodes[node]
        let operands = document.operandPlaces(of: node)
        let arity = arities[Int(description.op.rawValue)]
        guard description.detail < 0, arity > 0, Int(arity) == operands.count else {
            return appendDetailed(document, node, places, shapes)
        }
        let first = place(of: document.operands[operands.lowerBound], document, places)
        guard first >= 0 else { return nil }
        if arity == 1 { return append(description.op, first) }
        let second = place(of: document.operands[operands.lowerBound + 1], document, places)
        return second < 0 ? nil : append(description.op, first, second)
    }

    /// Appends a node of any op, with value and attributes.
    private mutating func appendDetailed(
        _ document: FlatDocument, _ node: Int, _ places: [NodeIndex], _ shapes: [String: Shape]
    ) -> NodeIndex? {
        let op = document.nodes[node].op
        let operands = document.operandPlaces(of: node)
        let detail = document.detail(of: node) ?? FlatDocument.Detail(value: nil, attributes: [:])
        guard op.arities.contains(operands.count), op.takes(detail.attributes, besides: operands.count) else {
            return nil
        }
        switch op {
        case .input: return appendInput(document.ids[node], detail, bound: shapes[document.ids[node]])
        case .constant: return detail.value.map { appendConstant(tensor: $0) }
        default: break
        }
        guard detail.value == nil else { return nil }
        var list = operands.map { place(of: document.operands[$0], document, places) }
        guard list.allSatisfy({ $0 >= 0 }) else { return nil }
        for operand in op.operands.dropFirst(operands.count) {
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

    /// The node of an operand, a new constant for a number; negative where it is not there yet.
    private mutating func place(of operand: Int32, _ document: FlatDocument, _ places: [NodeIndex]) -> NodeIndex {
        operand >= 0 ? places[Int(operand)] : appendConstant(document.numbers[Int(~operand)])
    }
}

extension Op {
    /// How many operands each op has that is elementwise and has one or two; 0 for every other.
    fileprivate static let plainArities: [UInt8] = everyCase.map { op in
        op.isElementwise && op.arity <= 2 ? UInt8(op.arity) : 0
    }

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

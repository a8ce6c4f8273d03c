extension Graph {
    /// The nodes of names, of several that have one name the first; names that no node has are left out.
    ///
    /// The search ends where all are found: a function of a million nodes is mostly asked about its first, the inputs.
    func nodes(named names: some Sequence<String>) -> [String: NodeIndex] {
        var nodes = Dictionary(names.lazy.map { ($0, nil as NodeIndex?) }, uniquingKeysWith: { first, _ in first })
        var missing = nodes.count
        for named in namedNodes {
            if missing == 0 { break }
            guard let place = nodes.index(forKey: named.name), nodes.values[place] == nil else { continue }
            nodes.values[place] = named.node
            missing -= 1
        }
        return nodes.compactMapValues { $0 }
    }

    /// The names of nodes, by their place.
    func names() -> NodeNames { NodeNames(namedNodes, count: count) }

    /// The names of some nodes, in their order; empty ones for unnamed nodes.
    func names(of nodes: [NodeIndex]) -> [String] {
        var isMissing = [Bool](repeating: false, count: count)
        for node in nodes { isMissing[Int(node)] = true }
        var missing = isMissing.count { $0 }
        var names: [NodeIndex: String] = [:]
        for (place, node) in namedNodes.nodes.enumerated().reversed() {
            if missing == 0 { break }
            guard isMissing[Int(node)] else { continue }
            isMissing[Int(node)] = false
            missing -= 1
            names[node] = namedNodes[place].name
        }
        return nodes.map { names[$0] ?? "" }
    }

    /// The outputs with their names.
    package var namedOutputs: [NamedNode] { named(outputs) }

    /// The nodes of ids, in their order.
    ///
    /// - Parameters:
    ///   - ids: The ids.
    ///   - field: The field of the request that lists them.
    /// - Returns: As many nodes as ids.
    /// - Throws: The first id that no node has.
    func nodes(named ids: [String], field: String) throws(GraphError) -> [NodeIndex] {
        let table = self.nodes(named: ids)
        var nodes: [NodeIndex] = []
        for (position, id) in ids.enumerated() {
            guard let node = table[id] else {
                throw unknownID(id, at: .request([.field(field), .element(position)]))
            }
            nodes.append(node)
        }
        return nodes
    }

    /// Takes other nodes for the outputs.
    ///
    /// - Throws: The first id that no node has, or a list without ids.
    public mutating func select(outputs ids: [String]) throws(GraphError) {
        if ids.isEmpty {
            throw GraphError(
                .ambiguousOutput, "`outputs` is empty; leave it out or list ids.", at: .request([.field("outputs")]))
        }
        outputs = try nodes(named: ids, field: "outputs")
    }

    /// The scalar that a gradient is taken of: the one asked for, or the only output.
    ///
    /// - Throws: Where there are several outputs and none is chosen, or where the output is not a scalar.
    func scalarOutput(_ id: String?) throws(GraphError) -> Graph.NamedNode {
        let place = GraphError.Place.request([.field("output")])
        let named: NamedNode
        if let id {
            guard let node = namedNodes.node(named: id) else { throw unknownID(id, at: place) }
            named = NamedNode(name: id, node: node)
        } else {
            let list = names(of: outputs)
            guard let node = outputs.first, outputs.count == 1 else {
                throw GraphError(
                    .ambiguousOutput,
                    """
                    The function has \(list.count) outputs, \(list.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")); \
                    choose one with `output`.
                    """, at: .request([]))
            }
            named = NamedNode(name: list[0], node: node)
        }
        guard shape(of: named.node).isScalar else {
            throw GraphError(
                .notScalar,
                "The output \"\(named.name)\" has shape \(shape(of: named.node)); a gradient is that of a scalar.",
                at: id == nil ? .request([]) : place, node: named.name)
        }
        return named
    }

    /// An id that no node has.
    func unknownID(_ id: String, at place: GraphError.Place) -> GraphError {
        let suggestion = nearestName(to: id, among: namedNodes.lazy.map(\.name))
        return GraphError(
            .unknownID, "There is no node \"\(id)\"\(suggestion.map { "; did you mean \"\($0)\"?" } ?? ".")",
            at: place, suggestion: suggestion)
    }
}

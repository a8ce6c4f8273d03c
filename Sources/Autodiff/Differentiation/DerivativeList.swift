/// Numbers wanted of named nodes, their values or derivatives; a derivative that is identically 0 is not computed.
struct DerivativeList: Sendable {
    /// The nodes that the numbers belong to.
    let named: [Graph.NamedNode]
    private let places: [NodeIndex?]

    /// The values of nodes.
    init(_ named: [Graph.NamedNode]) {
        self.named = named
        places = named.map(\.node)
    }

    /// The derivatives of nodes, given where each node of the graph has its own.
    init(_ named: [Graph.NamedNode], _ derivatives: [NodeIndex?]) {
        self.named = named
        places = named.map { derivatives[Int($0.node)] }
    }

    /// Numbers at given places.
    init(_ named: [Graph.NamedNode], places: [NodeIndex?]) {
        self.named = named
        self.places = places
    }

    /// The nodes whose numbers a plan is to give.
    var wanted: [NodeIndex] { places.compactMap { $0 } }

    /// Where a batch has the arrays, given where the first wanted node is among all of a plan.
    func arrays(from start: Int, direction: Int) -> [BatchArray?] {
        var next = start
        return places.map { place in
            guard place != nil else { return nil }
            defer { next += 1 }
            return BatchArray(wanted: next, direction: direction)
        }
    }

    /// Takes the arrays of the wanted nodes from the front of a plan's results, and zeros for the others.
    func take(from results: inout ArraySlice<Tensor>, in graph: Graph) -> [NamedTensor] {
        zip(named, places).map { named, place in
            let tensor =
                place == nil ? Tensor(shape: graph.shape(of: named.node), repeating: 0) : results.popFirst()
            return NamedTensor(name: named.name, tensor: tensor ?? Tensor(.nan))
        }
    }
}

/// Which nodes a result tells about.
public enum Report: Sendable {
    /// Every node that has a name.
    case named
    /// The inputs.
    case inputs
    /// The outputs.
    case outputs
    /// No node.
    case none
    /// These ids.
    case ids([String])
}

extension Graph {
    /// The nodes that a report tells about, in the order of evaluation, or in the order asked for.
    func nodes(in report: Report) throws(GraphError) -> [NamedNode] {
        switch report {
        case .named: Array(namedNodes)
        case .inputs: inputs.map { NamedNode(name: $0.name, node: $0.node) }
        case .outputs: named(outputs)
        case .none: []
        case .ids(let ids): zip(ids, try nodes(named: ids, field: "report")).map { NamedNode(name: $0, node: $1) }
        }
    }

    /// Nodes with their names.
    func named(_ nodes: [NodeIndex]) -> [NamedNode] {
        zip(names(of: nodes), nodes).map { NamedNode(name: $0, node: $1) }
    }
}

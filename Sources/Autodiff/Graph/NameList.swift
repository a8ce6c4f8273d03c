/// The nodes that have names, in the order of evaluation.
public struct NameList: RandomAccessCollection, Sendable {
    /// The nodes.
    package private(set) var nodes: [NodeIndex] = []
    /// Their names.
    package private(set) var names = TextList()

    package init() {}

    /// Takes as many names as nodes.
    package init(_ names: TextList, of nodes: [NodeIndex]) {
        precondition(names.count == nodes.count, "Each node has one name.")
        self.names = names
        self.nodes = nodes
    }

    /// The place of the first.
    public var startIndex: Int { 0 }
    /// The place behind the last.
    public var endIndex: Int { nodes.count }

    /// The node at a place, and its name.
    public subscript(place: Int) -> Graph.NamedNode { Graph.NamedNode(name: names[place], node: nodes[place]) }

    /// The node of a name; of several that have it the first.
    func node(named name: String) -> NodeIndex? { names.firstIndex(of: name).map { nodes[$0] } }

    /// How many bytes all names have together.
    package var byteCount: Int { names.byteCount }

    mutating func reserveCapacity(_ count: Int) {
        nodes.reserveCapacity(count)
        names.reserveCapacity(count)
    }

    mutating func append(_ name: String, of node: NodeIndex) {
        names.append(name)
        nodes.append(node)
    }

    /// Appends a name of another list, for a node.
    mutating func append(_ place: Int, from other: NameList, of node: NodeIndex) {
        names.append(place, of: other.names)
        nodes.append(node)
    }

    /// Appends another list, whose nodes have moved by so many places.
    mutating func append(contentsOf other: NameList, movedBy shift: NodeIndex) {
        names.append(contentsOf: other.names)
        nodes.append(contentsOf: other.nodes.lazy.map { $0 + shift })
    }

    /// The same names for nodes that have other places now.
    func moved(to places: [NodeIndex]) -> NameList { NameList(names, of: nodes.map { places[Int($0)] }) }
}

/// The names of nodes, found by the node.
struct NodeNames: Sendable {
    private let list: NameList
    /// For each node the place of its name, -1 where it has none.
    private let places: [Int32]

    /// The names of so many nodes; of several names of one node the last.
    init(_ list: NameList, count: Int) {
        self.list = list
        var places = [Int32](repeating: -1, count: count)
        for (place, node) in list.nodes.enumerated() { places[Int(node)] = Int32(place) }
        self.places = places
    }

    /// The name of a node; nothing where it has none.
    subscript(node: some BinaryInteger) -> String? { place(of: Int(node)).map { list.names[$0] } }

    /// The place of a node's name in the list.
    func place(of node: Int) -> Int? { places[node] < 0 ? nil : Int(places[node]) }

    /// The name of a node, or of the first behind it that has one.
    func first(from node: NodeIndex) -> String? {
        places[Int(node)...].first { $0 >= 0 }.map { list.names[Int($0)] }
    }
}

import Autodiff

/// What decides what is compiled for a request about a registered graph, as bytes: everything but the numbers.
package struct ProgramQuestion: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// Begins with the graph, and with what kind of request it is.
    package init(about graph: RegisteredGraph, _ request: any Any.Type) {
        append(graph.id)
        append(UInt64(UInt(bitPattern: ObjectIdentifier(request).hashValue)))
    }

    mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func append(_ text: String?) {
        append(text != nil)
        guard let text else { return }
        append(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ ids: [String]?) {
        append(ids != nil)
        guard let ids else { return }
        append(UInt64(ids.count))
        for id in ids { append(id) }
    }

    mutating func append(_ report: Report) {
        switch report {
        case .named: bytes.append(0)
        case .inputs: bytes.append(1)
        case .outputs: bytes.append(2)
        case .none: bytes.append(3)
        case .ids(let ids):
            bytes.append(4)
            append(ids)
        }
    }

    /// Appends the names that directions are given for.
    mutating func append(_ directions: Directions) { append(directions.names.map(\.name)) }

    private mutating func append(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

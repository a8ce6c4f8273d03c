import Autodiff
import Synchronization

/// The graphs that are registered, by name.
package final class GraphStore: Sendable {
    private struct State {
        /// The names, in the order in which they are listed.
        var names: [String] = []
        var graphs: [String: RegisteredGraph] = [:]
    }

    private let state = Mutex(State())

    /// Makes a store that holds the demonstrations.
    package init() {
        for graph in Demonstrations.graphs() { set(graph) }
    }

    /// The graph of a name.
    package subscript(name: String) -> RegisteredGraph? { state.withLock { $0.graphs[name] } }

    /// Every graph: the demonstrations first, then what was registered, in the order of the names.
    package var all: [RegisteredGraph] {
        state.withLock { state in state.names.compactMap { state.graphs[$0] } }
    }

    /// Registers a graph, in place of one of the same name.
    func set(_ graph: RegisteredGraph) {
        state.withLock { state in
            if state.graphs.updateValue(graph, forKey: graph.name) == nil { state.names.append(graph.name) }
        }
    }

    /// The graph of a name.
    ///
    /// - Throws: 404, with the nearest name.
    func required(_ name: String) throws(Problem) -> RegisteredGraph {
        if let graph = self[name] { return graph }
        let suggestion = nearestName(to: name, among: all.map(\.name))
        throw Problem(
            .notFound,
            "There is no graph \"\(name.prefix(128))\"\(suggestion.map { "; did you mean \"\($0)\"?" } ?? ".")",
            suggestion: suggestion)
    }
}

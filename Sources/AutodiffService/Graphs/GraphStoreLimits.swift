package import Autodiff

/// How much a store may hold.
package struct GraphStoreLimits: Sendable {
    /// The most graphs.
    package var graphs = 1000
    /// The most bytes of memory that they may take together.
    package var bytes = 1 << 30

    package init() {}

    /// Why there is no room for one more graph beside those that stay; nothing where there is.
    func fault(_ count: Int, _ byteCount: Int, adding graph: RegisteredGraph) -> String? {
        if count >= graphs { return "This server keeps at most \(graphs) graphs; delete one first." }
        if byteCount + graph.byteCount > bytes {
            return """
                The graph takes \(graph.byteCount) bytes, and of the \(bytes) that this server keeps in all, \
                \(max(0, bytes - byteCount)) are left; delete others first.
                """
        }
        return nil
    }
}

/// What is read of a function at most.
package struct ReadingLimits: Sendable {
    /// How large it may be.
    package var graph = GraphLimits()
    /// How deep its JSON may be nested.
    package var jsonDepth = JSONSyntax.defaultMaximumDepth
    /// Whether plain JSON is read in the fast way.
    var isFast = true

    package init() {}
}

extension Graph {
    /// How much memory the graph takes, without what is shared by many.
    var byteCount: Int {
        let nameBytes = namedNodes.byteCount + 32 * namedNodes.count
        let defaults = inputs.reduce(0) { $0 + ($1.defaultValue?.count ?? 0) + 8 }
        return storedByteCount + nameBytes + 8 * defaults
    }
}

import Autodiff
import Synchronization

/// The graphs that are registered, by name: those of a directory, or of this process's memory.
package final class GraphStore: Sendable {
    fileprivate struct State {
        var registered: [String: RegisteredGraph] = [:]
        /// Every graph, in the order in which they are listed.
        var list: [RegisteredGraph] = []
        /// The same, by name.
        var byName: [String: RegisteredGraph] = [:]
        var byteCount = 0
        /// Files of the directory that are no graphs.
        var faults: [GraphFolder.Fault] = []
    }

    /// How a registration came out.
    enum Outcome { case created, replaced, unchanged }

    private let demonstrations: [RegisteredGraph]
    private let folder: GraphFolder?
    private let limits: GraphStoreLimits
    private let state: Mutex<State>
    /// Held while a graph is written or removed, so that the disk and the memory change in the same order.
    ///
    /// Whoever reads does not wait for the disk.
    private let writing = Mutex(())

    /// Makes a store in memory.
    package init(_ limits: GraphStoreLimits = GraphStoreLimits()) {
        demonstrations = Demonstrations.graphs()
        folder = nil
        self.limits = limits
        var state = State()
        state.arrange(behind: demonstrations)
        self.state = Mutex(state)
    }

    /// Whether what is registered outlives the process.
    var isDurable: Bool { folder != nil }

    /// Makes a store of what a directory holds.
    package init(_ folder: GraphFolder?, _ limits: GraphStoreLimits, reading: ReadingLimits) throws(GraphFolder.Failure)
    {
        demonstrations = Demonstrations.graphs()
        self.folder = folder
        self.limits = limits
        var state = State()
        for (file, result) in try folder?.load(reading) ?? [] {
            switch result {
            case .failure(let fault): state.faults.append(fault)
            case .success(let graph):
                if let fault = limits.fault(state.registered.count, state.byteCount, adding: graph) {
                    state.faults.append(GraphFolder.Fault(file: file, detail: fault))
                } else {
                    state.set(graph, name: graph.name)
                }
            }
        }
        state.arrange(behind: demonstrations)
        self.state = Mutex(state)
    }

    /// Files of the directory that are no graphs.
    package var faults: [GraphFolder.Fault] { state.withLock { $0.faults } }

    /// How many graphs are registered.
    package var count: Int { state.withLock { $0.registered.count } }

    /// The graph of a name.
    package subscript(name: String) -> RegisteredGraph? {
        state.withLock { $0.byName[name] }
    }

    /// Every graph: the demonstrations first, or what took their places, then the others in the order of the names.
    package var all: [RegisteredGraph] { state.withLock { $0.list } }

    /// The graph of a name.
    ///
    /// - Throws: 404, with the nearest name.
    package func required(_ name: String) throws(Problem) -> RegisteredGraph {
        if let graph = self[name] { return graph }
        let suggestion = nearestName(to: name, among: all.map(\.name))
        throw Problem(
            .notFound,
            "There is no graph \"\(name.prefix(128))\"\(suggestion.map { "; did you mean \"\($0)\"?" } ?? ".")",
            suggestion: suggestion)
    }

    /// Every graph behind that of a name, which need not be there any more.
    func all(after name: String?) -> ArraySlice<RegisteredGraph> {
        let all = all[...]
        guard let name else { return all }
        if let place = all.firstIndex(where: { $0.name == name }) { return all[(place + 1)...] }
        return all.dropFirst(demonstrations.count).drop { $0.name <= name }
    }

    /// Registers a graph, in place of one of the same name; when this returns, it is as durable as the store is.
    ///
    /// - Throws: Where the condition does not hold, there is no room, or the directory takes nothing; then the old graph is
    ///   still there.
    func put(_ graph: RegisteredGraph, if condition: Precondition) throws(Problem) -> Outcome {
        try writing.withLock { _ throws(Problem) in
            let old = self[graph.name]
            try condition.check(old?.etag)
            let (replaced, count, byteCount) = state.withLock {
                ($0.registered[graph.name], $0.registered.count, $0.byteCount)
            }
            if replaced?.etag == graph.etag { return .unchanged }
            let room = limits.fault(
                count - (replaced == nil ? 0 : 1), byteCount - (replaced?.byteCount ?? 0), adding: graph)
            if let room { throw Problem(.limitExceeded, room) }
            try change { folder throws(DurableDirectory.Failure) in try folder.write(graph) }
            replace(graph, name: graph.name)
            return old == nil ? .created : .replaced
        }
    }

    /// Removes what was registered under a name; a demonstration that it took the place of comes back.
    ///
    /// - Throws: Where there is nothing, the condition does not hold, or the directory takes no change.
    func remove(_ name: String, if condition: Precondition) throws(Problem) {
        try writing.withLock { _ throws(Problem) in
            let old = try required(name)
            try condition.check(old.etag)
            guard state.withLock({ $0.registered[name] }) != nil else {
                throw Problem(.readOnly, "\"\(name)\" comes with every server; it can be replaced, but not removed.")
            }
            try change { folder throws(DurableDirectory.Failure) in try folder.remove(name) }
            replace(nil, name: name)
        }
    }

    private func replace(_ graph: RegisteredGraph?, name: String) {
        state.withLock { state in
            state.set(graph, name: name)
            state.arrange(behind: demonstrations)
            // Whatever files there were for the name have been written anew or removed.
            state.faults.removeAll { GraphFolder.files(of: name).contains($0.file) }
        }
    }

    /// Lets a change pass where the directory takes any.
    func checkIsWritable() throws(Problem) {
        if folder?.isReadOnly == true { throw .directoryIsReadOnly }
    }

    /// Changes the directory, where there is one.
    private func change(
        _ body: (GraphFolder) throws(DurableDirectory.Failure) -> Void
    ) throws(Problem) {
        guard let folder else { return }
        try checkIsWritable()
        do throws(DurableDirectory.Failure) { try body(folder) } catch { throw Problem(error) }
    }
}

extension GraphStore.State {
    /// Puts a graph under a name, or takes away what is there.
    fileprivate mutating func set(_ graph: RegisteredGraph?, name: String) {
        byteCount += (graph?.byteCount ?? 0) - (registered[name]?.byteCount ?? 0)
        registered[name] = graph
    }

    /// Makes the list anew: the demonstrations, or what took their places, then the others.
    fileprivate mutating func arrange(behind demonstrations: [RegisteredGraph]) {
        let first = demonstrations.map { registered[$0.name] ?? $0 }
        let names = Set(first.map(\.name))
        list = first + registered.values.filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
        byName = registered
        for graph in first { byName[graph.name] = graph }
    }
}

extension Problem {
    fileprivate static var directoryIsReadOnly: Problem {
        Problem(.readOnly, "The directory of this server's graphs is read-only, so its graphs stay as they are.")
    }

    fileprivate init(_ failure: DurableDirectory.Failure) {
        if failure.isReadOnly {
            self = .directoryIsReadOnly
        } else {
            self.init(
                .storageFailed,
                "The disk did not take it (\(failure.reason)); what was registered before is still there.")
        }
    }
}

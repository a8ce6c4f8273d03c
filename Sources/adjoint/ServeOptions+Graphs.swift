import AutodiffService
import Logging

extension ServeOptions {
    /// Opens the graphs that the server is to know.
    func graphStore(_ configuration: ServiceConfiguration) throws -> GraphStore {
        var limits = GraphStoreLimits()
        limits.graphs = graphLimit
        limits.bytes = graphBytesLimit
        guard let graphs else { return GraphStore(limits) }
        do throws(GraphFolder.Failure) {
            let folder = try GraphFolder(graphs)
            let store = try GraphStore(folder, limits, reading: configuration.readingLimits)
            store.report(at: graphs, isReadOnly: folder.isReadOnly, to: configuration.logger)
            return store
        } catch {
            throw CommandExit.configuration.failure(
                error.isLocked
                    ? "\(graphs) belongs to another server, which is still running."
                    : "The graphs in \(graphs) cannot be read (\(error.reason)).")
        }
    }
}

extension GraphStore {
    /// Tells what was found in a directory.
    fileprivate func report(at path: String, isReadOnly: Bool, to logger: Logger) {
        logger.notice("Graphs are in \(path)\(isReadOnly ? ", read-only" : "")", metadata: ["count": "\(count)"])
        for fault in faults {
            logger.warning(
                "A file of \(path) is no graph", metadata: ["file": "\(fault.file)", "why": "\(fault.detail)"])
        }
    }
}

import ArgumentParser
import AutodiffService
import Logging
import MicroHTTP
import Synchronization

/// `adjoint serve`: listens until it is told to stop.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the HTTP API.",
        discussion: """
            Each flag has an environment variable: --body-limit is ADJOINT_BODY_LIMIT, and so on; PORT sets the port too.
            SIGTERM and SIGINT stop the server: it finishes what runs, and exits 0.
            """)

    @OptionGroup var options: ServeOptions

    func run() throws {
        blockTerminationSignals()
        LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
        var logger = Logger(label: "adjoint")
        logger.logLevel = options.logLevel
        var configuration = options.serviceConfiguration(logger)
        let reference = ServerReference()
        configuration.isReady = { !reference.isDraining }
        let service = AdjointService(configuration, graphs: try options.graphStore(configuration))
        let server = HTTPServer(configuration: options.httpConfiguration(logger), handler: service)
        reference.set(server)
        let port: UInt16
        do {
            port = try server.start()
        } catch {
            throw CommandExit.configuration.failure(error.description)
        }
        releaseStartPages()
        let host = options.host.contains(":") ? "[\(options.host)]" : options.host
        logger.notice("Listening on http://\(host):\(port)")
        let signal = waitForTerminationSignal()
        logger.notice("Stopping on signal \(signal)")
        server.stop()
    }
}

/// The server, for the service that is made before it and asks how it is.
private final class ServerReference: Sendable {
    private let server = Mutex<HTTPServer?>(nil)

    func set(_ server: HTTPServer) { self.server.withLock { $0 = server } }

    var isDraining: Bool { server.withLock { $0?.status.isDraining ?? false } }
}

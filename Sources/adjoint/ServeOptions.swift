import ArgumentParser
import Autodiff
import AutodiffService
import Logging
import MicroHTTP

/// The flags of `serve`: one declaration each, with its default.
struct ServeOptions: ParsableArguments {
    private static let http = HTTPConfiguration()
    private static let service = ServiceConfiguration()
    private static let store = GraphStoreLimits()

    @Option(help: "The numeric address to listen on; :: is every address, of IPv4 too.")
    var host = http.host

    @Option(help: "The port; 0 picks a free one, which the log tells.")
    var port = http.port

    @Option(help: "Threads that read requests and answer cheap ones.")
    var threads = http.eventThreads

    @Option(help: "Threads that compute what is expensive.")
    var workers = http.workers

    @Option(help: "Threads that share the points of a batch.")
    var batchThreads = service.batchThreads

    @Option(help: "Requests that may wait for a worker; one more is answered 503.")
    var queueLimit = http.queueLimit

    @Option(help: "Open connections; further clients wait to be accepted.")
    var connectionLimit = http.connectionLimit

    @Option(help: "Bytes of a request's body; a longer one is answered 413.")
    var bodyLimit = http.bodyLimit

    @Option(help: "Nodes of a function, intermediates and literals included.")
    var nodeLimit = service.limits.nodes

    @Option(help: "Depth of parentheses and calls in an expression.")
    var nestingLimit = service.limits.nesting

    @Option(help: "Depth of lists and objects in JSON.")
    var jsonDepthLimit = service.jsonDepth

    @Option(help: "Requests per second from one address; 0 is no limit.")
    var rateLimit = 0

    @Option(
        help: ArgumentHelp(
            "The directory of registered graphs, one file each; without it they live in memory.", valueName: "dir"))
    var graphs: String?

    @Option(help: "Graphs that may be registered.")
    var graphLimit = store.graphs

    @Option(help: "Bytes of memory that registered graphs may take together.")
    var graphBytesLimit = store.bytes

    @Option(help: "Bytes of memory for compiled functions of registered graphs, which are kept for the next request.")
    var graphProgramBytes = service.graphProgramBytes

    @Option(help: "Bytes of memory for what answers requests that come again with other numbers; 0 keeps none.")
    var programCacheBytes = service.programCacheBytes

    @Option(help: "Seconds a request may wait and be worked on; then it is answered 504.")
    var deadline = 30.0

    @Option(help: "Seconds a connection may be silent.")
    var idleTimeout = 15.0

    @Option(help: "Seconds a request may take to arrive.")
    var receiveTimeout = 60.0

    @Option(help: "Seconds that running requests get to finish when the server is told to stop.")
    var grace = 10.0

    @Option(help: "The bearer token that clients must show; better set as ADJOINT_TOKEN.")
    var token: String?

    @Option(
        help: "How much is logged: trace, debug, info, notice, warning, error or critical.",
        transform: ServeOptions.level)
    var logLevel = Logger.Level.info

    mutating func validate() throws {
        for (name, value, least) in [
            ("threads", threads, 1), ("workers", workers, 1), ("batch-threads", batchThreads, 1),
            ("queue-limit", queueLimit, 0),
            ("connection-limit", connectionLimit, 1), ("body-limit", bodyLimit, 1), ("node-limit", nodeLimit, 1),
            ("nesting-limit", nestingLimit, 1), ("json-depth-limit", jsonDepthLimit, 1), ("rate-limit", rateLimit, 0),
            ("graph-limit", graphLimit, 0), ("graph-bytes-limit", graphBytesLimit, 0),
            ("graph-program-bytes", graphProgramBytes, 0), ("program-cache-bytes", programCacheBytes, 0),
        ] where value < least {
            throw ValidationError("--\(name) is \(value), and has to be at least \(least).")
        }
        for (name, value) in [
            ("deadline", deadline), ("idle-timeout", idleTimeout), ("receive-timeout", receiveTimeout),
        ] where !(value > 0 && value <= 86_400) {
            throw ValidationError("--\(name) is \(value), and has to be more than 0 and at most 86400 seconds.")
        }
        guard grace >= 0, grace <= 86_400 else {
            throw ValidationError("--grace is \(grace), and has to be 0 to 86400 seconds.")
        }
        if graphs?.isEmpty == true {
            throw ValidationError("--graphs is empty; leave it out to keep graphs in memory.")
        }
        if token?.isEmpty == true { throw ValidationError("--token is empty; leave it out to ask for none.") }
    }

    private static func level(_ name: String) throws -> Logger.Level {
        if let level = Logger.Level(rawValue: name) { return level }
        let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(name)' is no log level; it is one of \(names).")
    }

    /// What the server is configured with.
    func httpConfiguration(_ logger: Logger) -> HTTPConfiguration {
        var configuration = Self.http
        configuration.host = host
        configuration.port = port
        configuration.eventThreads = threads
        configuration.workers = workers
        configuration.queueLimit = queueLimit
        configuration.connectionLimit = connectionLimit
        configuration.bodyLimit = bodyLimit
        configuration.deadline = .seconds(deadline)
        configuration.idleTimeout = .seconds(idleTimeout)
        configuration.receiveTimeout = .seconds(receiveTimeout)
        configuration.grace = .seconds(grace)
        configuration.log = { event in
            logger.log(level: Logger.Level(event.level), "\(event.message)")
        }
        return configuration
    }

    /// What the service is configured with.
    func serviceConfiguration(_ logger: Logger) -> ServiceConfiguration {
        var configuration = Self.service
        configuration.limits.nodes = nodeLimit
        configuration.limits.nesting = nestingLimit
        configuration.jsonDepth = jsonDepthLimit
        configuration.rateLimit = rateLimit == 0 ? nil : rateLimit
        configuration.graphProgramBytes = graphProgramBytes
        configuration.programCacheBytes = programCacheBytes
        configuration.batchThreads = batchThreads
        configuration.token = token
        configuration.logger = logger
        return configuration
    }
}

extension Logger.Level {
    fileprivate init(_ level: HTTPLogEvent.Level) {
        self =
            switch level {
            case .info: .info
            case .warning: .warning
            case .error: .error
            }
    }
}

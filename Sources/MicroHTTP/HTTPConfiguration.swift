/// How a server listens, how much it takes on at once, and how long it waits for whom.
public struct HTTPConfiguration: Sendable {
    /// The numeric address to listen on; `::` means every address, of IPv4 too, and falls back to `0.0.0.0` where
    /// there is no IPv6.
    public var host = "::"
    /// The port to listen on; 0 picks a free one.
    public var port: UInt16 = 8080
    /// The threads that read requests, write responses, and answer what is cheap.
    public var eventThreads = Processors.count
    /// The threads that compute what is expensive.
    public var workers = Processors.count
    /// The requests that may wait for a worker; one more is refused.
    public var queueLimit = 256
    /// The seconds after which a refused client is told to come back.
    public var retryAfter = 1
    /// The longest body, in bytes.
    public var bodyLimit = 64 << 20
    /// The open connections; further clients wait in the kernel's backlog.
    public var connectionLimit = 1000
    /// How long a connection may be silent, in whole seconds and at least one.
    public var idleTimeout = Duration.seconds(15)
    /// How long a request may take to arrive, however steadily it drips.
    public var receiveTimeout = Duration.seconds(60)
    /// How long a response may take to be read.
    public var sendTimeout = Duration.seconds(120)
    /// How long a request may wait and be worked on, from its last byte on.
    public var deadline = Duration.seconds(30)
    /// How long `HTTPServer.stop` lets running requests finish.
    public var grace = Duration.seconds(10)
    /// The stack of each thread, in bytes; memory is used as far as it is touched.
    public var stackSize = 16 << 20
    /// Where the server tells what an operator wants to know.
    public var log: @Sendable (HTTPLogEvent) -> Void = { _ in }

    /// Makes a configuration of the defaults.
    public init() {}
}

/// One thing an operator wants to know.
public struct HTTPLogEvent: Sendable, Hashable {
    /// How much it matters.
    public enum Level: Sendable, Hashable {
        /// A step of the server's life.
        case info
        /// Something went wrong for one client.
        case warning
        /// Something is wrong with the program.
        case error
    }

    /// How much it matters.
    public var level: Level
    /// What happened, in one line.
    public var message: String
}

extension HTTPConfiguration {
    func check() throws(HTTPServerError) {
        let counts = [
            ("eventThreads", eventThreads, 1), ("workers", workers, 1), ("queueLimit", queueLimit, 0),
            ("connectionLimit", connectionLimit, 1), ("bodyLimit", bodyLimit, 0), ("stackSize", stackSize, 1 << 16),
        ]
        for (name, value, least) in counts where value < least {
            throw .invalidConfiguration("\(name) is \(value), and has to be at least \(least).")
        }
    }
}

import Synchronization

/// An HTTP/1.1 server over libmicrohttpd.
///
/// A server is started once and stopped once. Cheap requests are answered on the threads that read them, expensive ones
/// on a bounded pool of workers, as its handler decides request by request.
public final class HTTPServer: Sendable {
    private struct Running: ~Copyable {
        let daemon: Daemon
        let acceptor: Acceptor
        let socket: ListeningSocket
    }

    private struct Lifecycle: ~Copyable {
        var wasStarted = false
        var running: Running?
    }

    private let core: ServerCore
    private let lifecycle = Mutex(Lifecycle())
    private let boundPort = Atomic<UInt16>(0)

    /// Makes a server; nothing happens before `start()`.
    public init(configuration: HTTPConfiguration, handler: any HTTPHandler) {
        core = ServerCore(configuration, handler: handler)
    }

    deinit {
        stop(grace: .zero)
    }

    /// The port it listens on, or 0 before the start.
    public var port: UInt16 { boundPort.load(ordering: .acquiring) }

    /// What the server is doing.
    public var status: HTTPServerStatus {
        HTTPServerStatus(
            isDraining: core.isDraining.load(ordering: .relaxed),
            openConnections: core.connections.count,
            busyRequests: core.counters.busy.load(ordering: .relaxed),
            queuedRequests: core.workers.waiting,
            busyWorkers: core.workers.running,
            workers: core.configuration.workers,
            queueLimit: core.configuration.queueLimit,
            acceptedConnections: core.counters.accepted.load(ordering: .relaxed),
            requests: core.counters.requests.load(ordering: .relaxed),
            refusedRequests: core.counters.refused.load(ordering: .relaxed),
            endedConnections: core.counters.ended.load(ordering: .relaxed))
    }

    /// Listens and serves; the port it got.
    @discardableResult
    public func start() throws(HTTPServerError) -> UInt16 {
        try core.configuration.check()
        return try lifecycle.withLock { (state: inout Lifecycle) throws(HTTPServerError) -> UInt16 in
            guard !state.wasStarted else { throw .alreadyStarted }
            let socket = try ListeningSocket(host: core.configuration.host, port: core.configuration.port)
            state.wasStarted = true
            guard core.workers.start(stackSize: core.configuration.stackSize), startSweeper(),
                let daemon = Daemon(core: core),
                let acceptor = Acceptor(socket, into: daemon.entrance, core: core)
            else {
                core.workers.close()
                core.isOver.store(true, ordering: .relaxed)
                throw .cannotServe
            }
            boundPort.store(socket.port, ordering: .releasing)
            state.running = Running(daemon: daemon, acceptor: acceptor, socket: socket)
            return socket.port
        }
    }

    /// Stops: lets running requests finish for the grace period, refuses the rest, and ends every connection.
    ///
    /// Requests that come on connections already open are still answered, each as the last of its connection, so that
    /// a client or a balancer that has not noticed yet loses nothing. A second call waits for the first and does
    /// nothing.
    ///
    /// - Parameters:
    ///   - notice: How long new connections are still taken while `status.isDraining` is true already, for a balancer
    ///     to learn it from a readiness check.
    ///   - grace: How long running requests may take; `nil` means what the configuration says.
    public func stop(notice: Duration = .zero, grace: Duration? = nil) {
        lifecycle.withLock { (state: inout Lifecycle) in
            guard let running = state.running.take() else { return }
            end(running, notice: notice, grace: grace ?? core.configuration.grace)
        }
    }

    private func end(_ running: consuming Running, notice: Duration, grace: Duration) {
        core.log(.info, "Stopping: letting running requests finish.")
        core.isDraining.store(true, ordering: .relaxed)
        pause(notice)
        running.acceptor.stop()
        // To a client in the backlog its connection is open, and it may have sent its request already.
        while let (client, address) = running.socket.accept() {
            core.connections.admit()
            if !running.daemon.entrance.add(client, from: address) { core.connections.leave() }
        }
        running.socket.refuse()

        wait(atMost: grace) {
            core.connections.endIdle(longerThan: .milliseconds(250))
            return core.connections.count == 0
        }
        core.giveUp()
        // The refusals have been handed over, not yet written.
        wait(atMost: .seconds(1)) { core.counters.busy.load(ordering: .relaxed) == 0 }
        running.daemon.stop()
        core.isOver.store(true, ordering: .relaxed)
        core.log(.info, "Stopped.")
    }

    private func startSweeper() -> Bool {
        let tick = min(.milliseconds(250), core.configuration.receiveTimeout / 4)
        return Thread.start(stackSize: core.configuration.stackSize) { [core] in
            while !core.isOver.load(ordering: .relaxed) {
                core.sweep()
                pause(tick)
            }
        }
    }

    private func wait(atMost limit: Duration, until isDone: () -> Bool) {
        let end = ContinuousClock.now + limit
        while !isDone(), ContinuousClock.now < end { pause(.milliseconds(5)) }
    }
}

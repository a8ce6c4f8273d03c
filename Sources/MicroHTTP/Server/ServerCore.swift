import Synchronization

/// What every callback, worker and the sweeper share: one per server, alive as long as any of them may run.
final class ServerCore: Sendable {
    let configuration: HTTPConfiguration
    let handler: any HTTPHandler
    let connections = ConnectionTable()
    let workers: WorkerPool
    let counters: Counters
    let isDraining = Atomic(false)
    let isOver = Atomic(false)

    init(_ configuration: HTTPConfiguration, handler: any HTTPHandler) {
        self.configuration = configuration
        self.handler = handler
        counters = Counters()
        workers = WorkerPool(configuration, handler: handler, counters: counters)
    }

    func log(_ level: HTTPLogEvent.Level, _ message: String) {
        configuration.log(HTTPLogEvent(level: level, message: message))
    }

    /// Ends what has taken too long: slow clients, and work past its deadline.
    ///
    /// Work gets half a second more than its deadline says, so that a handler that watches it can word its own answer.
    func sweep() {
        let ended = connections.endOverdue(
            idle: max(configuration.idleTimeout, configuration.receiveTimeout),
            receive: configuration.receiveTimeout, send: configuration.sendTimeout)
        if ended > 0 {
            counters.ended.add(ended, ordering: .relaxed)
            log(.warning, "Ended \(ended) connection(s) whose client was too slow.")
        }
        for job in workers.overdue(at: .now - .milliseconds(500)) {
            if job.settle(handler.refuse(.deadlineExceeded, request: job.request.withoutBody)) {
                counters.refused.add(1, ordering: .relaxed)
                log(.warning, "\(job.request.method) \(job.request.path) was given up half a second past its deadline.")
            }
        }
    }

    /// Answers every request that still waits or runs with a refusal, so that no connection is left suspended.
    func giveUp() {
        let refusal = HTTPRefusal.shuttingDown(retryAfter: configuration.retryAfter)
        for job in workers.close() where job.settle(handler.refuse(refusal, request: job.request.withoutBody)) {
            counters.refused.add(1, ordering: .relaxed)
        }
    }
}

/// What the server counts.
final class Counters: Sendable {
    let busy = Atomic(0)
    let accepted = Atomic(0)
    let requests = Atomic(0)
    let refused = Atomic(0)
    let ended = Atomic(0)
}

import Synchronization

/// A fixed number of threads, and a queue of fixed length before them.
///
/// A request is admitted before its connection is suspended, and enqueued after: a worker may finish before
/// `MHD_suspend_connection` returns otherwise, and a full queue would find the connection suspended already.
final class WorkerPool: Sendable {
    /// Whether there is room for one more request.
    enum Admission { case granted, full, closed }

    private struct State {
        var waiting: [Job] = []
        var running: [ObjectIdentifier: Job] = [:]
        var admitted = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let wakeUp = Semaphore()
    private let handler: any HTTPHandler
    private let counters: Counters
    private let workers: Int
    private let capacity: Int

    init(_ configuration: HTTPConfiguration, handler: any HTTPHandler, counters: Counters) {
        self.counters = counters
        self.handler = handler
        workers = configuration.workers
        capacity = configuration.workers + configuration.queueLimit
    }

    /// Starts the threads; whether the system had all of them to give.
    func start(stackSize: Int) -> Bool {
        for _ in 0..<workers {
            guard Thread.start(stackSize: stackSize, { [self] in work() }) else {
                close()
                return false
            }
        }
        return true
    }

    var waiting: Int { state.withLock { $0.waiting.count } }
    var running: Int { state.withLock { $0.running.count } }

    /// Takes a place, which `enqueue` has to fill.
    func admit() -> Admission {
        state.withLock { state in
            if state.isClosed { return .closed }
            if state.admitted >= capacity { return .full }
            state.admitted += 1
            return .granted
        }
    }

    /// Queues an admitted job; `false` if the pool has been closed since, and the job is still the caller's to settle.
    func enqueue(_ job: Job) -> Bool {
        let isQueued = state.withLock { state in
            guard !state.isClosed else { return false }
            state.waiting.append(job)
            return true
        }
        if isQueued { wakeUp.signal() }
        return isQueued
    }

    /// The jobs, waiting or running, whose deadline is before an instant.
    func overdue(at instant: ContinuousClock.Instant) -> [Job] {
        state.withLock { state in
            (state.waiting + state.running.values).filter { $0.deadline < instant && !$0.isSettled }
        }
    }

    /// Admits nothing more and lets the threads end; the jobs that were waiting or running.
    @discardableResult
    func close() -> [Job] {
        let left = state.withLock { state in
            let left = state.waiting + state.running.values
            state.isClosed = true
            state.waiting = []
            return left
        }
        for _ in 0..<workers { wakeUp.signal() }
        return left
    }

    private func work() {
        while let job = next() {
            if !job.isSettled { job.settle(answer(job)) }
            state.withLock { state in
                state.running[ObjectIdentifier(job)] = nil
                state.admitted -= 1
            }
        }
    }

    private func answer(_ job: Job) -> HTTPResponse {
        guard ContinuousClock.now < job.deadline else {
            counters.refused.add(1, ordering: .relaxed)
            return handler.refuse(.deadlineExceeded, request: job.request.withoutBody)
        }
        return handler.respond(to: job.request, deadline: job.deadline)
    }

    // Every job and every close signals once, so whoever wakes up to an empty queue was woken to end.
    private func next() -> Job? {
        wakeUp.wait()
        return state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            let job = state.waiting.removeFirst()
            state.running[ObjectIdentifier(job)] = job
            return job
        }
    }
}

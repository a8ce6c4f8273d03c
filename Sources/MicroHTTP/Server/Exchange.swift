import Synchronization

/// One request and its answer: the state that libmicrohttpd carries from the request line to the completion.
///
/// It is used on the one event thread its connection belongs to, and owned by the library's request context: retained
/// when the target has been read, released when the request is completed.
final class Exchange {
    /// What the callback tells the library.
    enum Verdict { case carryOn, hangUp }

    private let core: ServerCore
    private let connection: Connection
    private var request: HTTPRequest
    private var received = 0
    private var job: Job?
    private(set) var hasHead = false
    private var isAnswered = false
    private var closes = false

    init(core: ServerCore, connection: Connection, target: String) {
        self.core = core
        self.connection = connection
        request = HTTPRequest(target: target, peer: connection.peer)
        core.counters.busy.add(1, ordering: .relaxed)
        connection.enter(.receiving)
    }

    /// Takes the head: refuses it, or lets the body come.
    func open(method: String, version: String, on handle: ConnectionHandle) -> Verdict {
        hasHead = true
        request.method = method
        let head = handle.head(method: method, target: request.target)
        request.headers = head.fields
        core.counters.requests.add(1, ordering: .relaxed)

        if let fault = fault(in: head, version: version) {
            closes = true
            return refuse(.malformed(fault), on: handle)
        }
        let promised = head.check.length ?? request.headers["Content-Length"].map { Int($0) ?? .max }
        guard let length = promised else { return .carryOn }
        guard length <= limit else {
            closes = true
            return refuse(.bodyTooLarge(limit: limit), on: handle)
        }
        // Reserved only so far: a promise of many bytes is cheap to make, and need not be kept.
        request.body.reserveCapacity(min(length, 1 << 20))
        return .carryOn
    }

    /// Takes a piece of the body.
    ///
    /// Past the limit nothing is kept, and past four times the limit nothing is read.
    func receive(_ piece: UnsafeRawBufferPointer) -> Verdict {
        guard !isAnswered else { return .carryOn }
        received += piece.count
        if received <= limit {
            unsafe request.body.append(contentsOf: piece)
            return .carryOn
        }
        request.body = []
        return received / 4 <= limit ? .carryOn : .hangUp
    }

    /// Answers a request that is whole, here or through a worker.
    func complete(on handle: ConnectionHandle) -> Verdict {
        guard !isAnswered else { return .carryOn }
        if let job {
            guard let response = job.response else { return .hangUp }
            return send(response, on: handle)
        }
        connection.enter(.answering)
        guard received <= limit else { return refuse(.bodyTooLarge(limit: limit), on: handle) }
        let deadline = deadline
        if let response = core.handler.respondAtOnce(to: request, deadline: deadline) {
            return send(response, on: handle)
        }
        switch core.handler.placement(of: request) {
        case .eventThread: return send(core.handler.respond(to: request, deadline: deadline), on: handle)
        case .worker: return delegate(deadline, on: handle)
        }
    }

    /// Leaves the connection to its next request.
    func finish() {
        core.counters.busy.subtract(1, ordering: .relaxed)
        connection.enter(.idle)
    }

    /// What is wrong with a head, if anything.
    private func fault(in head: ConnectionHandle.Head, version: String) -> String? {
        if head.isFolded { return "A header line begins with white space; write each header on one line." }
        if head.check.isSound { return nil }
        return HTTPFraming.fault(
            method: request.method, target: request.target, version: version, headers: request.headers)
    }

    private var limit: Int { core.configuration.bodyLimit }
    private var deadline: ContinuousClock.Instant { .now + core.configuration.deadline }

    private func delegate(_ deadline: ContinuousClock.Instant, on handle: ConnectionHandle) -> Verdict {
        let retryAfter = core.configuration.retryAfter
        switch core.workers.admit() {
        case .full: return refuse(.queueFull(retryAfter: retryAfter), on: handle)
        case .closed: return refuse(.shuttingDown(retryAfter: retryAfter), on: handle)
        case .granted: break
        }
        let job = Job(request, deadline: deadline, connection: handle)
        self.job = job
        request.body = []
        handle.suspend()
        if !core.workers.enqueue(job) {
            job.settle(core.handler.refuse(.shuttingDown(retryAfter: retryAfter), request: request))
        }
        return .carryOn
    }

    private func refuse(_ refusal: HTTPRefusal, on handle: ConnectionHandle) -> Verdict {
        core.counters.refused.add(1, ordering: .relaxed)
        request.body = []
        return send(core.handler.refuse(refusal, request: request), on: handle)
    }

    private func send(_ response: HTTPResponse, on handle: ConnectionHandle) -> Verdict {
        isAnswered = true
        connection.enter(.sending)
        return core.write(response, closing: closes, on: handle) ? .carryOn : .hangUp
    }
}

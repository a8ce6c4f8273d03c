import Glibc
import MicroHTTP
import Synchronization

/// A handler whose paths are the situations that tests need.
final class TestHandler: HTTPHandler {
    /// Closed while `/blocked` requests have to stay with their workers.
    let gate = Gate()
    let finished = Atomic(0)

    func placement(of request: HTTPRequest) -> HTTPPlacement {
        request.path.hasPrefix("/job") || request.path == "/blocked" ? .worker : .eventThread
    }

    func respond(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse {
        switch request.path {
        case "/blocked":
            gate.pass()
            finished.add(1, ordering: .relaxed)
            return HTTPResponse(body: Array("unblocked".utf8))
        case "/stalled":
            gate.pass()
            return HTTPResponse(body: Array("unstalled".utf8))
        case "/describe":
            let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
            let text =
                "\(request.method) \(request.path) [\(query)] \(request.peer) \(request.headers["x-test"] ?? "-")"
            return HTTPResponse(body: Array(text.utf8))
        case "/injected":
            return HTTPResponse(
                headers: ["X-Good": "yes", "X-Bad": "a\r\nX-Evil: 1", "X Bad": "b", "Content-Length": "999"],
                body: Array("whole".utf8))
        case "/nothing": return HTTPResponse(status: 204)
        case "/impossible": return HTTPResponse(status: 100)
        case "/large": return HTTPResponse(body: [UInt8](repeating: 7, count: 8 << 20))
        default: return HTTPResponse(headers: ["Content-Type": "text/plain"], body: request.body)
        }
    }

    func refuse(_ refusal: HTTPRefusal, request: HTTPRequest) -> HTTPResponse {
        switch refusal {
        case .malformed(let why): HTTPResponse(status: 400, body: Array(why.utf8))
        case .bodyTooLarge(let limit): HTTPResponse(status: 413, body: Array("limit \(limit)".utf8))
        case .queueFull(let seconds):
            HTTPResponse(status: 503, headers: ["Retry-After": "\(seconds)"], body: Array("full".utf8))
        case .shuttingDown(let seconds):
            HTTPResponse(status: 503, headers: ["Retry-After": "\(seconds)"], body: Array("stopping".utf8))
        case .deadlineExceeded: HTTPResponse(status: 504, body: Array("late".utf8))
        }
    }
}

/// A gate that is open until it is closed.
final class Gate: Sendable {
    private let isClosed = Atomic(false)
    private let hasVisitor = Atomic(false)

    func close() { isClosed.store(true, ordering: .releasing) }
    func open() { isClosed.store(false, ordering: .releasing) }
    /// Whether somebody has come to the gate.
    var isAwaited: Bool { hasVisitor.load(ordering: .acquiring) }

    func pass() {
        hasVisitor.store(true, ordering: .releasing)
        while isClosed.load(ordering: .acquiring) { usleep(1000) }
    }
}

/// Runs a test against a server that is stopped afterwards.
func serving(
    _ adjust: (inout HTTPConfiguration) -> Void = { _ in }, _ body: (HTTPServer, UInt16, TestHandler) throws -> Void
) throws {
    let handler = TestHandler()
    var configuration = HTTPConfiguration()
    configuration.host = "127.0.0.1"
    configuration.port = 0
    configuration.eventThreads = 2
    configuration.workers = 2
    adjust(&configuration)
    let server = HTTPServer(configuration: configuration, handler: handler)
    let port = try server.start()
    defer {
        handler.gate.open()
        server.stop(grace: .seconds(5))
    }
    try body(server, port, handler)
}

/// Waits until something holds, for much longer than it should take; whether it came to hold.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<4000 {
        if condition() { return true }
        usleep(5000)
    }
    return false
}

/// Runs so many bodies at once, each on a thread of its own, and collects what they return.
func concurrently<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> [T] {
    let results = Results<T>()
    for index in 0..<count { startThread { results.add(body(index)) } }
    while results.count < count { usleep(1000) }
    return results.all
}

/// Results of threads.
final class Results<T: Sendable>: Sendable {
    private let items = Mutex<[T]>([])
    var count: Int { items.withLock { $0.count } }
    var all: [T] { items.withLock { $0 } }
    func add(_ item: T) { items.withLock { $0.append(item) } }
}

/// Starts a detached thread of the system, so that waiting tests take none from Swift's pool.
func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
    var thread = pthread_t()
    let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
    unsafe pthread_create(
        &thread, nil,
        { context in
            if let context = unsafe context { unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
            return nil
        }, work)
    pthread_detach(thread)
}

/// Something that happens once.
final class Flag: Sendable {
    private let isUp = Atomic(false)
    var value: Bool { isUp.load(ordering: .acquiring) }
    func raise() { isUp.store(true, ordering: .releasing) }
}

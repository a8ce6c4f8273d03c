import AutodiffService
import Glibc
import MicroHTTP
import Synchronization
import Testing

@Suite struct `A server under pressure` {
    private var configuration: HTTPConfiguration {
        var configuration = HTTPConfiguration()
        configuration.host = "127.0.0.1"
        configuration.port = 0
        configuration.eventThreads = 1
        configuration.workers = 1
        return configuration
    }

    private static let small = #"{"expression": "y = x", "inputs": {"x": 1}}"#

    @Test func `answers 503 where the queue is full, and health all the while`() throws {
        var configuration = configuration
        configuration.queueLimit = 1
        let gate = Gate()
        let handler = Gated(service: AdjointService(), gate: gate)
        try Served.withServer(configuration, handler) { port in
            let clients = try (0..<6).map { _ in try #require(Client(port: port)) }
            for client in clients {
                client.send("POST /v1/evaluate HTTP/1.1\r\nHost: a\r\nContent-Length: \(Self.small.utf8.count)\r\n\r\n")
                client.send(Self.small)
            }
            let health = try #require(Client(port: port))
            health.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(health.receive()?.status == 200)
            // One is worked on, one waits, and four are refused: those that come last.
            let refused = try clients[2...].map { try #require($0.receive()) }
            gate.open()
            let answered = try clients[..<2].map { try #require($0.receive()) }
            #expect(answered.map(\.status) == [200, 200])
            for response in refused {
                #expect(response.status == 503 && response.value("Retry-After") == "1")
                let problem = try FoundationJSON.value(of: response.body)
                #expect(problem["code"]?.text == "queue-full")
            }
        }
    }

    @Test func `answers 504 to work that takes too long, and then to small work 200`() throws {
        var configuration = configuration
        configuration.deadline = .milliseconds(5)
        // Two to the power of 18 additions: each function calls the one before twice.
        var text = #"f0(x) = x + x\n"#
        for index in 1...18 { text += #"f\#(index)(x) = f\#(index - 1)(f\#(index - 1)(x))\n"# }
        let body = #"{"expression": "\#(text)y = f18(x)", "inputs": {"x": 1}}"#
        try Served.withServer(configuration, AdjointService()) { port in
            let client = try #require(Client(port: port))
            let response = try #require(client.post("/v1/evaluate", Array(body.utf8)))
            try Refusal(body, .deadlineExceeded, nil).check(
                HTTPResponse(
                    status: response.status, headers: ["Content-Type": response.value("Content-Type") ?? ""],
                    body: response.body))
            let next = try #require(Client(port: port))
            next.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(next.receive()?.status == 200)
        }
    }

    @Test func `answers 413 before a body that is announced too long is sent`() throws {
        var configuration = configuration
        configuration.bodyLimit = 1000
        try Served.withServer(configuration, AdjointService()) { port in
            let client = try #require(Client(port: port))
            client.send("POST /v1/evaluate HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")
            let response = try #require(client.receive())
            #expect(response.status == 413)
            #expect(try FoundationJSON.value(of: response.body)["code"]?.text == "body-too-large")
        }
    }

    @Test func `reads a body that comes with GET, and the request behind it`() throws {
        let client = try #require(Client(port: Served.port))
        let body = #"{"expression": "y = x"}"#
        client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        #expect(client.receive()?.text == #"{"status":"ok"}"#)
        #expect(client.post("/v1/evaluate", Array(Self.small.utf8))?.text == #"{"values":{"x":1,"y":1}}"#)
        client.send("HEAD /v1/ops HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive(head: true)?.status == 200)
        client.send("OPTIONS /v1/ops HTTP/1.1\r\nHost: a\r\n\r\n")
        let options = client.receive()
        #expect(options?.status == 204 && options?.value("Allow") == "GET, HEAD, OPTIONS")
        #expect(client.post("/v1/evaluate", Array(Self.small.utf8))?.status == 200)
    }

    @Test func `keeps a token's secret`() throws {
        var configuration = ServiceConfiguration()
        configuration.token = "sesame"
        let service = AdjointService(configuration)
        func status(_ authorization: String?, _ path: String = "/v1/evaluate") -> Int {
            let headers: HTTPFields = authorization.map { ["Authorization": $0] } ?? [:]
            return service.post(path, Self.small, headers: headers).status
        }
        #expect(status(nil) == 401)
        for wrong in ["sesame", "Bearer", "Bearer ", "Bearer sesam", "Bearer sesamee", "Basic sesame", "Bearer SESAME"]
        {
            #expect(status(wrong) == 403, "\(wrong)")
        }
        #expect(status("Bearer sesame") == 200)
        #expect(status("bEARER sesame") == 200)
        #expect(status(nil, "/healthz") == 405)
        #expect(status(nil, "/v1/nothing") == 404)
    }

    @Test func `lets each address have its rate`() throws {
        var configuration = ServiceConfiguration()
        configuration.rateLimit = 3
        let service = AdjointService(configuration)
        func status(_ peer: String, _ path: String = "/v1/ops") -> Int {
            service.respond(to: HTTPRequest(target: path, peer: peer), deadline: .now + .seconds(60)).status
        }
        #expect((0..<4).map { _ in status("192.0.2.1") } == [200, 200, 200, 429])
        #expect(status("192.0.2.2") == 200)
        #expect(status("192.0.2.1", "/healthz") == 200)
    }
}

/// A service whose work waits at a gate.
private struct Gated: HTTPHandler {
    let service: AdjointService
    let gate: Gate

    func placement(of request: HTTPRequest) -> HTTPPlacement { request.method == "POST" ? .worker : .eventThread }

    func respond(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse {
        if request.method == "POST" { gate.pass() }
        return service.respond(to: request, deadline: deadline)
    }

    func refuse(_ refusal: HTTPRefusal, request: HTTPRequest) -> HTTPResponse {
        service.refuse(refusal, request: request)
    }
}

/// What holds threads up until it is opened.
private final class Gate: Sendable {
    private let isOpen = Atomic(false)

    func open() { isOpen.store(true, ordering: .releasing) }

    func pass() { while !isOpen.load(ordering: .acquiring) { pause() } }

    private func pause() { usleep(1000) }
}

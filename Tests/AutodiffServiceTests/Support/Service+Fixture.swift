import AutodiffService
import MicroHTTP
import Testing

extension Fixture {
    /// The service as the fixture sets it up.
    var configuration: ServiceConfiguration {
        var configuration = ServiceConfiguration()
        configuration.token = setup["token"]
        configuration.rateLimit = setup["rate"].flatMap { Int($0) }
        if setup["state"] == "not-ready" { configuration.isReady = { false } }
        return configuration
    }

    /// The server as the fixture sets it up.
    var server: HTTPConfiguration {
        var configuration = HTTPConfiguration()
        configuration.host = "127.0.0.1"
        configuration.port = 0
        configuration.eventThreads = 1
        configuration.workers = 1
        if let limit = setup["body-limit"].flatMap({ Int($0) }) { configuration.bodyLimit = limit }
        if let seconds = setup["deadline"].flatMap({ Double($0) }) { configuration.deadline = .seconds(seconds) }
        return configuration
    }

    /// Whether the request needs a server of its own: one that is set up in its way, or that it changes.
    var isAlone: Bool { !setup.isEmpty || !["GET", "HEAD", "POST", "OPTIONS"].contains(request.method) }

    /// Hands over a service that is set up, with the files and graphs that there are before the request.
    func withService<Result>(_ body: (AdjointService) throws -> Result) throws -> Result {
        guard setup["graphs"] != nil else { return try body(registering(into: GraphStore())) }
        let directory = try TemporaryDirectory()
        for file in files { try directory.write(file.text, to: file.name) }
        let folder = try GraphFolder(directory.path, isReadOnly: setup["read-only"] != nil)
        let store = try GraphStore(folder, GraphStoreLimits(), reading: configuration.readingLimits)
        return try withExtendedLifetime(directory) { try body(registering(into: store)) }
    }

    private func registering(into store: GraphStore) -> AdjointService {
        let service = AdjointService(configuration, graphs: store)
        for graph in registered {
            let response = service.put("/v1/graphs/\(graph.name)", graph.text)
            #expect(response.status == 201, "\(name): \(response.text)")
        }
        return service
    }

    /// How often the request is sent; the last answer is what is recorded.
    var times: Int { 1 + (configuration.rateLimit ?? 0) }

    /// A state of the server that only the server itself gets into.
    var state: HTTPRefusal? {
        switch setup["state"] {
        case "queue-full": .queueFull(retryAfter: 1)
        case "shutting-down": .shuttingDown(retryAfter: 1)
        default: nil
        }
    }

    /// The answer in process: what the server would refuse is put to the service as the server puts it.
    func answer() throws -> HTTPResponse { try withService(answer) }

    private func answer(_ service: AdjointService) -> HTTPResponse {
        let fault = HTTPFraming.fault(
            method: request.method, target: request.target, version: "HTTP/1.1", headers: request.headers)
        if let fault { return service.refuse(.malformed(fault), request: request) }
        let limit = server.bodyLimit
        if request.body.count > limit { return service.refuse(.bodyTooLarge(limit: limit), request: request) }
        if let state { return service.refuse(state, request: request) }
        let deadline = ContinuousClock.now + server.deadline
        var response = service.respond(to: request, deadline: deadline)
        for _ in 1..<times { response = service.respond(to: request, deadline: deadline) }
        return response
    }
}

extension AdjointService {
    /// The answer to a request without a body, or with one, with time enough.
    func ask(_ method: String, _ path: String, _ body: String = "", headers: HTTPFields = [:]) -> HTTPResponse {
        respond(
            to: HTTPRequest(method: method, target: path, headers: headers, body: Array(body.utf8), peer: "127.0.0.1"),
            deadline: .now + .seconds(60))
    }

    func put(_ path: String, _ body: String, headers: HTTPFields = [:]) -> HTTPResponse {
        ask("PUT", path, body, headers: headers)
    }

    /// The answer to a body, with time enough.
    func post(_ path: String, _ body: [UInt8], headers: HTTPFields = [:]) -> HTTPResponse {
        respond(
            to: HTTPRequest(method: "POST", target: path, headers: headers, body: body, peer: "127.0.0.1"),
            deadline: .now + .seconds(60))
    }

    func post(_ path: String, _ body: String, headers: HTTPFields = [:]) -> HTTPResponse {
        post(path, Array(body.utf8), headers: headers)
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON.
    func json() throws -> JSONValue { try FoundationJSON.value(of: body) }
}

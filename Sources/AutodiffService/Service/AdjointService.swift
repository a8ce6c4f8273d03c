import Autodiff
import Logging
public import MicroHTTP

/// The service of the wire contract: takes HTTP requests as values and answers them.
public struct AdjointService: HTTPHandler {
    private let configuration: ServiceConfiguration
    let router: Router
    private let limiter: RateLimiter?
    let graphs: GraphStore
    private let programs: CompiledFunctions

    /// Makes a service that keeps graphs in memory; it listens nowhere by itself.
    public init(_ configuration: ServiceConfiguration = ServiceConfiguration()) {
        self.init(configuration, graphs: GraphStore())
    }

    /// Makes a service of the graphs in a store.
    package init(_ configuration: ServiceConfiguration, graphs: GraphStore) {
        self.configuration = configuration
        self.graphs = graphs
        programs = CompiledFunctions(capacity: configuration.graphProgramBytes)
        router = Router(Endpoint.all)
        limiter = configuration.rateLimit.map { RateLimiter(perSecond: $0) }
    }

    /// Answers a request; every problem on the way becomes a response here.
    public func respond(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse {
        let response: HTTPResponse
        do {
            response = try answer(request, deadline)
        } catch {
            response = HTTPResponse(error, in: router.dialect(of: request.path))
        }
        configuration.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method)", "path": "\(request.path)", "status": "\(response.status)",
                "peer": "\(request.peer)",
            ])
        return response
    }

    /// Words what the server refuses by itself.
    public func refuse(_ refusal: HTTPRefusal, request: HTTPRequest) -> HTTPResponse {
        HTTPResponse(Problem(refusal), in: router.dialect(of: request.path))
    }

    private func answer(_ request: HTTPRequest, _ deadline: ContinuousClock.Instant) throws(Problem) -> HTTPResponse {
        if request.method == "OPTIONS" { return try router.options(request.path) }
        let (endpoint, parameters) = try router.endpoint(request.method, request.path)
        if !endpoint.isOpen {
            try limiter?.admit(request.peer)
            try configuration.authorize(request)
        }
        let call = Call(
            request: request, dialect: endpoint.dialect, parameters: parameters, deadline: deadline,
            configuration: configuration, graphs: graphs, programs: programs)
        return HTTPResponse(try endpoint.respond(call))
    }
}

extension HTTPResponse {
    init(_ answer: Answer) {
        // A status without content has no type of it either.
        var headers: HTTPFields = [204, 304].contains(answer.status) ? [:] : ["Content-Type": answer.contentType]
        for (name, value) in answer.headers { headers.append(name, value) }
        self.init(status: answer.status, headers: headers, body: answer.body)
    }

    /// The one place where a problem becomes a response.
    init(_ problem: Problem, in dialect: Dialect) {
        let wording = dialect.wording(of: problem)
        var headers: HTTPFields = ["Content-Type": wording.contentType]
        for (name, value) in problem.headers { headers.append(name, value) }
        self.init(status: wording.status, headers: headers, body: wording.body)
    }
}

extension Problem {
    init(_ refusal: HTTPRefusal) {
        switch refusal {
        case .malformed(let reason): self.init(.malformedRequest, reason)
        case .bodyTooLarge(let limit):
            self.init(.bodyTooLarge, "The body is longer than \(limit) bytes, the most that this server reads.")
        case .queueFull(let seconds):
            self.init(.queueFull, "As much work is waiting as this server takes on; try again later.")
            retryAfter = seconds
        case .shuttingDown(let seconds):
            self.init(.shuttingDown, "The server is shutting down; try again elsewhere or later.")
            retryAfter = seconds
        case .deadlineExceeded: self.init(PlanError.deadlinePassed)
        }
    }
}

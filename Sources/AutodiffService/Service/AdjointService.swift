import Autodiff
import Logging
public import MicroHTTP

/// The service of the wire contract: takes HTTP requests as values and answers them.
public struct AdjointService: HTTPHandler {
    private let configuration: ServiceConfiguration
    let router: Router
    private let limiter: RateLimiter?
    /// Whether requests are told to the log.
    private let isLogging: Bool
    let graphs: GraphStore
    private let programs: CompiledFunctions
    package let templates: ResponseTemplates

    /// Makes a service that keeps graphs in memory; it listens nowhere by itself.
    public init(_ configuration: ServiceConfiguration = ServiceConfiguration()) {
        self.init(configuration, graphs: GraphStore())
    }

    /// Makes a service of the graphs in a store.
    package init(_ configuration: ServiceConfiguration, graphs: GraphStore) {
        self.configuration = configuration
        self.graphs = graphs
        programs = CompiledFunctions(capacity: configuration.graphProgramBytes)
        templates = ResponseTemplates(capacity: configuration.programCacheBytes)
        router = Router(Endpoint.all)
        isLogging = configuration.logger.logLevel <= .debug
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
        log(request, response)
        return response
    }

    /// Answers a request of which there is a cheap template.
    public func respondAtOnce(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse? {
        guard request.body.count <= Self.smallBodyCount, let route = router.find(request.method, request.path),
            let question = question(request, route), let template = templates[question.key], template.isCheap,
            // What is refused is refused in the ordinary way, which asks the limiter once.
            (try? configuration.authorize(request)) != nil,
            let body = template.answer(question.skeleton.numbers, deadline: deadline)
        else { return nil }
        let response: HTTPResponse
        do {
            try limiter?.admit(request.peer)
            templates.countHit()
            response = HTTPResponse(Answer(contentType: AnswerFormat.json.contentType, body: body))
        } catch {
            response = HTTPResponse(error, in: route.endpoint.dialect)
        }
        log(request, response)
        return response
    }

    private func question(_ request: HTTPRequest, _ route: Route) -> TemplateQuestion? {
        templates.isEnabled ? TemplateQuestion(request, route, graphs) : nil
    }

    private func log(_ request: HTTPRequest, _ response: HTTPResponse) {
        guard isLogging else { return }
        configuration.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method)", "path": "\(request.path)", "status": "\(response.status)",
                "peer": "\(request.peer)",
            ])
    }

    /// Words what the server refuses by itself.
    public func refuse(_ refusal: HTTPRefusal, request: HTTPRequest) -> HTTPResponse {
        HTTPResponse(Problem(refusal), in: router.dialect(of: request.path))
    }

    private func answer(_ request: HTTPRequest, _ deadline: ContinuousClock.Instant) throws(Problem) -> HTTPResponse {
        if request.method == "OPTIONS" { return try router.options(request.path) }
        let route = try router.route(request.method, request.path)
        let endpoint = route.endpoint
        if !endpoint.isOpen {
            try limiter?.admit(request.peer)
            try configuration.authorize(request)
        }
        let question = question(request, route)
        if let question {
            let template = templates[question.key]
            if let body = template?.answer(question.skeleton.numbers, deadline: deadline) {
                templates.countHit()
                return HTTPResponse(Answer(contentType: AnswerFormat.json.contentType, body: body))
            }
            templates.countMiss()
        }
        let call = Call(
            request: request, dialect: endpoint.dialect, graphName: route.graphName, deadline: deadline,
            configuration: configuration, graphs: graphs, programs: programs, templates: templates,
            question: question)
        return HTTPResponse(try endpoint.respond(call))
    }
}

extension HTTPResponse {
    init(_ answer: Answer) {
        // A status without content has no type of it either.
        var headers = HTTPFields()
        if answer.status != 204, answer.status != 304 { headers.append("Content-Type", answer.contentType) }
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

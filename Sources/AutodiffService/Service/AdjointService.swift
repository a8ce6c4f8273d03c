import Autodiff
import Logging
public import MicroHTTP

/// The service of the wire contract: takes HTTP requests as values and answers them.
public struct AdjointService: HTTPHandler {
    private let configuration: ServiceConfiguration
    private let router: Router
    private let limiter: RateLimiter?
    private let graphs: GraphStore
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
            response = HTTPResponse(error)
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
        HTTPResponse(Problem(refusal))
    }

    /// Sends what is surely cheap to the event thread.
    ///
    /// The cost of a request grows with its body, except that own functions, arrays and many runs may multiply a small one,
    /// and that a registered graph may be large.
    public func placement(of request: HTTPRequest) -> HTTPPlacement {
        guard let (endpoint, parameters) = try? router.endpoint(request.method, request.path) else {
            return .eventThread
        }
        if endpoint.isManyRuns || endpoint.isSlow { return .worker }
        guard endpoint.method == .post else { return .eventThread }
        if let name = parameters[Endpoint.graphName], let graph = graphs[name], !graph.isSmall { return .worker }
        return request.body.count <= 2048 && !request.body.mayDefineFunction && !request.body.mayHoldArrays
            ? .eventThread : .worker
    }

    private func answer(_ request: HTTPRequest, _ deadline: ContinuousClock.Instant) throws(Problem) -> HTTPResponse {
        if request.method == "OPTIONS" { return try router.options(request.path) }
        let (endpoint, parameters) = try router.endpoint(request.method, request.path)
        if !endpoint.isOpen {
            try limiter?.admit(request.peer)
            try configuration.authorize(request)
        }
        let call = Call(
            request: request, parameters: parameters, deadline: deadline, configuration: configuration, graphs: graphs,
            programs: programs)
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
    init(_ problem: Problem) {
        var headers: HTTPFields = ["Content-Type": Problem.contentType]
        for (name, value) in problem.headers { headers.append(name, value) }
        self.init(status: problem.code.status, headers: headers, body: problem.body)
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

extension [UInt8] {
    /// Whether an array may be in this text: a list that starts with a number, or the word that gives a shape.
    fileprivate var mayHoldArrays: Bool {
        var isInList = false
        for (index, byte) in enumerated() {
            switch byte {
            case UInt8(ascii: "["): isInList = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): if isInList { return true }
            case UInt8(ascii: "s") where self[index...].starts(with: "shape".utf8): return true
            // A JSON escape may spell anything.
            case UInt8(ascii: "\\"): if index + 1 < count, self[index + 1] == UInt8(ascii: "u") { return true }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            default: isInList = false
            }
        }
        return false
    }

    /// Whether a definition `f(x) = ...` may be in this text: a `)` and a single `=` behind it.
    fileprivate var mayDefineFunction: Bool {
        var isAfterParenthesis = false
        for (index, byte) in enumerated() {
            switch byte {
            case UInt8(ascii: ")"): isAfterParenthesis = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            // A JSON escape may spell anything.
            case UInt8(ascii: "\\"): if index + 1 < count, self[index + 1] == UInt8(ascii: "u") { return true }
            case UInt8(ascii: "=") where isAfterParenthesis:
                if index + 1 >= count || self[index + 1] != UInt8(ascii: "=") { return true }
                isAfterParenthesis = false
            default: isAfterParenthesis = false
            }
        }
        return false
    }
}

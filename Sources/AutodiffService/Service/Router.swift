import Autodiff
import MicroHTTP

/// Finds the endpoint of a path.
struct Router: Sendable {
    private let endpoints: [String: Endpoint]

    init(_ list: [Endpoint]) {
        endpoints = Dictionary(list.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The endpoint for a method and path; HEAD is served as GET, of which the server keeps the body back.
    func endpoint(_ method: String, _ path: String) throws(Problem) -> Endpoint {
        let endpoint = try endpoint(at: path)
        let wanted = method == "HEAD" ? "GET" : method
        if endpoint.method.rawValue == wanted { return endpoint }
        var problem = Problem(
            .methodNotAllowed, "\(path) takes \(endpoint.allow.joined(separator: ", ")), not \(method.prefix(32)).")
        problem.allow = endpoint.allow
        throw problem
    }

    /// Tells which methods a path takes.
    func options(_ path: String) throws(Problem) -> HTTPResponse {
        if path == "*" { return HTTPResponse(status: 204, headers: ["Allow": "GET, HEAD, POST, OPTIONS"]) }
        let allow = try endpoint(at: path).allow.joined(separator: ", ")
        return HTTPResponse(status: 204, headers: ["Allow": allow])
    }

    private func endpoint(at path: String) throws(Problem) -> Endpoint {
        if let endpoint = endpoints[path] { return endpoint }
        let suggestion = nearestName(to: path, among: endpoints.keys)
        throw Problem(
            .notFound,
            "There is nothing at \(path.prefix(100))\(suggestion.map { "; did you mean \($0)?" } ?? "; see /openapi.yaml.")",
            suggestion: suggestion)
    }
}

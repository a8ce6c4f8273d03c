import Autodiff
import MicroHTTP

/// An endpoint, and the name of the graph in the path, if its path has one.
struct Route: Sendable {
    let endpoint: Endpoint
    let graphName: String?
}

/// Finds the endpoint of a method and a path.
struct Router: Sendable {
    /// The endpoints of a path, and the name in it.
    private struct Match {
        let endpoints: [Endpoint]
        let graphName: String?

        /// The route of a method; HEAD is served as GET, of which the server keeps the body back.
        func route(_ method: String) -> Route? {
            guard let wanted = Endpoint.Method(rawValue: method == "HEAD" ? "GET" : method) else { return nil }
            for endpoint in endpoints where endpoint.method == wanted {
                return Route(endpoint: endpoint, graphName: graphName)
            }
            return nil
        }

        /// The methods that the path takes.
        var allow: [String] {
            let methods = endpoints.map(\.method)
            return methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] } + ["OPTIONS"]
        }
    }

    private let exact: [String: [Endpoint]]
    private let patterns: [PathPattern]

    init(_ list: [Endpoint]) {
        let byPath = Dictionary(grouping: list, by: \.path)
        exact = byPath.filter { !$0.key.contains("{") }
        patterns = byPath.filter { $0.key.contains("{") }.map { PathPattern($0.key, $0.value) }
            .sorted { $0.path < $1.path }
    }

    /// The endpoint for a method and path.
    func route(_ method: String, _ path: String) throws(Problem) -> Route {
        let match = try match(path)
        if let route = match.route(method) { return route }
        var problem = Problem(
            .methodNotAllowed,
            "\(path.prefix(100)) takes \(match.allow.joined(separator: ", ")), not \(method.prefix(32)).")
        problem.allow = match.allow
        throw problem
    }

    /// Tells which methods a path takes.
    func options(_ path: String) throws(Problem) -> HTTPResponse {
        if path == "*" {
            return HTTPResponse(status: 204, headers: ["Allow": "GET, HEAD, PUT, POST, DELETE, OPTIONS"])
        }
        return HTTPResponse(status: 204, headers: ["Allow": try match(path).allow.joined(separator: ", ")])
    }

    /// The words in which the clients of a path expect to be refused.
    func dialect(of path: String) -> Dialect { find(path)?.endpoints.first?.dialect ?? .problem }

    /// The endpoint for a method and path, where there is one.
    func find(_ method: String, _ path: String) -> Route? { find(path)?.route(method) }

    /// What a path is.
    ///
    /// - Throws: 404, with the nearest path, where it is none.
    private func match(_ path: String) throws(Problem) -> Match {
        if let match = find(path) { return match }
        let suggestion = nearestName(to: path, among: exact.keys)
        throw Problem(
            .notFound,
            "There is nothing at \(path.prefix(100))\(suggestion.map { "; did you mean \($0)?" } ?? "; see /openapi.yaml.")",
            suggestion: suggestion)
    }

    private func find(_ path: String) -> Match? {
        if let endpoints = exact[path] { return Match(endpoints: endpoints, graphName: nil) }
        for pattern in patterns {
            if let name = pattern.name(in: path.utf8) { return Match(endpoints: pattern.endpoints, graphName: name) }
        }
        return nil
    }
}

/// A path with one part that stands for any text, the name of a graph.
private struct PathPattern: Sendable {
    let path: String
    let endpoints: [Endpoint]
    /// What stands before the name and behind it.
    private let start: String
    private let end: String

    init(_ path: String, _ endpoints: [Endpoint]) {
        self.path = path
        self.endpoints = endpoints
        start = String(path.prefix { $0 != "{" })
        end = String(path.drop { $0 != "}" }.dropFirst())
    }

    /// The name in a path that is one of these; nothing where it is none, or its name empty.
    func name(in path: String.UTF8View) -> String? {
        let count = path.count - start.utf8.count - end.utf8.count
        // The end first, where paths differ.
        guard count > 0, path.suffix(end.utf8.count).elementsEqual(end.utf8), path.starts(with: start.utf8) else {
            return nil
        }
        let name = path.dropFirst(start.utf8.count).prefix(count)
        return name.contains(UInt8(ascii: "/")) ? nil : String(Substring(name))
    }
}

import Autodiff
import MicroHTTP

/// Finds the endpoint of a method and a path.
struct Router: Sendable {
    /// The endpoints of a path, and what stands in it for the parts in braces.
    private struct Match {
        let endpoints: [Endpoint]
        let parameters: [String: String]

        /// The endpoint of a method; HEAD is served as GET, of which the server keeps the body back.
        func endpoint(_ method: String) -> Endpoint? {
            let wanted = method == "HEAD" ? "GET" : method
            return endpoints.first { $0.method.rawValue == wanted }
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

    /// The endpoint for a method and path, and the path's parameters.
    func endpoint(_ method: String, _ path: String) throws(Problem) -> (Endpoint, [String: String]) {
        let match = try match(path)
        if let endpoint = match.endpoint(method) { return (endpoint, match.parameters) }
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

    /// The endpoint for a method and path, and the path's parameters, where there is one.
    func find(_ method: String, _ path: String) -> (Endpoint, [String: String])? {
        find(path).flatMap { match in match.endpoint(method).map { ($0, match.parameters) } }
    }

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
        if let endpoints = exact[path] { return Match(endpoints: endpoints, parameters: [:]) }
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for pattern in patterns where pattern.isThat(of: parts) {
            return Match(endpoints: pattern.endpoints, parameters: pattern.parameters(in: parts))
        }
        return nil
    }
}

/// A path with parts that stand for any text.
private struct PathPattern: Sendable {
    let path: String
    let endpoints: [Endpoint]
    private let parts: [Part]

    private enum Part {
        case text(String)
        case parameter(String)
    }

    init(_ path: String, _ endpoints: [Endpoint]) {
        self.path = path
        self.endpoints = endpoints
        parts = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("{") ? .parameter(String(part.dropFirst().dropLast())) : .text(String(part))
        }
    }

    /// Whether a path is one of these: the parts as they are written, and no parameter empty.
    func isThat(of found: [Substring.UTF8View]) -> Bool {
        guard found.count == parts.count else { return false }
        // From the end, where paths differ.
        for place in parts.indices.reversed() {
            switch parts[place] {
            case .text(let text): if !text.utf8.elementsEqual(found[place]) { return false }
            case .parameter: if found[place].isEmpty { return false }
            }
        }
        return true
    }

    /// What stands for the parts in braces.
    func parameters(in found: [Substring.UTF8View]) -> [String: String] {
        var parameters: [String: String] = [:]
        for (part, text) in zip(parts, found) {
            if case .parameter(let name) = part { parameters[name] = String(Substring(text)) }
        }
        return parameters
    }
}

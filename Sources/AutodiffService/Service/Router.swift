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
            let wanted = method == "HEAD" ? "GET" : method
            for endpoint in endpoints where endpoint.method.rawValue == wanted {
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

    private let paths: [String]
    private let exact: PathTable<[Endpoint]>
    private let patterns: [NamePattern]

    init(_ list: [Endpoint]) {
        let byPath = Dictionary(grouping: list, by: \.path)
        let exact = byPath.filter { !$0.key.contains("{") }
        paths = exact.keys.sorted()
        self.exact = PathTable(exact)
        let named = byPath.filter { $0.key.contains("{") }
        patterns = Dictionary(grouping: named) { String($0.key.prefix { $0 != "{" }) }
            .sorted { $0.key < $1.key }.map { NamePattern(start: $0.key, $0.value) }
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
        let suggestion = nearestName(to: path, among: paths)
        throw Problem(
            .notFound,
            "There is nothing at \(path.prefix(100))\(suggestion.map { "; did you mean \($0)?" } ?? "; see /openapi.yaml.")",
            suggestion: suggestion)
    }

    private func find(_ path: String) -> Match? {
        let bytes = path.utf8.span
        if let endpoints = exact[bytes] { return Match(endpoints: endpoints, graphName: nil) }
        for pattern in patterns {
            guard let name = pattern.name(in: bytes),
                let endpoints = pattern.ends[bytes.extracting(name.upperBound...)]
            else { continue }
            return Match(endpoints: endpoints, graphName: path.text(name))
        }
        return nil
    }
}

/// The paths that begin alike up to a part that stands for any text, the name of a graph.
private struct NamePattern: Sendable {
    /// What stands before the name.
    private let start: [UInt8]
    /// The endpoints, by what stands behind the name: nothing, or a slash and more.
    let ends: PathTable<[Endpoint]>

    init(start: String, _ endpoints: [(key: String, value: [Endpoint])]) {
        self.start = Array(start.utf8)
        let ends = endpoints.map { (String($0.key.drop { $0 != "}" }.dropFirst()), $0.value) }
        self.ends = PathTable(Dictionary(ends, uniquingKeysWith: +))
    }

    /// Where the name in a path is, up to a slash or the end; nothing where the path begins otherwise, or the name is empty.
    func name(in path: Span<UInt8>) -> Range<Int>? {
        guard path.count > start.count else { return nil }
        for place in start.indices where path[place] != start[place] { return nil }
        var end = start.count
        while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        return end == start.count ? nil : start.count..<end
    }
}

extension String {
    /// The text of some of its bytes, which are whole characters.
    fileprivate func text(_ bytes: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: bytes.count)])
    }
}

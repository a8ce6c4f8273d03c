import Autodiff
import MicroHTTP

extension Endpoint {
    /// What is registered, and how it gets there and away.
    static let registry: [Endpoint] = [
        Endpoint(method: .get, path: "/v1/graphs", isSlow: true, respond: listGraphs),
        Endpoint(method: .get, path: graphPath, isSlow: true, respond: describeGraph),
        Endpoint(method: .put, path: graphPath, isSlow: true, respond: registerGraph),
        Endpoint(method: .delete, path: graphPath, isSlow: true, respond: deleteGraph),
    ]

    /// The path of a graph.
    private static var graphPath: String { "/v1/graphs/{\(graphName)}" }

    /// The graphs, page by page.
    private static func listGraphs(_ call: Call) throws(Problem) -> Answer {
        let limit = try call.pageLimit()
        let rest = call.graphs.all(after: call.request.query.first { $0.name == "after" }?.value)
        let page = rest.prefix(limit)
        return try Answer(
            json: GraphList(graphs: page.map(GraphEntry.init), next: page.count < rest.count ? page.last?.name : nil))
    }

    /// One graph: what it is, and what it was registered as; or a drawing of it.
    private static func describeGraph(_ call: Call) throws(Problem) -> Answer {
        let graph = try call.graphs.required(call.name)
        let isDrawing = try AnswerFormat.isDrawing(accept: call.request.headers["Accept"])
        // A drawing has the tag of what it is drawn from, which is no promise about its own bytes.
        let tag = isDrawing ? "W/\"\(graph.etag)\"" : "\"\(graph.etag)\""
        var answer: Answer
        if Precondition(call.request.headers).isKnown(graph.etag) {
            answer = Answer(contentType: "", body: [])
            answer.status = 304
        } else if isDrawing {
            answer = Answer(contentType: AnswerFormat.drawingType, body: Array(graph.graph.dot(named: graph.name).utf8))
        } else {
            answer = try Answer(json: GraphEntry(graph))
            // The source is JSON already, and told as it is.
            answer.body.removeLast()
            answer.body += Array(#","source":"#.utf8) + graph.source + Array("}".utf8)
        }
        answer.headers = [("ETag", tag), ("Vary", "Accept")]
        return answer
    }

    /// Registers a graph, or replaces one.
    private static func registerGraph(_ call: Call) throws(Problem) -> Answer {
        try GraphName.check(call.name)
        try call.graphs.checkIsWritable()
        let graph = try RegisteredGraph(
            name: call.name, source: call.request.body, limits: call.configuration.readingLimits)
        let outcome = try call.graphs.put(graph, if: Precondition(call.request.headers))
        var entry = GraphEntry(graph)
        entry.durable = call.graphs.isDurable
        var answer = try Answer(json: entry)
        answer.headers = [("ETag", "\"\(graph.etag)\"")]
        if outcome == .created {
            answer.status = 201
            answer.headers.append(("Location", "/v1/graphs/\(graph.name)"))
        }
        return answer
    }

    /// Removes a graph.
    private static func deleteGraph(_ call: Call) throws(Problem) -> Answer {
        try call.graphs.remove(call.name, if: Precondition(call.request.headers))
        var answer = Answer(contentType: "", body: [])
        answer.status = 204
        return answer
    }
}

extension Call {
    /// The graph that the path names.
    fileprivate var name: String { graphName ?? "" }

    /// How many graphs a page has at most.
    fileprivate func pageLimit() throws(Problem) -> Int {
        guard let text = request.query.first(where: { $0.name == "limit" })?.value else { return 100 }
        guard let limit = Int(text), (1...1000).contains(limit) else {
            throw Problem(.invalidRequest, "`limit` is a whole number from 1 to 1000, not \"\(text.prefix(32))\".")
        }
        return limit
    }
}

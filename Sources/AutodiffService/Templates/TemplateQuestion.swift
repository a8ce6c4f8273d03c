import MicroHTTP

/// A request as templates are found: what it asks, of which graph, with what body but for its numbers.
struct TemplateQuestion: Sendable {
    /// The registered graph that it is about, if it is about one.
    let registered: RegisteredGraph?
    let skeleton: BodySkeleton
    let key: ProgramKey

    /// Longer bodies cost more to take apart and to keep than templates save.
    private static let maximumBodyCount = 1 << 20

    /// Takes a request apart; nothing where it is of no kind that has templates, or of a graph that there is not.
    init?(_ request: borrowing HTTPRequest, _ route: borrowing Route, _ graphs: GraphStore) {
        guard let kind = route.endpoint.template, request.body.count <= Self.maximumBodyCount,
            (try? AnswerFormat(accept: request.headers["Accept"])) == .json
        else { return nil }
        if let name = route.graphName {
            guard let graph = graphs[name] else { return nil }
            registered = graph
        } else {
            registered = nil
        }
        // Graphs are numbered from 1.
        var prefix: [UInt8] = [kind.rawValue, 0, 0, 0, 0, 0, 0, 0, 0]
        let id = registered?.id ?? 0
        for place in 0..<8 { prefix[1 + place] = UInt8(truncatingIfNeeded: id >> UInt64(8 * place)) }
        guard let skeleton = BodySkeleton(prefix, request.body) else { return nil }
        self.skeleton = skeleton
        key = ProgramKey(skeleton.bytes)
    }
}

/// The kinds of requests that have templates.
enum TemplateKind: UInt8, Sendable {
    case evaluate, gradient
}

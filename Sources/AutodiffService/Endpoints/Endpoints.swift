extension Endpoint {
    /// Every endpoint of the service.
    package static let all: [Endpoint] =
        functions + registry + functions.map(\.ofRegistered) + umBridge + tesseracts + [
            Endpoint(method: .get, path: "/v1/ops", respond: ops),
            Endpoint(method: .get, path: "/openapi.yaml", isOpen: true, respond: openAPIText),
            Endpoint(method: .get, path: "/openapi.json", isOpen: true, respond: openAPIJSON),
            Endpoint(method: .get, path: "/healthz", isOpen: true, respond: health),
            Endpoint(method: .get, path: "/readyz", isOpen: true, respond: readiness),
        ]

    /// What is asked about a function, which the body holds.
    package static let functions: [Endpoint] = [
        Endpoint(method: .post, path: "/v1/evaluate", template: .evaluate, respond: evaluate),
        Endpoint(method: .post, path: "/v1/gradient", template: .gradient, respond: gradient),
        Endpoint(method: .post, path: "/v1/vjp", isManyRuns: true, respond: vjp),
        Endpoint(method: .post, path: "/v1/jvp", isManyRuns: true, respond: jvp),
        Endpoint(method: .post, path: "/v1/jacobian", isManyRuns: true, respond: jacobian),
        Endpoint(method: .post, path: "/v1/hessian", isManyRuns: true, respond: hessian),
        Endpoint(method: .post, path: "/v1/hvp", isManyRuns: true, respond: hvp),
        Endpoint(method: .post, path: "/v1/check", isManyRuns: true, respond: check),
    ]

    /// The parameter of a path that names a graph.
    static let graphName = "name"

    /// The same question about a registered graph, which the path names.
    private var ofRegistered: Endpoint {
        let path = "/v1/graphs/{\(Self.graphName)}" + path.dropFirst("/v1".count)
        return Endpoint(method: method, path: path, isManyRuns: isManyRuns, template: template, respond: respond)
    }
}

extension Endpoint {
    /// Every endpoint of the service.
    package static let all: [Endpoint] = [
        Endpoint(method: .post, path: "/v1/evaluate", respond: evaluate),
        Endpoint(method: .post, path: "/v1/gradient", respond: gradient),
        Endpoint(method: .get, path: "/v1/ops", respond: ops),
        Endpoint(method: .get, path: "/openapi.yaml", isOpen: true, respond: openAPIText),
        Endpoint(method: .get, path: "/openapi.json", isOpen: true, respond: openAPIJSON),
        Endpoint(method: .get, path: "/healthz", isOpen: true, respond: health),
        Endpoint(method: .get, path: "/readyz", isOpen: true, respond: readiness),
    ]
}

extension Endpoint {
    /// Each registered graph as a Tesseract, and its gradient as another.
    package static let tesseracts: [Endpoint] =
        tesseract(at: "/tesseract/{\(graphName)}", .function)
        + tesseract(at: "/tesseract/{\(graphName)}/gradient", .gradient)

    private static func tesseract(at path: String, _ kind: TesseractModel.Kind) -> [Endpoint] {
        func endpoint(
            _ method: Method, _ name: String, isManyRuns: Bool = false, isSlow: Bool = false,
            _ answer: @escaping @Sendable (TesseractCall) throws(Problem) -> Answer
        ) -> Endpoint {
            Endpoint(
                method: method, path: "\(path)/\(name)", isManyRuns: isManyRuns, dialect: .tesseract, isSlow: isSlow
            ) { call throws(Problem) in try answer(try TesseractCall(call, kind))
            }
        }
        // The first request about a gradient makes it.
        let isSlow = kind == .gradient
        return [
            endpoint(.get, "health", isSlow: isSlow) { call throws(Problem) in try call.health() },
            endpoint(.get, "openapi.json", isSlow: isSlow) { call throws(Problem) in try call.document() },
            endpoint(.post, "apply") { call throws(Problem) in try call.apply() },
            endpoint(.post, "jacobian", isManyRuns: true) { call throws(Problem) in try call.jacobian() },
            endpoint(.post, "jacobian_vector_product") { call throws(Problem) in try call.jacobianVectorProduct() },
            endpoint(.post, "vector_jacobian_product") { call throws(Problem) in try call.vectorJacobianProduct() },
            endpoint(.post, "abstract_eval") { call throws(Problem) in try call.abstractEval() },
        ]
    }
}

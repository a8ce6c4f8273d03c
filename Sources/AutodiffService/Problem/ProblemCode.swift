/// Every way in which the service refuses a request.
///
/// The raw value is the `code` of the answer and never changes its meaning; documentation and `openapi.yaml` derive from this list.
package enum ProblemCode: String, CaseIterable, Sendable {
    // HTTP.
    case malformedRequest = "malformed-request"
    case unauthorized = "unauthorized"
    case forbidden = "forbidden"
    case readOnly = "read-only"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case notAcceptable = "not-acceptable"
    case preconditionFailed = "precondition-failed"
    case bodyTooLarge = "body-too-large"

    // The body.
    case invalidJSON = "invalid-json"
    case invalidRequest = "invalid-request"
    case unknownField = "unknown-field"
    case missingField = "missing-field"

    // The function.
    case unknownOp = "unknown-op"
    case wrongArity = "wrong-arity"
    case invalidAttribute = "invalid-attribute"
    case cycle = "cycle"
    case duplicateID = "duplicate-id"
    case invalidID = "invalid-id"
    case unknownID = "unknown-id"
    case invalidExpression = "invalid-expression"

    // The point and the question.
    case shapeMismatch = "shape-mismatch"
    case indexOutOfRange = "index-out-of-range"
    case missingInput = "missing-input"
    case unknownInput = "unknown-input"
    case ambiguousOutput = "ambiguous-output"
    case notScalar = "not-scalar"
    case limitExceeded = "limit-exceeded"

    // The server.
    case storageFailed = "storage-failed"
    case rateLimited = "rate-limited"
    case `internal` = "internal"
    case queueFull = "queue-full"
    case shuttingDown = "shutting-down"
    case deadlineExceeded = "deadline-exceeded"
}

extension ProblemCode {
    /// The HTTP status of the answer.
    package var status: Int {
        switch self {
        case .malformedRequest, .invalidJSON: 400
        case .unauthorized: 401
        case .forbidden, .readOnly: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .preconditionFailed: 412
        case .bodyTooLarge: 413
        case .invalidRequest, .unknownField, .missingField, .unknownOp, .wrongArity, .invalidAttribute, .cycle,
            .duplicateID, .invalidID, .unknownID, .invalidExpression, .shapeMismatch, .indexOutOfRange,
            .missingInput, .unknownInput, .ambiguousOutput, .notScalar, .limitExceeded:
            422
        case .rateLimited: 429
        case .internal: 500
        case .queueFull, .shuttingDown: 503
        case .deadlineExceeded: 504
        case .storageFailed: 507
        }
    }

    /// The URI reference that identifies this kind of problem, as RFC 9457 asks for.
    package var type: String { "/problems/\(rawValue)" }
}

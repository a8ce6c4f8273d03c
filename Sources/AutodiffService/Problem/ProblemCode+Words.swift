extension ProblemCode {
    /// What the problem is called, the same words each time it occurs.
    package var title: String { words.title }

    /// When the problem occurs, in one sentence.
    package var summary: String { words.summary }

    private var words: (title: String, summary: String) {
        switch self {
        case .malformedRequest: ("Malformed request", "The HTTP message makes no sense.")
        case .unauthorized: ("Unauthorized", "The server requires credentials, and the request has none that it knows.")
        case .forbidden: ("Forbidden", "The credentials are known but do not allow this.")
        case .readOnly:
            ("Read-only", "The graphs of the server cannot be changed, or this one comes with every server and stays.")
        case .notFound: ("Not found", "There is no such path, or no graph of that name.")
        case .methodNotAllowed: ("Method not allowed", "The path exists but does not take this method.")
        case .notAcceptable: ("Not acceptable", "The answer cannot be given in any form that the request accepts.")
        case .preconditionFailed: ("Precondition failed", "A condition in the headers does not hold.")
        case .bodyTooLarge: ("Body too large", "The body has more bytes than the server reads.")
        case .invalidJSON: ("Invalid JSON", "The body is not one JSON text.")
        case .invalidRequest: ("Invalid request", "A field holds a value of the wrong type or outside its range.")
        case .unknownField: ("Unknown field", "An object has a field that the contract does not know.")
        case .missingField: ("Missing field", "An object lacks a field that it must have.")
        case .unknownOp: ("Unknown op", "A node's op, or a function that is called, does not exist.")
        case .wrongArity: ("Wrong number of arguments", "An op is given too few or too many arguments.")
        case .invalidAttribute:
            ("Invalid attribute", "An op is given an attribute it does not take, or one out of range.")
        case .cycle: ("Cycle", "A node depends on itself.")
        case .duplicateID: ("Duplicate id", "Two nodes have the same id.")
        case .invalidID: ("Invalid id", "An id is empty, too long, or holds control characters.")
        case .unknownID: ("Unknown id", "An id is used that no node has.")
        case .invalidExpression: ("Invalid expression", "The expression does not follow the grammar.")
        case .shapeMismatch: ("Shape mismatch", "An array's shape does not fit where it is used.")
        case .indexOutOfRange: ("Index out of range", "An index is not one of the axis, or list, that it is for.")
        case .missingInput: ("Missing input", "An input has neither a binding nor a default value.")
        case .unknownInput: ("Unknown input", "A binding or direction names no input of the function.")
        case .ambiguousOutput:
            ("Ambiguous output", "The function has several outputs and the request does not say which.")
        case .notScalar: ("Not a scalar", "The derivative asked for exists for scalar outputs only.")
        case .limitExceeded: ("Limit exceeded", "The function or the work asked for is larger than the server allows.")
        case .storageFailed:
            ("Storage failed", "The disk did not take a change; what was registered before is still there.")
        case .rateLimited: ("Too many requests", "The client has sent more requests than its rate allows.")
        case .internal: ("Internal error", "The server failed; the request is not to blame.")
        case .queueFull: ("Queue full", "As much work is waiting as the server takes on.")
        case .shuttingDown: ("Shutting down", "The server is finishing its work and takes no more.")
        case .deadlineExceeded: ("Deadline exceeded", "The work did not finish within the server's deadline.")
        }
    }
}

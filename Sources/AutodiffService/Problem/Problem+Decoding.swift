extension Problem {
    /// The problem with a body that is not JSON.
    package init(_ error: JSONSyntaxError) {
        self.init(.invalidJSON, error.detail, pointer: error.pointer)
        offset = error.offset
    }

    /// The problem with a field.
    package init(_ error: FieldError) {
        self.init(
            error.code, error.detail, pointer: JSONPointer(error.path).description, suggestion: error.suggestion)
    }

    /// The problem with a body that is JSON but not the request expected.
    package init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(let type, let context):
            let found = Self.found(in: context.debugDescription).map { " but found \($0)" } ?? ""
            self.init(.invalidRequest, "Expected \(Self.name(of: type))\(found).", at: context.codingPath)
        case .valueNotFound(let type, let context):
            self.init(.invalidRequest, "Expected \(Self.name(of: type)) but found null.", at: context.codingPath)
        case .keyNotFound(let key, let context):
            self.init(
                .missingField, "The field '\(key.stringValue)' is missing; it must be given.",
                at: context.codingPath)
        case .dataCorrupted(let context)
        where context.debugDescription.hasPrefix("The given data was not valid JSON"):
            // `JSONSyntax` has ruled that out. What is left, and what Foundation calls the same, is 1.5 for an `Int`.
            self.init(
                .invalidRequest, "A number does not fit the integer field that it is given for.", at: context.codingPath
            )
        case .dataCorrupted(let context):
            self.init(.invalidRequest, Self.sentence(context.debugDescription), at: context.codingPath)
        @unknown default:
            self.init(.invalidRequest, "The request cannot be read.")
        }
    }

    private init(_ code: ProblemCode, _ detail: String, at path: [any CodingKey]) {
        self.init(code, detail, pointer: JSONPointer(path).description)
    }
}

extension Problem {
    /// What the contract calls the values that a Swift type is decoded from.
    private static func name(of type: any Any.Type) -> String {
        if type == String.self { return "a string" }
        if type == Bool.self { return "true or false" }
        if type is any FixedWidthInteger.Type { return "an integer" }
        if type is any BinaryFloatingPoint.Type { return "a number" }
        let name = String(describing: type)
        if name.hasPrefix("Array<") || name.hasPrefix("Set<") { return "a list" }
        if name.hasPrefix("Dictionary<") { return "an object" }
        return "a different type"
    }

    /// What stands in the request instead, by Foundation's message.
    ///
    /// The message is like "Expected to decode Int but found a string instead", the only place where it is said.
    private static func found(in message: String) -> String? {
        let words = message.split(separator: " ")
        guard let start = words.lastIndex(of: "found"), let end = words.lastIndex(where: { $0.hasPrefix("instead") }),
            start + 1 < end
        else { return nil }
        switch words[start + 1..<end].joined(separator: " ") {
        case "a string", "string": return "a string"
        case "number", "a number": return "a number"
        case "bool", "a bool", "boolean": return "true or false"
        case "an array", "array": return "a list"
        case "a dictionary", "dictionary": return "an object"
        case "null", "null value", "a null value": return "null"
        default: return nil
        }
    }

    private static func sentence(_ text: String) -> String {
        text.hasSuffix(".") ? text : text + "."
    }
}

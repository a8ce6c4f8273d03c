/// A refusal as a client sees it: `application/problem+json` (RFC 9457).
package struct Problem: Error, Equatable, Sendable {
    /// The media type of the body.
    package static let contentType = "application/problem+json"

    package var code: ProblemCode
    /// One sentence that says what was wrong and what would be right.
    package var detail: String
    /// The JSON Pointer (RFC 6901) of the offending part of the request.
    package var pointer: String?
    /// The id of the node at fault.
    package var node: String?
    /// The known name that was probably meant.
    package var suggestion: String?
    /// How many bytes of a body that is not JSON come before the offending one.
    package var offset: Int?
    /// Where an expression is wrong.
    package var place: SourcePlace?

    /// After how many seconds to try again.
    package var retryAfter: Int?
    /// The methods that the path takes.
    package var allow: [String] = []
    /// How to present credentials.
    package var authenticate: String?

    /// A place in the text of an expression, counted from 1.
    package struct SourcePlace: Equatable, Sendable {
        package var line: Int
        package var column: Int
        /// The line, and below it a caret under the place.
        package var excerpt: String

        package init(line: Int, column: Int, excerpt: String) {
            self.line = line
            self.column = column
            self.excerpt = excerpt
        }
    }

    package init(
        _ code: ProblemCode, _ detail: String, pointer: String? = nil, node: String? = nil, suggestion: String? = nil
    ) {
        self.code = code
        self.detail = detail
        self.pointer = pointer
        self.node = node
        self.suggestion = suggestion
    }

    /// The headers that go with the answer, besides its content type.
    package var headers: [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        if let retryAfter { headers.append(("Retry-After", "\(retryAfter)")) }
        if !allow.isEmpty { headers.append(("Allow", allow.joined(separator: ", "))) }
        if let authenticate { headers.append(("WWW-Authenticate", authenticate)) }
        return headers
    }
}

extension Problem: Encodable {
    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, code, pointer, node, suggestion, offset, line, column, excerpt
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(code.type, forKey: .type)
        try fields.encode(code.title, forKey: .title)
        try fields.encode(code.status, forKey: .status)
        try fields.encode(detail, forKey: .detail)
        try fields.encode(code.rawValue, forKey: .code)
        try fields.encodeIfPresent(pointer, forKey: .pointer)
        try fields.encodeIfPresent(node, forKey: .node)
        try fields.encodeIfPresent(suggestion, forKey: .suggestion)
        try fields.encodeIfPresent(offset, forKey: .offset)
        try fields.encodeIfPresent(place?.line, forKey: .line)
        try fields.encodeIfPresent(place?.column, forKey: .column)
        try fields.encodeIfPresent(place?.excerpt, forKey: .excerpt)
    }

    /// The body of the answer.
    package var body: [UInt8] {
        // Only strings and integers are written, of which none can fail.
        (try? OrderedJSONEncoder().encode(self)) ?? []
    }
}

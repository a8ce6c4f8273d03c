/// One whole request, as a value: nothing of the connection it came on.
public struct HTTPRequest: Sendable {
    /// The method as written, for instance `POST`.
    public var method: String
    /// The target as written, with its query and its percent escapes.
    public var target: String
    /// The path of the target, percent-decoded.
    public var path: String
    /// The parameters of the target's query, percent-decoded, in the order written.
    public var query: [(name: String, value: String)]
    /// The header fields.
    public var headers: HTTPFields
    /// The body, with any transfer coding undone.
    public var body: [UInt8]
    /// The numeric address of the client, or an empty string where it is unknown.
    public var peer: String

    /// Makes a request; path and query are read from the target.
    public init(
        method: String = "GET", target: String = "/", headers: HTTPFields = [:], body: [UInt8] = [], peer: String = ""
    ) {
        let parts = RequestTarget(target)
        self.method = method
        self.target = target
        path = parts.path
        query = parts.query
        self.headers = headers
        self.body = body
        self.peer = peer
    }
}

extension HTTPRequest {
    /// The request as a refusal gets it: a refused body is of no use, and may be large.
    var withoutBody: HTTPRequest {
        var request = self
        request.body = []
        return request
    }
}

/// One whole response, as a value.
///
/// The server writes `Content-Length`, `Date` and `Connection` itself. A field that could not be written as one line
/// (a name that is no token, a value with a line end) is left out and logged: it would end the head early.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code, 200 to 599.
    public var status: Int
    /// The header fields, beside those that the server writes.
    public var headers: HTTPFields
    /// The body; for `HEAD` its length is told and its bytes are kept back.
    public var body: [UInt8]

    /// Makes a response.
    public init(status: Int = 200, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

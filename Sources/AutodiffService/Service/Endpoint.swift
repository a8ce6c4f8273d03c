import MicroHTTP

/// One path of the service: what it is called and what answers it.
///
/// The list of them is what is routed, what `Allow` and 404 tell of, and what `openapi.yaml` is checked against.
package struct Endpoint: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    package let method: Method
    package let path: String
    /// Whether it is answered without credentials and outside any rate.
    package var isOpen = false
    /// Whether a request may ask for many runs, so that the cost grows faster than the body.
    package var isManyRuns = false
    let respond: @Sendable (Call) throws(Problem) -> Answer

    /// The methods that the path takes.
    var allow: [String] {
        switch method {
        case .get: ["GET", "HEAD", "OPTIONS"]
        case .post: ["POST", "OPTIONS"]
        }
    }
}

/// A request on its way to an endpoint.
struct Call: Sendable {
    let request: HTTPRequest
    let deadline: ContinuousClock.Instant
    let configuration: ServiceConfiguration

    /// The body, read as the request that an endpoint takes.
    func decode<Request: Decodable>(_ type: Request.Type) throws(Problem) -> Request {
        try RequestReader(maximumDepth: configuration.jsonDepth).read(type, from: request.body)
    }
}

/// What an endpoint answers.
struct Answer: Sendable {
    var status = 200
    var contentType = "application/json"
    var body: [UInt8]

    init(contentType: String, body: [UInt8]) {
        self.contentType = contentType
        self.body = body
    }

    /// An answer of JSON.
    init(json value: some Encodable, as format: AnswerFormat = .json) throws(Problem) {
        contentType = format.contentType
        do {
            body = try OrderedJSONEncoder(arrays: format.arrays).encode(value)
        } catch {
            throw Problem(.internal, "The answer could not be written.")
        }
    }
}

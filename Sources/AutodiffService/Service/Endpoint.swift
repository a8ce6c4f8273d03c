import MicroHTTP

/// One method on one path of the service: what it is called and what answers it.
///
/// The list of them is what is routed, what `Allow` and 404 tell of, and what `openapi.yaml` is checked against.
package struct Endpoint: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case put = "PUT"
        case post = "POST"
        case delete = "DELETE"
    }

    package let method: Method
    /// The path; its part in braces, as in `/v1/graphs/{name}`, stands for any text without a slash.
    package let path: String
    /// Whether it is answered without credentials and outside any rate.
    package var isOpen = false
    /// Whether a request may ask for many runs, so that the cost grows faster than the body.
    package var isManyRuns = false
    /// The words in which its clients expect to be refused.
    package var dialect = Dialect.problem
    /// The kind of its requests whose answers templates are learned of.
    var template: TemplateKind?
    /// Whether it may take long however small the request is: it writes out whole graphs, or waits for the disk.
    var isSlow = false
    let respond: @Sendable (Call) throws(Problem) -> Answer
}

/// A request on its way to an endpoint.
struct Call: Sendable {
    let request: HTTPRequest
    /// The protocol that it is in.
    var dialect = Dialect.problem
    /// The graph that the path names, if it names one.
    var graphName: String?
    let deadline: ContinuousClock.Instant
    let configuration: ServiceConfiguration
    let graphs: GraphStore
    let programs: CompiledFunctions
    let templates: ResponseTemplates
    /// The request as templates are found, if it is of a kind that has any.
    var question: TemplateQuestion?

    /// The body, read as the request that an endpoint takes.
    func decode<Request: Decodable>(_ type: Request.Type) throws(Problem) -> Request {
        try decode(type, from: request.body)
    }

    /// A body, read as the request that an endpoint takes.
    func decode<Request: Decodable>(_ type: Request.Type, from body: [UInt8]) throws(Problem) -> Request {
        try RequestReader(
            maximumDepth: configuration.jsonDepth, dialect: dialect, isFast: configuration.readsFast
        ).read(type, from: body)
    }
}

/// What an endpoint answers.
struct Answer: Sendable {
    var status = 200
    var contentType = "application/json"
    /// The header fields beside `Content-Type`.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]

    init(contentType: String, body: [UInt8]) {
        self.contentType = contentType
        self.body = body
    }

    /// An answer of JSON.
    ///
    /// - Parameters:
    ///   - value: What is answered.
    ///   - format: The form that the request accepts.
    ///   - arrays: How arrays are written in it, where it is not the contract's own way.
    /// - Throws: That it could not be written.
    init(
        json value: some Encodable, as format: AnswerFormat = .json, arrays: WireArray.Format? = nil
    ) throws(Problem) {
        contentType = format.contentType
        do {
            body = try OrderedJSONEncoder(arrays: arrays ?? format.arrays).encode(value)
        } catch {
            throw Problem(.internal, "The answer could not be written.")
        }
    }
}

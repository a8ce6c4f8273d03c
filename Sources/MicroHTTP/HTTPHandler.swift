/// What the server refuses by itself, before or instead of asking the handler: the handler words it.
public enum HTTPRefusal: Sendable, Hashable {
    /// 400: the head of the request has no single meaning, for the reason that the sentence gives.
    case malformed(String)
    /// 413: the body is longer than the limit, in bytes.
    case bodyTooLarge(limit: Int)
    /// 503: every worker is busy and the queue before them is full; try again in so many seconds.
    case queueFull(retryAfter: Int)
    /// 503: the server is stopping and its grace period is over; try again in so many seconds.
    case shuttingDown(retryAfter: Int)
    /// 504: the work did not finish before its deadline.
    case deadlineExceeded
}

/// Where the answer to a request is computed.
public enum HTTPPlacement: Sendable, Hashable {
    /// On the thread that read the request, which serves nobody else meanwhile: for what takes microseconds.
    case eventThread
    /// On a worker, through the bounded queue, with the connection set aside: for what takes longer.
    case worker
}

/// What answers requests.
///
/// Its methods are called from many threads at once.
public protocol HTTPHandler: Sendable {
    /// The answer to a whole request where it takes microseconds to give; called on the event thread before any other.
    ///
    /// Where there is none, the request has left no trace, and goes its way by `placement(of:)`.
    func respondAtOnce(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse?

    /// Where the answer to this whole request is computed; called on the event thread, so it has to be cheap.
    func placement(of request: HTTPRequest) -> HTTPPlacement

    /// The answer to a request. It may be thrown away if it comes after the deadline.
    func respond(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse

    /// The answer to a request that the server refuses, with whatever of it is known and an empty body.
    func refuse(_ refusal: HTTPRefusal, request: HTTPRequest) -> HTTPResponse
}

extension HTTPHandler {
    /// No request is answered at once.
    public func respondAtOnce(to request: HTTPRequest, deadline: ContinuousClock.Instant) -> HTTPResponse? { nil }
}

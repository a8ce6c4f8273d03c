/// What a server is doing at one moment, and what it has done so far.
public struct HTTPServerStatus: Sendable, Hashable {
    /// Whether it is stopping, and so should get no more requests.
    public var isDraining: Bool
    /// The connections that are open, busy or not.
    public var openConnections: Int
    /// The requests of which the request line has come and the answer has not gone.
    public var busyRequests: Int
    /// The requests that wait for a worker.
    public var queuedRequests: Int
    /// The workers that are computing.
    public var busyWorkers: Int
    /// The workers there are.
    public var workers: Int
    /// The requests that may wait for a worker.
    public var queueLimit: Int
    /// The connections accepted so far.
    public var acceptedConnections: Int
    /// The requests read so far, as far as their head.
    public var requests: Int
    /// The requests refused so far, or given up, instead of answered by the handler.
    public var refusedRequests: Int
    /// The connections ended so far because their client was too slow.
    public var endedConnections: Int
}

public import Autodiff
public import Logging
import MicroHTTP

/// What an operator decides about the service; the limits of HTTP are in `HTTPConfiguration`.
public struct ServiceConfiguration: Sendable {
    /// How large a function may be.
    public var limits = GraphLimits(nodes: 2_000_000, nesting: 200, elements: 20_000_000)
    /// How deep JSON may be nested.
    public var jsonDepth = 64
    /// How many bytes of memory compiled functions of registered graphs may take.
    public var graphProgramBytes = 128 << 20
    /// How many bytes of memory the templates of answers may take.
    public var programCacheBytes = 64 << 20
    /// How many threads share the points of a batch.
    public var batchThreads = Processors.count
    /// The bearer token that every request but those for health and the contract must show; if nothing, none need.
    public var token: String?
    /// The requests per second that one client address may make, a second's worth at once; if nothing, any number.
    public var rateLimit: Int?
    /// Whether the server takes work; one that is stopping does not.
    public var isReady: @Sendable () -> Bool = { true }
    /// Where requests and failures are told.
    public var logger = Logger(label: "adjoint")

    /// Whether plain bodies are read in the fast way, which changes no answer.
    package var readsFast = true

    /// Makes a configuration of the defaults.
    public init() {}

    /// What is read of a function at most.
    package var readingLimits: ReadingLimits {
        var limits = ReadingLimits()
        limits.graph = self.limits
        limits.jsonDepth = jsonDepth
        limits.isFast = readsFast
        return limits
    }
}

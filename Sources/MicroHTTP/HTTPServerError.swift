/// Why a server did not start.
public enum HTTPServerError: Error, Hashable, CustomStringConvertible {
    /// The host is not a numeric address.
    case invalidHost(String)
    /// A number in the configuration makes no sense; the sentence names it.
    case invalidConfiguration(String)
    /// The system would not let it listen on this host and port, for this reason.
    case cannotListen(host: String, port: UInt16, reason: String)
    /// The system gave no threads, or libmicrohttpd would not start; the log has its words.
    case cannotServe
    /// It has been started before: a server runs once.
    case alreadyStarted

    /// The error in one sentence.
    public var description: String {
        switch self {
        case .invalidHost(let host):
            "\"\(host)\" is not a numeric IPv4 or IPv6 address, such as 127.0.0.1 or ::."
        case .invalidConfiguration(let sentence): sentence
        case .cannotListen(let host, let port, let reason):
            "Cannot listen on \(host) port \(port): \(reason)."
        case .cannotServe: "Threads or libmicrohttpd could not be started; the log has the library's message."
        case .alreadyStarted: "The server has been started before."
        }
    }
}

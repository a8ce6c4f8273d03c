import MicroHTTP

extension Endpoint {
    /// Whether the process is alive.
    static func health(_ call: Call) throws(Problem) -> Answer { try Answer(json: Status(status: "ok")) }

    /// Whether the server takes work: a balancer stops sending it when it does not.
    static func readiness(_ call: Call) throws(Problem) -> Answer {
        guard call.configuration.isReady() else { throw Problem(HTTPRefusal.shuttingDown(retryAfter: 1)) }
        let faults = call.graphs.faults
        return try Answer(json: Status(status: "ready", faults: faults.isEmpty ? nil : faults))
    }

    private struct Status: Encodable {
        let status: String
        /// Files of the directory of graphs that are no graphs.
        var faults: [GraphFolder.Fault]?
    }
}

extension Endpoint {
    /// Whether the process is alive.
    static func health(_ call: Call) throws(Problem) -> Answer { try Answer(json: Status(status: "ok")) }

    /// Whether the server takes work; one that is stopping refuses before it gets here.
    static func readiness(_ call: Call) throws(Problem) -> Answer { try Answer(json: Status(status: "ready")) }

    private struct Status: Encodable {
        let status: String
    }
}

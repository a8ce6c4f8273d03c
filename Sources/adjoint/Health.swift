import ArgumentParser
import MicroHTTP

/// `adjoint health`: whether a server on this machine is alive; for containers, which then need no curl.
struct Health: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a server on this machine whether it is alive; exits 0 if so, 69 if not.")

    @Option(help: "The server's port.")
    var port: UInt16 = 8080

    @Option(help: "Seconds to wait for the answer.")
    var timeout = 3

    func run() throws {
        let status = HTTPProbe.get("/healthz", port: port, timeout: timeout)
        guard status == 200 else {
            throw CommandExit.unavailable.failure(
                status.map { "The server on port \(port) answered \($0)." }
                    ?? "No server answers on port \(port).")
        }
    }
}

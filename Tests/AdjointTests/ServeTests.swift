import Foundation
import Testing

@Suite struct `adjoint serve` {
    /// Starts a server, and hands over the port that it logs.
    private func serving(
        _ arguments: [String] = ["--port", "0"], environment: [String: String] = [:],
        _ body: (Command, String) throws -> Void
    ) throws {
        let command = try Command(
            ["serve", "--host", "127.0.0.1"] + arguments, environment: environment)
        defer { command.signal(SIGKILL) }
        let line = try command.line(with: "Listening on http://127.0.0.1:")
        try body(command, try #require(line.firstMatch(of: /127\.0\.0\.1:(\d+)/)).1.description)
    }

    @Test func `logs its port, is healthy there, and stops on SIGTERM`() throws {
        try serving { command, port in
            #expect(port != "0")
            #expect(try Command.run("health", "--port", port).status == 0)
            let start = ContinuousClock.now
            command.signal(SIGTERM)
            let end = try command.end(within: 10)
            #expect(end.status == 0)
            #expect(ContinuousClock.now - start < .seconds(1))
            let gone = try Command.run("health", "--port", port)
            #expect(gone.status == 69 && gone.errors == "adjoint: No server answers on port \(port).\n")
        }
    }

    @Test func `has no more than 20 MB resident when it begins to wait`() throws {
        try serving { command, _ in
            let status = try String(contentsOf: URL(filePath: "/proc/\(command.id)/status"), encoding: .utf8)
            let kilobytes = try #require(status.firstMatch(of: /VmRSS:\s*(\d+) kB/).flatMap { Double($0.1) })
            #expect(kilobytes * 1024 < 20e6)
        }
    }

    @Test func `stops on SIGINT`() throws {
        try serving { command, _ in
            command.signal(SIGINT)
            let end = try command.end(within: 10)
            #expect(end.status == 0)
        }
    }

    @Test func `takes its port from PORT, and a flag before that`() throws {
        try serving([], environment: ["PORT": "0"]) { _, port in
            #expect(port != "0" && port != "8080")
            // The port is taken, so a server that is told of it cannot start.
            let second = try Command.run(
                "serve", "--host", "127.0.0.1", "--port", port, environment: ["PORT": "0"])
            #expect(second.status == 78)
            #expect(second.errors.contains("Cannot listen on 127.0.0.1 port \(port)"))
            let third = try Command.run("serve", environment: ["PORT": port, "ADJOINT_HOST": "127.0.0.1"])
            #expect(third.status == 78)
        }
    }

    @Test func `takes every flag from the environment`() throws {
        let environment = [
            "ADJOINT_PORT": "0", "ADJOINT_TOKEN": "sesame", "ADJOINT_BODY_LIMIT": "100", "ADJOINT_LOG_LEVEL": "debug",
            "ADJOINT_GRACE": "0", "ADJOINT_GRAPH_LIMIT": "10", "ADJOINT_GRAPH_BYTES_LIMIT": "1000000",
            "ADJOINT_GRAPH_PROGRAM_BYTES": "0",
        ]
        try serving([], environment: environment) { command, port in
            #expect(try Command.run("health", "--port", port).status == 0)
            _ = try command.line(with: "path=/healthz")
        }
    }

    @Test(arguments: [
        ["--port", "70000"], ["--port", "-1"], ["--workers", "0"], ["--threads", "0"], ["--deadline", "0"],
        ["--deadline", "nan"], ["--grace", "-1"], ["--body-limit", "1MB"], ["--queue-limit", "-1"], ["--token", ""],
        ["--log-level", "loud"], ["--graphs="], ["--graph-limit", "-1"], ["--host="], ["--no-such-flag"], ["argument"],
    ])
    func `exits 64 where a flag makes no sense`(arguments: [String]) throws {
        let result = try Command(["serve"] + arguments).end(within: 20)
        #expect(result.status == 64 && result.errors.hasPrefix("Error: "), "\(result.errors)")
    }

    @Test(arguments: [
        ("ADJOINT_NODE_LIMIT", "many"), ("ADJOINT_NODE_LIMITS", "5"), ("ADJOINT_DEADLINE", "-1"), ("PORT", "http"),
    ])
    func `exits 64 where a variable makes no sense`(name: String, value: String) throws {
        let result = try Command(["serve"], environment: [name: value]).end(within: 20)
        #expect(result.status == 64 && !result.errors.isEmpty)
    }

    @Test(arguments: ["example.org", "256.1.1.1"])
    func `exits 78 where it cannot listen`(host: String) throws {
        let result = try Command(["serve", "--port", "0", "--host=\(host)"]).end(within: 20)
        #expect(result.status == 78 && result.errors.contains("is not a numeric IPv4 or IPv6 address"))
    }
}

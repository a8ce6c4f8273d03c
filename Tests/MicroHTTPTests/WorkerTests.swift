import MicroHTTP
import Synchronization
import Testing

@Suite struct `Workers` {
    @Test func `answer many concurrent clients, each its own`() throws {
        try serving({ $0.queueLimit = 1000 }) { _, port, _ in
            let wrong = concurrently(64) { index -> Int in
                guard let client = Client(port: port) else { return 100 }
                return (0..<100).count { round in
                    let body = "\(index)-\(round)"
                    return client.exchange(.request("POST", round % 3 == 0 ? "/echo" : "/job", body: body))?.text
                        != body
                }
            }
            #expect(wrong.reduce(0, +) == 0)
        }
    }

    @Test func `serve 256 connections at once`() throws {
        try serving { server, port, _ in
            let clients = try (0..<256).map { _ in try #require(Client(port: port)) }
            for _ in 0..<3 {
                for (index, client) in clients.enumerated() { client.send(.request("POST", "/job", body: "\(index)")) }
                #expect(server.status.openConnections <= 256)
                for (index, client) in clients.enumerated() { #expect(client.receive()?.text == "\(index)") }
            }
            withExtendedLifetime(clients) { #expect(server.status.openConnections == 256) }
        }
    }

    @Test func `leave the event threads free`() throws {
        try serving { server, port, handler in
            handler.gate.close()
            let busy = try (0..<4).map { _ in try #require(Client(port: port)) }
            for client in busy { client.send(.request("GET", "/blocked")) }
            #expect(eventually { server.status.busyWorkers == 2 && server.status.queuedRequests == 2 })
            for _ in 0..<100 {
                #expect(Client(port: port)?.exchange(.request("GET", "/healthz"))?.status == 200)
            }
            handler.gate.open()
            for client in busy { #expect(client.receive()?.text == "unblocked") }
            #expect(eventually { server.status.busyRequests == 0 && server.status.busyWorkers == 0 })
        }
    }

    @Test func `refuse what the queue does not hold`() throws {
        try serving({
            $0.queueLimit = 3
            $0.retryAfter = 7
        }) { server, port, handler in
            handler.gate.close()
            let held = try (0..<5).map { _ in try #require(Client(port: port)) }
            for client in held { client.send(.request("GET", "/blocked")) }
            #expect(eventually { server.status.busyWorkers == 2 && server.status.queuedRequests == 3 })
            let late = try #require(Client(port: port))
            let response = late.exchange(.request("POST", "/job", body: "x"))
            #expect(response?.status == 503)
            #expect(response?.text == "full")
            #expect(response?.value("Retry-After") == "7")
            handler.gate.open()
            for client in held { #expect(client.receive()?.status == 200) }
            #expect(eventually { late.exchange(.request("POST", "/job", body: "x"))?.status == 200 })
        }
    }

    @Test func `are given up past the deadline, whether they watch it or not`() throws {
        try serving({ $0.deadline = .milliseconds(200) }) { server, port, handler in
            handler.gate.close()
            let clients = try (0..<3).map { _ in try #require(Client(port: port)) }
            for client in clients { client.send(.request("GET", "/blocked")) }
            for client in clients { #expect(client.receive()?.status == 504) }
            handler.gate.open()
            #expect(eventually { server.status.busyWorkers == 0 })
            #expect(clients[0].exchange(.request("POST", "/job", body: "again"))?.text == "again")
        }
    }
}

import MicroHTTP
import Testing

@Suite struct `The life of a server` {
    @Test func `ends a drip, and no patient reader`() throws {
        try serving({
            $0.receiveTimeout = .milliseconds(600)
            $0.idleTimeout = .seconds(1)
        }) { server, port, handler in
            handler.gate.close()
            let patient = try #require(Client(port: port))
            patient.send(.request("GET", "/blocked"))
            for start in ["GET / HT", .request("POST", "/echo", ["Content-Length: 1000000"])] {
                let client = try #require(Client(port: port))
                client.send(start)
                let ended = eventually { !client.send("x") }
                #expect(ended)
            }
            #expect(server.status.endedConnections >= 2)
            handler.gate.open()
            #expect(patient.receive()?.text == "unblocked")
        }
    }

    @Test func `ends a reader who does not read`() throws {
        try serving({ $0.sendTimeout = .milliseconds(300) }) { server, port, _ in
            let client = try #require(Client(port: port))
            client.send(.request("GET", "/large"))
            #expect(eventually { server.status.endedConnections == 1 && server.status.openConnections == 0 })
            #expect(client.receive() == nil)
        }
    }

    @Test func `gives notice before it closes its door`() throws {
        try serving { server, port, _ in
            startThread { server.stop(notice: .seconds(1)) }
            #expect(eventually { server.status.isDraining })
            let response = Client(port: port)?.exchange(.request("GET", "/echo"))
            #expect(response?.status == 200)
            #expect(response?.has("Connection: close") == true)
            #expect(eventually { Client(port: port) == nil })
        }
    }

    @Test func `finishes what runs and takes nothing new`() throws {
        try serving { server, port, handler in
            handler.gate.close()
            let running = try #require(Client(port: port))
            running.send(.request("GET", "/blocked"))
            let idle = try #require(Client(port: port))
            #expect(idle.exchange(.request("GET", "/echo"))?.status == 200)
            #expect(eventually { server.status.busyWorkers == 1 })

            let stopped = Flag()
            withStopping(server, grace: .seconds(20), stopped) {
                #expect(eventually { server.status.isDraining })
                #expect(idle.isEnded())
                #expect(eventually { Client(port: port) == nil })
                #expect(!stopped.value)
                handler.gate.open()
                let response = running.receive()
                #expect(response?.text == "unblocked")
                #expect(response?.has("Connection: close") == true)
                #expect(running.isEnded())
            }
        }
    }

    @Test func `serves who had connected before`() throws {
        // The only event thread is kept busy, so nobody accepts the second client before the stop does.
        try serving({ $0.eventThreads = 1 }) { server, port, handler in
            handler.gate.close()
            let first = try #require(Client(port: port))
            first.send(.request("GET", "/stalled"))
            #expect(eventually { handler.gate.isAwaited })
            let second = try #require(Client(port: port))
            second.send(.request("GET", "/describe"))
            withStopping(server, grace: .seconds(20), Flag()) {
                #expect(eventually { Client(port: port) == nil })
                handler.gate.open()
                #expect(first.receive()?.text == "unstalled")
                #expect(second.receive()?.text == "GET /describe [] 127.0.0.1 -")
            }
        }
    }

    @Test func `answers what it will not finish`() throws {
        try serving { server, port, handler in
            handler.gate.close()
            let clients = try (0..<5).map { _ in try #require(Client(port: port)) }
            for client in clients { client.send(.request("GET", "/blocked")) }
            #expect(eventually { server.status.busyWorkers == 2 && server.status.queuedRequests == 3 })
            server.stop(grace: .milliseconds(100))
            for client in clients {
                let response = client.receive()
                #expect(response?.status == 503)
                #expect(response?.text == "stopping")
                #expect(client.isEnded())
            }
        }
    }

    @Test func `stops once, from however many sides`() throws {
        try serving { server, port, _ in
            let client = try #require(Client(port: port))
            #expect(client.exchange(.request("GET", "/"))?.status == 200)
            _ = concurrently(4) { _ in server.stop(grace: .seconds(1)) }
            server.stop()
            #expect(server.status.openConnections == 0)
            #expect(throws: HTTPServerError.alreadyStarted) { try server.start() }
        }
    }

    @Test func `stops under load with every request answered`() throws {
        try serving { server, port, _ in
            let halfAnswered = concurrently(17) { index -> Int in
                if index == 16 {
                    _ = eventually { server.status.requests > 2000 }
                    server.stop(grace: .seconds(10))
                    return 0
                }
                guard let client = Client(port: port) else { return 0 }
                while true {
                    guard client.send(.request("POST", index % 2 == 0 ? "/job" : "/echo", body: "x")),
                        let response = client.receive()
                    else { return 1 }
                    if response.status != 200 { return 1 }
                    if response.has("Connection: close") { return 0 }
                }
            }
            #expect(halfAnswered.reduce(0, +) == 0)
        }
    }

    @Test func `begins with a clear error on a port that is taken`() throws {
        try serving { _, port, _ in
            var configuration = HTTPConfiguration()
            configuration.host = "127.0.0.1"
            configuration.port = port
            let second = HTTPServer(configuration: configuration, handler: TestHandler())
            let error = HTTPServerError.cannotListen(host: "127.0.0.1", port: port, reason: "address already in use")
            #expect(throws: error) { try second.start() }
            #expect(error.description == "Cannot listen on 127.0.0.1 port \(port): address already in use.")
        }
    }

    @Test func `begins with a clear error on settings that make no sense`() {
        func start(_ adjust: (inout HTTPConfiguration) -> Void) throws {
            var configuration = HTTPConfiguration()
            configuration.port = 0
            adjust(&configuration)
            try HTTPServer(configuration: configuration, handler: TestHandler()).start()
        }
        #expect(throws: HTTPServerError.invalidHost("nowhere")) { try start { $0.host = "nowhere" } }
        #expect(throws: HTTPServerError.self) { try start { $0.workers = 0 } }
        #expect(throws: HTTPServerError.self) { try start { $0.host = "192.0.2.1" } }
    }
}

/// Stops a server on another thread while a body runs, and waits for both.
private func withStopping(
    _ server: HTTPServer, grace: Duration, _ stopped: Flag, _ body: () throws -> Void
) rethrows {
    startThread {
        server.stop(grace: grace)
        stopped.raise()
    }
    try body()
    _ = eventually { stopped.value }
}

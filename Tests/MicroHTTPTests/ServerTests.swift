import MicroHTTP
import Testing

@Suite struct `A server` {
    @Test func `echoes a body`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            let response = client.exchange(.request("POST", "/echo", body: "{\"x\": 1}"))
            #expect(response?.status == 200)
            #expect(response?.text == "{\"x\": 1}")
            #expect(response?.has("Content-Type: text/plain") == true)
        }
    }

    @Test func `answers on IPv6 and IPv4 by default`() throws {
        try serving({ $0.host = "::" }) { server, port, _ in
            #expect(server.port == port)
            for six in [true, false] {
                let client = try #require(Client(port: port, six: six))
                let response = client.exchange(.request("GET", "/describe"))
                #expect(response?.text == "GET /describe [] \(six ? "::1" : "127.0.0.1") -")
            }
        }
    }

    @Test func `answers on one IPv6 address`() throws {
        try serving({ $0.host = "::1" }) { _, port, _ in
            #expect(Client(port: port, six: true)?.exchange(.request("GET", "/"))?.status == 200)
            #expect(Client(port: port) == nil)
        }
    }

    @Test func `decodes path, query and headers`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            let response = client.exchange(.request("GET", "/descri%62e?a=1+2&b=%C3%A9&c", ["X-TEST: v"]))
            #expect(response?.text == "GET /describe [a=1 2|b=é|c=] 127.0.0.1 v")
            client.send(Array("GET /describe HTTP/1.1\r\nHost: a\r\nX-Test: ".utf8) + [0xFF, 0xFE, 13, 10, 13, 10])
            #expect(client.receive()?.text == "GET /describe [] 127.0.0.1 \u{FFFD}\u{FFFD}")
        }
    }

    @Test func `answers pipelined requests in order`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            let bodies = ["one", "two", "three"]
            client.send(zip(["/echo", "/job", "/echo"], bodies).map { .request("POST", $0, body: $1) }.joined())
            for body in bodies { #expect(client.receive()?.text == body) }
        }
    }

    @Test func `answers HEAD with the head alone`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            client.send(.request("HEAD", "/describe"))
            let response = client.receive(head: true)
            #expect(response?.status == 200)
            #expect(response?.value("Content-Length") == "\("HEAD /describe [] 127.0.0.1 -".utf8.count)")
            #expect(client.exchange(.request("POST", "/echo", body: "next"))?.text == "next")
        }
    }

    @Test(arguments: ["GET", "DELETE", "PATCH", "OPTIONS", "BREW"])
    func `reads the body of any method`(method: String) throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            #expect(client.exchange(.request(method, "/echo", body: "abc"))?.text == "abc")
            #expect(client.exchange(.request("POST", "/job", body: "next"))?.text == "next")
        }
    }

    @Test(arguments: ["/echo", "/job"]) func `reads a chunked body`(path: String) throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            for _ in 0..<2 {
                client.send(.request("POST", path, ["Transfer-Encoding: chunked"]) + "3\r\nabc\r\n")
                client.send("4;x=y\r\ndefg\r\n0\r\n\r\n")
                #expect(client.receive()?.text == "abcdefg")
            }
        }
    }

    @Test func `reads and writes large bodies`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            let body = String(repeating: "0123456789abcdef", count: 1 << 18)
            client.send(.request("POST", "/echo", body: body))
            #expect(client.receive()?.text == body)
            #expect(client.exchange(.request("GET", "/large"))?.body.count == 8 << 20)
        }
    }

    @Test func `writes no line that a handler smuggles into a header`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            let response = try #require(client.exchange(.request("GET", "/injected")))
            #expect(response.text == "whole")
            #expect(response.has("X-Good: yes"))
            #expect(!response.head.contains("Evil") && !response.head.contains("Bad") && !response.head.contains("999"))
        }
    }

    @Test func `answers statuses without a body, and none that cannot be`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port))
            #expect(client.exchange(.request("GET", "/nothing"))?.status == 204)
            #expect(client.exchange(.request("GET", "/impossible"))?.status == 500)
            #expect(client.exchange(.request("GET", "/echo"))?.status == 200)
        }
    }

    @Test func `closes after HTTP/1.0 and after Connection: close`() throws {
        try serving { _, port, _ in
            for request in ["GET / HTTP/1.0\r\n\r\n", .request("GET", "/", ["Connection: close"])] {
                let client = try #require(Client(port: port))
                #expect(client.exchange(request)?.status == 200)
                #expect(client.isEnded())
            }
        }
    }

    @Test func `serves thousands of requests on one connection`() throws {
        try serving { server, port, _ in
            let client = try #require(Client(port: port))
            for index in 0..<5000 where client.exchange(.request("POST", "/echo", body: "\(index)"))?.text != "\(index)"
            {
                Issue.record("request \(index)")
            }
            #expect(server.status.requests == 5000)
            #expect(server.status.acceptedConnections == 1)
        }
    }
}

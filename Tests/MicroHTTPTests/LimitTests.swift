import MicroHTTP
import Testing

@Suite struct `A server's limits` {
    private static let small: @Sendable (inout HTTPConfiguration) -> Void = { $0.bodyLimit = 1000 }

    @Test(arguments: ["POST", "PUT", "PATCH", "GET", "DELETE"])
    func `refuse a length over the limit before the body comes`(method: String) throws {
        try serving(Self.small) { _, port, _ in
            let client = try #require(Client(port: port))
            client.send(.request(method, "/echo", ["Content-Length: 1001"]))
            let response = client.receive()
            #expect(response?.status == 413)
            #expect(response?.text == "limit 1000")
            #expect(response?.has("Connection: close") == true)
            #expect(client.isEnded())
        }
    }

    @Test(arguments: ["POST", "PATCH", "GET"])
    func `refuse a long body that is sent regardless`(method: String) throws {
        try serving(Self.small) { _, port, _ in
            let client = try #require(Client(port: port))
            client.send(.request(method, "/echo", body: String(repeating: "x", count: 300_000)))
            #expect(client.receive()?.status == 413)
            #expect(Client(port: port)?.exchange(.request("POST", "/echo", body: "next"))?.text == "next")
        }
    }

    @Test func `say so instead of 100 Continue`() throws {
        try serving(Self.small) { _, port, _ in
            let client = try #require(Client(port: port))
            client.send(.request("POST", "/echo", ["Expect: 100-continue", "Content-Length: 50000"]))
            #expect(client.receive(interim: true)?.status == 413)
        }
    }

    @Test func `let 100 Continue through where the body fits`() throws {
        try serving(Self.small) { _, port, _ in
            let client = try #require(Client(port: port))
            client.send(.request("POST", "/echo", ["Expect: 100-continue", "Content-Length: 3"]))
            #expect(client.receive(interim: true)?.status == 100)
            client.send("abc")
            #expect(client.receive()?.text == "abc")
        }
    }

    @Test func `refuse a chunked body at its end, and cut off one without end`() throws {
        try serving(Self.small) { _, port, _ in
            let client = try #require(Client(port: port))
            let head = String.request("POST", "/echo", ["Transfer-Encoding: chunked"])
            let piece = "100\r\n" + String(repeating: "x", count: 256) + "\r\n"
            client.send(head + String(repeating: piece, count: 8) + "0\r\n\r\n")
            #expect(client.receive()?.status == 413)
            #expect(client.exchange(.request("POST", "/echo", body: "fits"))?.text == "fits")
            client.send(head + String(repeating: piece, count: 64))
            #expect(client.receive() == nil)
        }
    }

    @Test func `take a body of exactly the limit`() throws {
        try serving(Self.small) { _, port, _ in
            let client = try #require(Client(port: port))
            let body = String(repeating: "x", count: 1000)
            #expect(client.exchange(.request("POST", "/echo", body: body))?.text == body)
        }
    }
}

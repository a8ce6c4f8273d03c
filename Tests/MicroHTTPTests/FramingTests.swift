import MicroHTTP
import Testing

@Suite struct `Ambiguous framing` {
    static let refused: [(request: String, word: String)] = [
        ("GET /echo HTTP/1.1\r\n\r\n", "Host"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "Host"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "Host"),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", "Content-Length"),
        (
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "exclude"
        ),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "chunked"),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", "chunked"),
        (
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "chunked"
        ),
        ("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1"),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n", "one line"),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nX: y\r\n\tz\r\n z\r\nContent-Length: 0\r\n\r\n", "one line"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\n b\r\nX: y\r\n\r\n", "one line"),
        ("GET /echo HTTP/1.9\r\n\r\n", "Host"),
        ("G(T /echo HTTP/1.1\r\nHost: a\r\n\r\n", "method"),
        ("GET /echo HTTP/1.1\r\nHost : a\r\n\r\n", "token"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n", "token"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nX\tY: b\r\n\r\n", "token"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nX(Y: b\r\n\r\n", "token"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nX: a\u{1}b\r\n\r\n", "control"),
        ("GET /ec ho HTTP/1.1\r\nHost: a\r\n\r\n", "target"),
        ("GET /ec\tho HTTP/1.1\r\nHost: a\r\n\r\n", "target"),
        ("GET /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "chunked"),
        ("DELETE /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", "Content-Length"),
        ("PATCH /echo HTTP/1.1\r\nHost: a\r\nX Y: b\r\nTransfer-Encoding: chunked\r\n\r\n", "token"),
    ]

    @Test(arguments: refused.indices) func `is refused once, in words, and ends the connection`(index: Int) throws {
        let (request, word) = Self.refused[index]
        try serving { _, port, _ in
            let client = try #require(Client(port: port, timeout: 5))
            let response = client.exchange(request)
            #expect(response?.status == 400, "\(request.debugDescription)")
            #expect(response?.text.contains(word) == true, "\(response?.text ?? "nothing")")
            #expect(response?.has("Connection: close") == true)
            #expect(client.isEnded())
        }
    }

    @Test func `is not seen in a head that comes in pieces, however long`() throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port, timeout: 5))
            for size in [1, 100, 2000] {
                client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n")
                for index in 0..<8 {
                    client.send("X-\(index):\(String(repeating: " ", count: index))")
                    client.send(String(repeating: "v", count: size * (index % 4)) + "\r\n")
                }
                client.send("\r\nbo")
                client.send("dy")
                let response = client.receive()
                #expect(response?.status == 200)
                #expect(response?.text == "body")
            }
        }
    }

    @Test(arguments: [
        "GET http://a/echo?x=1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /echo HTTP/1.1\r\nhost:a\r\nX-Empty:\r\nAccept: a\tb\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: a\r\ntransfer-encoding: CHUNKED\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
    func `is not seen where there is none`(request: String) throws {
        try serving { _, port, _ in
            let client = try #require(Client(port: port, timeout: 5))
            for _ in 0..<2 { #expect(client.exchange(request)?.status == 200) }
        }
    }
}

import AutodiffService
import MicroHTTP
import Testing

@Suite struct `Fixtures` {
    @Test func `are there`() throws {
        #expect(try Fixture.all().count > 50)
    }

    @Test(arguments: Fixture.list)
    func `are answered in process as recorded`(fixture: Fixture) throws {
        let response = try fixture.answer()
        let answer = Fixture.text(of: response, isHead: fixture.request.method == "HEAD")
        guard answer.withoutTimes != fixture.responseText.withoutTimes else { return }
        try Repository.check(
            "\(Fixture.folder)/\(fixture.name).http", holds: "\(fixture.requestText)\n\n\(answer)\n")
    }

    @Test(arguments: Fixture.list.filter { $0.state == nil })
    func `are answered over a socket as recorded`(fixture: Fixture) throws {
        try Served.withServer(for: fixture) { port in
            let client = try #require(Client(port: port))
            var response: Client.Response?
            for _ in 0..<fixture.times {
                client.send(fixture.message)
                response = client.receive(head: fixture.request.method == "HEAD")
            }
            let answer = try #require(response)
            #expect(answer.status == fixture.status)
            #expect(answer.text.trimmed.withoutTimes == fixture.responseBody.withoutTimes)
            for field in fixture.responseHeaders { #expect(answer.value(field.name) == field.value) }
        }
    }

    @Test(arguments: Fixture.list.filter { $0.status == 200 && $0.request.method != "HEAD" && $0.isJSON })
    func `are sound JSON, with no key twice`(fixture: Fixture) throws {
        try JSONSyntax.check(Array(fixture.responseBody.utf8))
    }
}

/// Servers for fixtures: one for all that need nothing special, and one each for the others.
enum Served {
    private static let plain: (server: HTTPServer, port: UInt16)? = {
        var configuration = HTTPConfiguration()
        configuration.host = "127.0.0.1"
        configuration.port = 0
        configuration.eventThreads = 1
        configuration.workers = 1
        let server = HTTPServer(configuration: configuration, handler: AdjointService())
        guard let port = try? server.start() else { return nil }
        return (server, port)
    }()

    /// The port of the server that all tests share.
    static var port: UInt16 { plain?.port ?? 0 }

    static func withServer(for fixture: Fixture, _ body: (UInt16) throws -> Void) throws {
        if fixture.isAlone {
            try fixture.withService { service in try withServer(fixture.server, service, body) }
        } else {
            try body(port)
        }
    }

    static func withServer(
        _ configuration: HTTPConfiguration, _ handler: any HTTPHandler, _ body: (UInt16) throws -> Void
    ) throws {
        let server = HTTPServer(configuration: configuration, handler: handler)
        let port = try server.start()
        defer { server.stop(grace: .seconds(1)) }
        try body(port)
    }
}

extension Fixture {
    /// The request as it goes over the wire.
    var message: [UInt8] {
        var head = "\(request.method) \(request.target) HTTP/1.1\r\n"
        for field in request.headers { head += "\(field.name): \(field.value)\r\n" }
        if !request.body.isEmpty || request.method == "POST" { head += "Content-Length: \(request.body.count)\r\n" }
        return Array((head + "\r\n").utf8) + request.body
    }
}
